"""Facts that age: by which day each should be checked again."""

from calendar import monthrange
from datetime import MAXYEAR, date

from django.db import models


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last one of a month that is shorter."""
    index = day.year * 12 + day.month - 1 + months
    year, month = min(index // 12, MAXYEAR), index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


class CheckByField(models.DateField):
    """Derived at every write from `as_of` and `check_every` of its row."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs | {"null": True, "editable": False})

    def pre_save(self, instance, add):
        ages = instance.as_of and instance.check_every
        day = months_after(instance.as_of, instance.check_every) if ages else None
        setattr(instance, self.attname, day)
        return day
