from django.template import Context, Template


def test_a_text_for_xml_is_speakable_and_still_escaped():
    page = Template("{% load xml_text %}{{ text|speakable }} {{ text|force_escape|speakable }}")
    assert page.render(Context({"text": "A\x0b<b>"})) == "A &lt;b&gt; A &amp;lt;b&amp;gt;"
