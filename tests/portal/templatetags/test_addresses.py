import pytest

from portal.templatetags.addresses import web_address
from tests.portal.richtext import hostile


@pytest.mark.parametrize("address", ["https://eng.belta.by/?a=1", "HTTP://e.example", "http://e/"])
def test_an_address_of_the_web_is_led_to(address):
    assert web_address(address) == address


@pytest.mark.parametrize(
    "address",
    ["", None, "javascript:hit()", " javascript:hit()", "java\nscript:hit()", "data:text/html,x",
     "//e.example/", "/x", "https:hit()", "https:///x", "x https://e.example/", "ftp://e.example/"],
)  # fmt: skip
def test_any_other_is_no_link(address):
    assert web_address(address) == ""


@pytest.mark.parametrize("address", hostile.URLS)
def test_no_hostile_address_is_led_to_but_those_that_only_lead_away(address):
    shown = web_address(address)
    assert shown == "" or shown.lower().startswith(("http://", "https://"))
