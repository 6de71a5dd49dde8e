"""The context of an article's page."""

import pytest

from news.reading import reading_context
from portal.publishing import clock
from portal.publishing.workflow import take
from tests import cast
from tests.reading import minsk

pytestmark = pytest.mark.django_db


def test_the_first_picture_is_the_cover_by_position(visitor, make_article, publisher, author):
    parts = [
        cast.shown(cast.a_picture(author), position=position, caption=caption)
        for position, caption in ((2, "second"), (1, "first"), (3, "third"))
    ]
    draft = make_article()
    for part in parts:
        part.edition = draft
        part.save()
    article = cast.approve(take("submit", draft, by=author), publisher)
    shown = visitor.get(article.get_absolute_url()).context["pictures"]
    assert [item.caption for item in shown] == ["first", "second", "third"]
    assert cast.fresh(article).cover.caption == "first"


def test_a_draft_stands_at_its_text_s_first_publication_or_else_at_the_moment(
    make_adopted, make_article, revise
):
    draft = revise(make_adopted(minsk(2019, 6, 5, 9))[0])
    context = reading_context(cast.fresh(draft))
    assert context["published_at"] == minsk(2019, 6, 5, 9)
    with clock.moment(minsk(2020, 2, 29, 12)):
        context = reading_context(cast.fresh(make_article()))
    assert context["published_at"] == minsk(2020, 2, 29, 12)
    assert context["calendar"].first == minsk(2020, 2, 1).date()
