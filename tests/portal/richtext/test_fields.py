import pytest
from django import forms
from django.db.models import F
from django.db.models.functions import Concat

from news.models import Article
from portal.richtext import RichTextField, RichTextWidget
from portal.richtext.fields import MAX_LENGTH, RichTextFormField

HOSTILE = "<div>a<script>hit()</script></div>"
CLEAN = "<p>a</p>"


def stored(article):
    return Article.objects.values_list("body", flat=True).get(pk=article.pk)


def save(article):
    article.body = HOSTILE
    article.save()


def bulk_update(article):
    article.body = HOSTILE
    Article.objects.bulk_update([article], ["body"])


def update(article):
    Article.objects.filter(pk=article.pk).update(body=HOSTILE)


@pytest.mark.parametrize("way", [save, bulk_update, update])
def test_every_way_in_cleans(make_article, way):
    article = make_article(body="<p>before</p>")
    way(article)
    assert stored(article) == CLEAN


def test_a_new_row_is_cleaned_and_holds_what_was_stored(make_article):
    article = make_article(body=HOSTILE)
    assert stored(article) == article.body == CLEAN


def test_an_expression_of_columns_is_left_to_the_database(make_article):
    article = make_article(body="<p>a</p>")
    Article.objects.filter(pk=article.pk).update(body=Concat(F("body"), F("body")))
    assert stored(article) == "<p>a</p><p>a</p>"


def test_migrations_know_a_plain_text_field():
    name, path, args, kwargs = RichTextField(blank=True).deconstruct()
    assert (path, args, kwargs) == ("django.db.models.TextField", [], {"blank": True})


def test_the_admin_gets_the_editor():
    field = RichTextField(blank=True).formfield(widget=forms.Textarea)
    assert isinstance(field, RichTextFormField)
    assert isinstance(field.widget, RichTextWidget)


class Desk(forms.Form):
    body = RichTextFormField()


def test_a_form_answers_the_cleaned_text():
    form = Desk({"body": HOSTILE})
    assert form.is_valid()
    assert form.cleaned_data["body"] == CLEAN


def test_a_text_of_empty_paragraphs_is_no_text():
    form = Desk({"body": "<p>&nbsp;</p><p><br></p>"})
    assert form.errors == {"body": ["This field is required."]}


def test_other_line_breaks_are_no_change():
    editor = "<ul>\r\n\t<li>a</li>\r\n</ul>\r\n"
    assert not Desk({"body": editor}, initial={"body": "<ul>\n<li>a</li>\n</ul>"}).has_changed()
    assert Desk({"body": editor}, initial={"body": "<ul>\n<li>b</li>\n</ul>"}).has_changed()


def test_a_text_without_end_is_refused_with_a_sentence():
    form = Desk({"body": "a" * (MAX_LENGTH + 1)})
    [sentence] = form.errors["body"]
    assert sentence.startswith("This text is longer than 1000000 characters. Divide it")
