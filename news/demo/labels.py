"""What the demo's articles are about, and the streams they stand in: names in four languages."""

from dataclasses import dataclass, field
from datetime import date

from portal.subjects.models import SubjectKind

LANGUAGES = ("be", "ru", "en", "zh-hans")


def by_language(*names: str) -> dict[str, str]:
    return dict(zip(LANGUAGES, names, strict=True))


@dataclass(frozen=True)
class Campaign:
    """A stream with a beginning and an end; without dates it runs on any day of loading."""

    slug: str
    names: dict[str, str]
    landing: str  # a story
    first_on: date | None = None
    last_on: date | None = None


@dataclass(frozen=True)
class Told:
    """A subject; `offices` holds titles by language, the first day and the last."""

    kind: SubjectKind
    slug: str
    names: dict[str, str]
    offices: list[tuple[dict[str, str], date, date]] = field(default_factory=list)


STREAMS = {
    "news": by_language("Навіны", "Новости", "News", "新闻"),
    "press-releases": by_language("Прэс-рэлізы", "Пресс-релизы", "Press releases", "新闻稿"),
    "opinions": by_language(
        "Меркаванні і інтэрв’ю", "Мнения и интервью", "Opinions & Interviews", "观点与访谈"
    ),
    "photo": by_language("Фота", "Фото", "Photo", "图片"),
    "video": by_language("Відэа", "Видео", "Video", "视频"),
}
CAMPAIGNS = (
    Campaign(
        "european-games",
        by_language(
            "II Еўрапейскія гульні", "II Европейские игры", "2nd European Games", "第二届欧洲运动会"
        ),
        landing="games",
        first_on=date(2019, 6, 1),
        last_on=date(2019, 7, 7),
    ),
    Campaign(
        "weekends",
        by_language(
            "Выхадныя ў Беларусі", "Выходные в Беларуси", "A weekend in Belarus", "白俄罗斯周末游"
        ),
        landing="weekend",
    ),
)

TOPICS = {
    "culture": by_language("Культура", "Культура", "Culture", "文化"),
    "heritage": by_language("Спадчына", "Наследие", "Heritage", "遗产"),
    "history": by_language("Гісторыя", "История", "History", "历史"),
    "literature": by_language("Літаратура", "Литература", "Literature", "文学"),
    "crafts": by_language("Рамёствы", "Ремесла", "Crafts", "手工艺"),
    "holidays": by_language(
        "Святы і абрады", "Праздники и обряды", "Holidays and rites", "节日与习俗"
    ),
    "nature": by_language("Прырода", "Природа", "Nature", "自然"),
    "travel": by_language("Падарожжы", "Путешествия", "Travel", "旅游"),
    "transport": by_language("Транспарт", "Транспорт", "Transport", "交通"),
    "economy": by_language("Эканоміка", "Экономика", "Economy", "经济"),
    "science": by_language("Навука і тэхніка", "Наука и техника", "Science and technology", "科技"),
    "sport": by_language("Спорт", "Спорт", "Sport", "体育"),
    "safety": by_language("Бяспека", "Безопасность", "Safety", "安全"),
}
REGIONS = {
    "brest-region": by_language(
        "Брэсцкая вобласць", "Брестская область", "Brest Region", "布列斯特州"
    ),
    "vitebsk-region": by_language(
        "Віцебская вобласць", "Витебская область", "Vitebsk Region", "维捷布斯克州"
    ),
    "gomel-region": by_language(
        "Гомельская вобласць", "Гомельская область", "Gomel Region", "戈梅利州"
    ),
    "grodno-region": by_language(
        "Гродзенская вобласць", "Гродненская область", "Grodno Region", "格罗德诺州"
    ),
    "minsk-region": by_language("Мінская вобласць", "Минская область", "Minsk Region", "明斯克州"),
    "mogilev-region": by_language(
        "Магілёўская вобласць", "Могилевская область", "Mogilev Region", "莫吉廖夫州"
    ),
    "minsk": by_language("Горад Мінск", "Город Минск", "Minsk City", "明斯克市"),
}
PEOPLE = {
    "skaryna": by_language(
        "Францыск Скарына", "Франциск Скорина", "Francysk Skaryna", "弗朗齐斯克·斯卡里纳"
    ),
    "kupala": by_language("Янка Купала", "Янка Купала", "Yanka Kupala", "扬卡·库帕拉"),
    "kolas": by_language("Якуб Колас", "Якуб Колас", "Yakub Kolas", "雅库布·科拉斯"),
    "chagall": by_language("Марк Шагал", "Марк Шагал", "Marc Chagall", "马克·夏加尔"),
    "klimuk": by_language("Пётр Клімук", "Петр Климук", "Pyotr Klimuk", "彼得·克利穆克"),
    "vasilevskaya": by_language(
        "Марына Васілеўская", "Марина Василевская", "Marina Vasilevskaya", "玛丽娜·瓦西列夫斯卡娅"
    ),
    "gurry": by_language("Фрэнсіс Гары", "Фрэнсис Гарри", "Francis Gurry", "弗朗西斯·高锐"),
    "rumas": by_language("Сяргей Румас", "Сергей Румас", "Sergei Rumas", "谢尔盖·鲁马斯"),
}
OFFICES = {
    "gurry": [
        (
            by_language(
                "генеральны дырэктар Сусветнай арганізацыі інтэлектуальнай уласнасці",
                "генеральный директор Всемирной организации интеллектуальной собственности",
                "Director General of the World Intellectual Property Organization",
                "世界知识产权组织总干事",
            ),
            date(2008, 10, 1),
            date(2020, 9, 30),
        )
    ],
    "rumas": [
        (
            by_language(
                "Прэм’ер-міністр Рэспублікі Беларусь",
                "Премьер-министр Республики Беларусь",
                "Prime Minister of the Republic of Belarus",
                "白俄罗斯共和国总理",
            ),
            date(2018, 8, 18),
            date(2020, 6, 3),
        )
    ],
}
SUBJECTS = (
    *(Told(SubjectKind.TOPIC, slug, names) for slug, names in TOPICS.items()),
    *(Told(SubjectKind.REGION, slug, names) for slug, names in REGIONS.items()),
    *(
        Told(SubjectKind.PERSON, slug, names, OFFICES.get(slug, []))
        for slug, names in PEOPLE.items()
    ),
)
