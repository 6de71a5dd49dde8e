import re

import pytest
from django.urls import path, reverse
from django.urls.converters import get_converters

from portal import converters  # noqa: F401


def nowhere(request):
    raise NotImplementedError


urlpatterns = [
    path("y/<year:year>/<month:month>/<day:day>/", nowhere, name="date"),
]


@pytest.mark.parametrize(
    ("name", "accepted", "refused"),
    [
        ("year", ["2019", "0000"], ["219", "20190", "20 9", "２０１９"]),
        ("month", ["06", "99"], ["6", "006", "1a"]),
        ("day", ["05"], ["5", "-5"]),
        ("number", ["108863", "999999999999"], ["10886", "1" * 13, "10886a"]),
        ("ordinal", ["1", "12", "999"], ["", "0", "01", "1000", "-1", "1.5", "１"]),
        ("word", ["a", "belarus-seeks-2"], ["", "2019", "-a", "A", "a_b", "а", "a\x00"]),
    ],
)
def test_a_part_of_an_address_has_one_shape(name, accepted, refused):
    pattern = re.compile(get_converters()[name].regex)
    assert all(pattern.fullmatch(text) for text in accepted)
    assert not any(pattern.fullmatch(text) for text in refused)


@pytest.mark.urls(__name__)
def test_addresses_are_written_with_all_their_digits():
    assert reverse("date", args=[2019, 6, 5]) == "/y/2019/06/05/"
