"""Twelve months for the photo report, without the band of the covers."""

from news.demo.drawing.year.april import april
from news.demo.drawing.year.august import august
from news.demo.drawing.year.december import december
from news.demo.drawing.year.february import february
from news.demo.drawing.year.january import january
from news.demo.drawing.year.july import july
from news.demo.drawing.year.june import june
from news.demo.drawing.year.march import march
from news.demo.drawing.year.may import may
from news.demo.drawing.year.november import november
from news.demo.drawing.year.october import october
from news.demo.drawing.year.september import september

IN_ORDER = (
    *(january, february, march, april, may, june),
    *(july, august, september, october, november, december),
)
MONTHS = {f"year-{number:02d}-{month.__name__}": month for number, month in enumerate(IN_ORDER, 1)}
