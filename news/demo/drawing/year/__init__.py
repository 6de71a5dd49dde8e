"""Twelve months for the photo report, without the band of the covers."""

from news.demo.drawing.year.autumn import november, october, september
from news.demo.drawing.year.spring import april, march, may
from news.demo.drawing.year.summer import august, july, june
from news.demo.drawing.year.winter import december, february, january

IN_ORDER = (
    *(january, february, march, april, may, june),
    *(july, august, september, october, november, december),
)
MONTHS = {f"year-{number:02d}-{month.__name__}": month for number, month in enumerate(IN_ORDER, 1)}
