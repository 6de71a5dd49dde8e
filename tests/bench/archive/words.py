"""Titles, leads and bodies of realistic length in each language, from a few words of each."""

from dataclasses import dataclass, field
from random import Random

PARAGRAPHS = 300  # of each language, made once; bodies are put together from them
# Language → who, did, what, where; and what stands between words and after a sentence.
WORDS = {
    "en": (
        "The government|The President|The ministry|Parliament|The city council|The academy"
        "|The regional committee|The national library|The railway|The university|Engineers"
        "|The customs service",
        "approved|presented|discussed|opened|signed|extended|restored|announced|published"
        "|reviewed|financed|modernised",
        "a programme of rural housing|the draft budget|a cooperation agreement|new bus routes"
        "|the rules of licensing|an exhibition of folk art|a plant of electric buses"
        "|the protection of wetlands|a census of monuments|the harvest results"
        "|tax relief for small firms|a school of robotics|the visa waiver|a hospital ward",
        "in Minsk|in Brest|in Gomel|in Vitebsk|in Grodno|in Mogilev|near Polotsk|in Nesvizh"
        "|on the Neman|in Turov|at the border|across the country",
    ),
    "ru": (
        "Правительство|Президент|Министерство|Парламент|Городской совет|Академия наук"
        "|Облисполком|Национальная библиотека|Железная дорога|Университет|Таможенная служба",
        "одобрило проект: это|обсуждает|представляет|открывает|подписывает|продлевает"
        "|восстанавливает|публикует|рассматривает|финансирует|обновляет",
        "программу сельского строительства|проект бюджета|соглашение о сотрудничестве"
        "|новые маршруты автобусов|правила лицензирования|выставку народного искусства"
        "|завод электробусов|охрану болот|перепись памятников|итоги уборки урожая"
        "|льготы для малых предприятий|школу робототехники|безвизовый порядок въезда",
        "в Минске|в Бресте|в Гомеле|в Витебске|в Гродно|в Могилёве|под Полоцком|в Несвиже"
        "|на Немане|в Турове|на границе|по всей стране",
    ),
    "be": (
        "Урад|Прэзідэнт|Міністэрства|Парламент|Гарадскі савет|Акадэмія навук|Аблвыканкам"
        "|Нацыянальная бібліятэка|Чыгунка|Універсітэт|Мытная служба",
        "ухваляе|абмяркоўвае|прадстаўляе|адкрывае|падпісвае|падаўжае|аднаўляе|публікуе"
        "|разглядае|фінансуе|абнаўляе",
        "праграму сельскага будаўніцтва|праект бюджэту|пагадненне аб супрацоўніцтве"
        "|новыя маршруты аўтобусаў|правілы ліцэнзавання|выставу народнага мастацтва"
        "|завод электробусаў|ахову балот|перапіс помнікаў|вынікі ўборкі ўраджаю"
        "|ільготы для малых прадпрыемстваў|школу робататэхнікі|бязвізавы парадак уезду",
        "у Мінску|у Брэсце|у Гомелі|у Віцебску|у Гродне|у Магілёве|пад Полацкам|у Нясвіжы"
        "|на Нёмане|у Тураве|на мяжы|па ўсёй краіне",
    ),
    "zh-hans": (
        "政府|总统|部委|议会|市议会|科学院|州委员会|国家图书馆|铁路部门|大学|海关",
        "批准了|介绍了|讨论了|开放了|签署了|延长了|修复了|公布了|审查了|资助了|更新了",
        "农村住房计划|预算草案|合作协议|新的公交线路|许可规则|民间艺术展览|电动客车工厂"
        "|湿地保护办法|古迹普查|收成结果|小企业税收优惠|机器人学校|免签证制度",
        "在明斯克|在布列斯特|在戈梅利|在维捷布斯克|在格罗德诺|在莫吉廖夫|在波洛茨克附近"
        "|在涅斯维日|在涅曼河畔|在图罗夫|在边境|在全国",
    ),
}


@dataclass
class Speaker:
    """Speaks one language. Paragraphs are made once and used again and again, as speed wants;
    titles have a number in them now and then, so that most are said once.
    """

    language: str
    random: Random
    paragraphs: list[str] = field(default_factory=list)

    def __post_init__(self):
        self.words = [part.split("|") for part in WORDS[self.language]]
        self.is_spaced = self.language != "zh-hans"
        self.paragraphs = [self.paragraph() for _i in range(PARAGRAPHS)]

    def title(self) -> str:
        choice = self.random.choice
        who, did, what, where = map(choice, self.words)
        if self.is_spaced:
            year = f" {self.random.randint(2, 990)}" if self.random.random() < 0.5 else ""
            return f"{who} {did} {what}{year} {where}"
        return f"{who}{where}{did}{what}{self.random.randint(2, 990)}"

    def sentence(self) -> str:
        return f"{self.title()}. " if self.is_spaced else f"{self.title()}。"

    def lead(self) -> str:
        return (self.sentence() + self.sentence()).strip()

    def paragraph(self) -> str:
        """300 to 600 characters of Latin or Cyrillic, a third of it in Chinese."""
        sentences = "".join(self.sentence() for _i in range(self.random.randint(4, 7)))
        return f"<p>{sentences.strip()}</p>"

    def body(self, link: int | None = None) -> str:
        """1 to 4 kB of HTML; with a link to the document of that number."""
        parts = self.random.choices(self.paragraphs, k=self.random.randint(2, 5))
        if len(parts) > 4:
            parts.insert(2, f"<h2>{self.title()}</h2>")
        if link:
            parts.append(f'<p>{self.title()}: <a href="document:{link:06d}">{link}</a>.</p>')
        return "\n".join(parts)


def speakers(random: Random) -> dict[str, Speaker]:
    return {language: Speaker(language, random) for language in WORDS}
