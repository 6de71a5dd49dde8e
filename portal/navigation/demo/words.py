"""What the demo's menus, banner and alerts say."""

from dataclasses import dataclass

from portal.navigation.models import FIRST, SECOND

Words = dict[str, str]


@dataclass(frozen=True)
class Told:
    """A link. Without words it is called as its page is; a language that the page is not public in
    has no such link.
    """

    page: str = ""
    room: str = ""
    words: Words | None = None
    level: int = FIRST


def words(be: str, ru: str, en: str, zh: str) -> Words:
    return {"be": be, "ru": ru, "en": en, "zh-hans": zh}


def pages(root: str, *names: str) -> list[Told]:
    return [Told(f"{root}/{name}", level=SECOND) for name in names]


MAIN = [
    Told("about", words=words("Беларусь", "Беларусь", "About Belarus", "白俄罗斯概况")),
    *pages("about", "geography", "history", "symbols", "culture", "cuisine", "languages",
           "holidays"),
    Told("government", words=words("Дзяржава", "Государство", "Government", "国家机构")),
    *pages("government", "regions"),
    Told("business", words=words("Бізнес", "Бизнес", "Business", "商务")),
    *pages("business", "economic-zones", "high-tech-park", "legal-forms"),
    Told("travel", words=words("Падарожжы", "Путешествия", "Travel", "旅行")),
    *pages("travel", "world-heritage", "sanatoria", "souvenirs", "memorials", "getting-here",
           "money", "transport"),
    Told(room="news/", words=words("Навіны", "Новости", "News", "新闻")),
    Told(room="tourism/", words=words("Турызм", "Туризм", "Tourism", "旅游景点")),
    Told(
        room="calendar/",
        words=words("Каляндар падзей", "Календарь событий", "Events calendar", "活动日历"),
    ),
]  # fmt: skip
QUICK = [
    Told(
        room="calendar/",
        words=words(
            "Каляндар падзей Беларусі", "Календарь событий Беларуси", "Belarus Events Calendar",
            "白俄罗斯活动日历",
        ),
    ),
    Told(
        room="tourism/",
        words=words(
            "Галоўныя славутасці Беларусі", "Главные достопримечательности Беларуси",
            "Belarus’ Top Tourist Sites", "白俄罗斯热门景点",
        ),
    ),
    Told(
        "travel/world-heritage",
        words=words(
            "Сусветная спадчына ЮНЕСКА ў Беларусі", "Всемирное наследие ЮНЕСКО в Беларуси",
            "UNESCO World Heritage Sites in Belarus", "白俄罗斯的联合国教科文组织世界遗产",
        ),
    ),
    Told(
        "travel/sanatoria",
        words=words(
            "Беларускія санаторыі і здраўніцы", "Белорусские санатории и здравницы",
            "Belarusian sanatoria and health resorts", "白俄罗斯疗养院",
        ),
    ),
    Told(
        "travel/souvenirs",
        words=words(
            "Сувеніры з Беларусі", "Сувениры из Беларуси", "Souvenirs from Belarus",
            "白俄罗斯纪念品",
        ),
    ),
]  # fmt: skip
FOOT = [
    Told(words=words("Пра краіну", "О стране", "The country", "国家")),
    *[Told(page, level=SECOND) for page in ("about", "government", "business")],
    Told(words=words("Падарожнікам", "Путешественникам", "For travellers", "旅行者")),
    *pages("travel", "getting-here", "money", "transport", "world-heritage"),
    Told(words=words("Памяць", "Память", "Remembrance", "缅怀")),
    *pages("travel", "memorials"),
]

BANNER_TARGET = "travel/world-heritage"
BANNER = words(
    "Сусветная спадчына ў Беларусі",
    "Всемирное наследие в Беларуси",
    "World Heritage in Belarus",
    "白俄罗斯的世界遗产",
)
BANNER_LEAD = words(
    "Пушча, два замкі і дуга праз усю Еўропу: чатыры аб’екты ў спісе ЮНЕСКА.",
    "Пуща, два замка и дуга через всю Европу: четыре объекта в списке ЮНЕСКО.",
    "A forest, two castles and an arc across Europe: four sites on UNESCO’s list.",
    "一片森林、两座城堡和一条横跨欧洲的测地弧：四处列入联合国教科文组织名录的遗产。",
)
PICTURE_ALT = words(
    "Малюнак: Мірскі замак над сажалкай",
    "Рисунок: Мирский замок над прудом",
    "Drawing: the castle of Mir above a pond",
    "绘画：池塘边的米尔城堡",
)

# The notice is about this site itself: a demo tells nobody of dangers that are not there.
NOTICE = words(
    "Тэхнічныя работы на сайце",
    "Технические работы на сайте",
    "Maintenance of this site",
    "本网站维护",
)
NOTICE_TEXT = words(
    "Некаторыя старонкі могуць адкрывацца павольней, чым звычайна.",
    "Некоторые страницы могут открываться медленнее обычного.",
    "Some pages may open more slowly than usual.",
    "部分页面的打开速度可能比平时慢。",
)
DRILL = words(
    "Вучэбнае папярэджанне", "Учебное предупреждение", "A warning for practice", "演练警报"
)
DRILL_TEXT = words(
    "Гэта трэніроўка дзяжурнай змены: нічога не здарылася.",
    "Это тренировка дежурной смены: ничего не случилось.",
    "The duty officers are practising: nothing has happened.",
    "值班人员正在演练：没有发生任何情况。",
)
