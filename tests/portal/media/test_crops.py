"""The spelling and the pixels of a part of a picture."""

import pytest

from portal.media.crops import Crop
from portal.media.widgets import CropField, CropInput


@pytest.mark.parametrize("text", ["0-0-100-100", "10-20-30-40", "99-99-1-1", "0-0-1-100"])
def test_a_part_within_the_picture_is_read_and_spelled_the_same(text):
    assert str(Crop.parse(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "", "10-20-30", "10-20-30-40-50", "01-20-30-40", "10-20-30-040", "-1-0-10-10",
        "10-20-0-40", "10-20-30-0", "71-0-30-10", "0-61-10-40", "0-0-101-10", "0-0-100-1000",
        "a-b-c-d", "١-٢-٣-٤", "10-20-30-40\n", " 10-20-30-40", "1e1-0-10-10",
    ],
)  # fmt: skip
def test_anything_else_is_no_part(text):
    with pytest.raises(ValueError, match="no part of a picture"):
        Crop.parse(text)


def test_its_pixels_are_whole_ones_within_the_picture():
    crop = Crop.parse("33-33-67-67")
    assert crop.box(1001, 333) == (330, 109, 1001, 333)
    assert crop.size(1001, 333) == (671, 224)


def test_each_side_needs_64_pixels():
    assert Crop.parse("0-0-10-50").is_large_enough(640, 128)
    assert not Crop.parse("0-0-10-50").is_large_enough(639, 128)
    assert not Crop.parse("0-0-10-50").is_large_enough(640, 127)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        (("10", "20", "30", "40"), "10-20-30-40"),
        (("", "", "50", "50"), "0-0-50-50"),
        (("0", "0", "100", "100"), ""),
        (("", "", "", ""), ""),
        (("010", "0", "50", "50"), "10-0-50-50"),
    ],
)
def test_four_numbers_make_a_part_without_script(typed, text):
    data = {f"row-crop_{i}": value for i, value in enumerate(typed)}
    assert CropField().clean(CropInput().value_from_datadict(data, {}, "row-crop")) == text


@pytest.mark.parametrize(
    "typed", [("90", "0", "20", "10"), ("0", "0", "0", "10"), ("x", "0", "1", "1"), ("5",) * 2]
)
def test_numbers_outside_the_picture_are_told_in_a_sentence(typed):
    data = {f"crop_{i}": value for i, value in enumerate(typed)}
    value = CropInput().value_from_datadict(data, {}, "crop")
    with pytest.raises(Exception, match="does not lie within the picture"):
        CropField().clean(value)


def test_a_row_that_is_posted_once_more_keeps_its_part():
    assert CropInput().value_from_datadict({"crop": "1-2-30-40"}, {}, "crop") == "1-2-30-40"
    assert not CropInput().value_omitted_from_data({"crop": ""}, {}, "crop")
