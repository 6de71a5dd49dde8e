"""Pictures in texts: a reference to a row of the edition's own list, in a block of its own."""

import pytest

from news.models import ArticlePicture
from portal.richtext import clean, not_placed, picture_keys
from portal.richtext.pictures import reference
from tests.portal.richtext.validity import faults_of

KEY, OTHER = "0123456789abcdef" * 2, "f" * 32
FIGURE = reference(KEY)
LOOSE = f"<figure data-picture={KEY}>"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (FIGURE, FIGURE),
        (f"<FIGURE class=x DATA-PICTURE=' {KEY.upper()}'></FIGURE>", FIGURE),
        (f"<p>a{FIGURE}b</p>", f"<p>a</p>\n{FIGURE}\n<p>b</p>"),
        (f"<p><b>a{FIGURE}</b></p>", f"<p><strong>a</strong></p>\n{FIGURE}"),
        (f"<h2>a{FIGURE}b</h2>", f"<h2>a b</h2>\n{FIGURE}"),
        (f"<h2>{FIGURE}</h2>", FIGURE),
        (f"<ul><li>a{FIGURE}</ul>", f"<ul>\n<li>\n<p>a</p>\n{FIGURE}\n</li>\n</ul>"),
        (f"<blockquote>{FIGURE}</blockquote>", f"<blockquote>\n{FIGURE}\n</blockquote>"),
        (f"<table><caption>a{FIGURE}<tr><td>b{FIGURE}<td><ul><li>c{FIGURE}</ul></table>",
         "<table>\n<caption>a</caption>\n<tbody>\n<tr><td>b</td><td><ul>\n<li>c</li>\n</ul></td>"
         f"</tr>\n</tbody>\n</table>\n{FIGURE}\n{FIGURE}\n{FIGURE}"),
        (f"<table><tr><th><h3>a{FIGURE}</h3><td>b</table>",
         '<table>\n<tbody>\n<tr><th scope="row">a</th><td>b</td></tr>\n</tbody>\n</table>\n'
         f"{FIGURE}"),
        (f"<table><tr><td>{FIGURE}</table>", FIGURE),
        (f"<a href='https://e.example'>{FIGURE}</a>", FIGURE),
        (f"{LOOSE}a<p>b", f"{FIGURE}\n<p>a</p>\n<p>b</p>"),
        (f"{LOOSE}<img src=x><figcaption>a</figcaption></figure>", f"{FIGURE}\n<p>a</p>"),
        ("<figure><img src=x><figcaption>a</figcaption></figure>", "<p>a</p>"),
        (f"<figure data-picture='{KEY[1:]}'>a</figure>", "<p>a</p>"),
        (f"<figure data-picture='{KEY}0'>a</figure>", "<p>a</p>"),
        (f"<div data-picture={KEY}>a</div>", "<p>a</p>"),
    ],
)  # fmt: skip
def test_a_picture_stands_in_a_block_of_its_own(given, kept):
    assert clean(given) == kept
    assert clean(kept) == kept
    assert list(faults_of(kept)) == []


def test_a_text_names_the_pictures_that_it_places():
    text = clean(f"a{FIGURE}b{reference(OTHER)}c &lt;figure data-picture={'a' * 32}&gt;{FIGURE}")
    assert picture_keys(text) == {KEY, OTHER}
    assert picture_keys("") == set()


def test_what_the_text_does_not_place_is_left_to_the_page_in_order():
    parts = [ArticlePicture(key=key) for key in ("a" * 32, KEY, "b" * 32)]
    assert not_placed(f"<p>a</p>\n{FIGURE}", parts) == [parts[0], parts[2]]
    assert not_placed("", parts) == parts
