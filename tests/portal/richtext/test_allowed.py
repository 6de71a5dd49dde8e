from portal.richtext import allowed

MADE_BY_OTHERS = {
    "li": "a list's button",
    "br": "Shift+Enter",
    "caption": "the table dialog",
    "thead": "the table dialog",
    "th": "the table dialog",
    "tbody": "the table's button",
    "tr": "the table's button",
    "td": "the table's button",
}


def test_everything_allowed_can_be_made_in_the_editor():
    buttons = {tag for group in allowed.BUTTONS for tag, _button in group if tag}
    formats = set(allowed.editor_formats().split(";"))
    assert buttons | formats | set(MADE_BY_OTHERS) == set(allowed.ALLOWED)


def test_what_the_list_loses_the_editor_loses(monkeypatch):
    without = {tag: names for tag, names in allowed.ALLOWED.items() if tag not in ("h4", "hr", "a")}
    monkeypatch.setattr(allowed, "ALLOWED", without)
    assert allowed.editor_formats() == "p;h2;h3"
    buttons = {button for group in allowed.editor_toolbar() for button in group}
    assert buttons.isdisjoint({"HorizontalRule", "Link", "Unlink"})
    assert "Bold" in buttons
    assert "a[" not in allowed.editor_filter()
    assert "hr" not in allowed.editor_filter().replace(";", " ").split()


def test_the_editor_filters_by_the_same_attributes():
    rules = allowed.editor_filter().split("; ")
    assert rules[0].split()[:2] == ["p", "h2"]
    assert "a[!href]" in rules
    assert "th[scope,colspan,rowspan]" in rules


def test_nothing_can_hold_a_source_a_style_or_a_handler():
    names = {name for names in allowed.ALLOWED.values() for name in names}
    assert names == {"href", "start", "scope", "colspan", "rowspan", "data-picture"}
    assert {"img", "iframe", "div", "span", "style"}.isdisjoint(allowed.ALLOWED)
