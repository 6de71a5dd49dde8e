"""The file that says who the site is: what it may hold, and the sentence for what it may not."""

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from portal.identity import Contact, reading

SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>'
COLOURS = """\
[colours.light]
accent = "#14507a"
field = "#14507a"
ground = "#102434"
[colours.dark]
accent = "#8cc8f0"
field = "#14507a"
ground = "#0a1620"
"""
LEAST = '[languages.de]\nname = "Ein Portal"\n'


@pytest.fixture
def read(tmp_path):
    (tmp_path / "emblem.svg").write_text(SQUARE)
    (tmp_path / "picture.svg").write_text("no picture")
    (tmp_path / "page.svg").write_text("<html/>")

    def go(text):
        path = tmp_path / "identity.toml"
        path.write_text(text, "utf-8")
        return reading.read(path)

    return go


def test_a_name_in_one_language_is_enough(read):
    identity = read(LEAST)
    site = identity.in_language("de")
    assert (site.name, site.short_name) == ("Ein Portal", "Ein Portal")
    assert (identity.language_code, identity.time_zone) == ("de", "UTC")
    assert (site.emblem_url, site.colours_url, site.contact) == ("", "", Contact())
    assert [each.locale for each in identity.languages] == ["de"]


def test_each_language_says_it_in_its_own_words_and_shares_what_it_leaves_out(read):
    identity = read(
        'country = "CH"\n[contact]\nphone = "+41 58 462 21 11"\nemail = "post@portal.example"\n'
        '[languages.de]\nname = "Portal"\nterritory = "CH"\ncontact.address = "Bern\\nSchweiz"\n'
        '[languages.fr]\nname = "Portail"\nfallbacks = ["de"]\ncontact.email = "fr@portal.ch"\n'
        '[languages.zh-hant]\nprefix = "zh"\nname = "門戶"\n[languages.pt-br]\nname = "Portal"\n'
    )
    german, french = (identity.in_language(code) for code in ("de", "fr"))
    assert german.contact.address == "Bern\nSchweiz"
    assert german.contact.phone == french.contact.phone == "+41 58 462 21 11"
    assert (german.contact.email, french.contact.email) == (
        "post@portal.example",
        "fr@portal.ch",
    )
    assert german.country == "CH"
    assert [each.prefix for each in identity.languages] == ["de", "fr", "zh", "pt-br"]
    assert [each.locale for each in identity.languages] == ["de_CH", "fr", "zh", "pt_BR"]
    assert identity.languages[1].fallbacks == ("de",)


def test_a_language_that_the_site_does_not_speak_meets_the_default_one(read):
    identity = read('default_language = "fr"\n' + LEAST + '[languages.fr]\nname = "Portail"\n')
    assert identity.in_language("ja").name == identity.in_language(None).name == "Portail"


def test_pictures_have_an_address_that_changes_with_their_bytes(read, tmp_path):
    before = read(f'emblem = "emblem.svg"\n{LEAST}').in_language("de").emblem_url
    assert before == read(f'emblem = "emblem.svg"\n{LEAST}').in_language("de").emblem_url
    (tmp_path / "emblem.svg").write_text(SQUARE.replace("M0", "M1"))
    assert read(f'emblem = "emblem.svg"\n{LEAST}').in_language("de").emblem_url != before


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "the key languages is not usable; write a table for each language"),
        ("languages = 3", "the key languages is not usable; write a table for each language"),
        ("[languages.de]", "the key languages.de.name is not usable; write the site's name"),
        ('[languages.de]\nname = ""', "languages.de.name is not usable; write the site's name"),
        ("[languages.de]\nname = 7", "the key languages.de.name is not usable"),
        ('[languages.xx]\nname = "X"', "languages.xx is not usable; write a language of Django's"),
        ('[languages.zh-cn]\nname = "X"', "languages.zh-cn is not usable; write a language of"),
        (LEAST + 'prefix = "admin"', "languages.de.prefix is not usable; write de or de"),
        (LEAST + 'fallbacks = ["en"]', "languages.de.fallbacks is not usable; write a list of"),
        (LEAST + 'fallbacks = ["de"]', "languages.de.fallbacks is not usable; write a list of"),
        (LEAST + 'fallbacks = "en"', "languages.de.fallbacks is not usable; write a list of"),
        (
            LEAST + 'territory = "Germany"',
            "languages.de.territory is not usable; write two letters",
        ),
        (
            LEAST + 'nmae = "Portal"',
            "the key languages.de.nmae is not usable; write one of the keys",
        ),
        (
            LEAST + 'owner = "A"\n[languages.fr]\nname = "P"\n',
            "languages.fr.owner is not usable; write it here too",
        ),
        (
            '[languages.zh-hans]\nname = "A"\nprefix = "zh"\n'
            '[languages.zh-hant]\nname = "B"\nprefix = "zh"\n',
            "languages.zh-hans.prefix is not usable; write another: two languages have this one",
        ),
        (f'default_language = "fr"\n{LEAST}', "default_language is not usable; write one of its"),
        (f'time_zone = "Berlin"\n{LEAST}', "the key time_zone is not usable; write a zone of the"),
        (f'time_zone = "../x"\n{LEAST}', "the key time_zone is not usable; write a zone of the"),
        (f'country = "Germany"\n{LEAST}', "country is not usable; write two letters of ISO 3166-1"),
        (f'colour = "red"\n{LEAST}', "the key colour is not usable; write one of the keys colours"),
        (f'emblem = "no.svg"\n{LEAST}', "the key emblem is not usable; write the name of an SVG"),
        (f'emblem = "../a.svg"\n{LEAST}', "emblem is not usable; write the name of an SVG file"),
        (f'emblem = "picture.svg"\n{LEAST}', "emblem is not usable; write the name of an SVG file"),
        (f'favicon = "page.svg"\n{LEAST}', "favicon is not usable; write the name of an SVG file"),
        (f'security_contact = "me"\n{LEAST}', "security_contact is not usable; write an address"),
        (f'social = ["http://a.b"]\n{LEAST}', "social is not usable; write a list of addresses"),
        (f'contact = "me"\n{LEAST}', "the key contact is not usable; write a table [contact]"),
        (f'[contact]\nphone = "112"\n{LEAST}', "contact.phone is not usable; write it with the"),
        (
            f'[contact]\nemail = "me"\n{LEAST}',
            "contact.email is not usable; write an address as in",
        ),
        (f'[contact]\nurl = "javascript:0"\n{LEAST}', "contact.url is not usable; write https://…"),
        (
            LEAST + COLOURS.replace("[colours.dark]", "[colours.night]"),
            "the key colours.dark.accent is not usable; write a colour as in #9d1b2b",
        ),
        (
            LEAST + COLOURS.replace('accent = "#14507a"', 'accent = "red"'),
            "the key colours.light.accent is not usable; write a colour as in #9d1b2b",
        ),
        (
            LEAST + COLOURS.replace('accent = "#14507a"', 'accent = "#7a9db5"'),
            "the key colours.light.accent is not usable; write a darker colour: text has a "
            "contrast of 2.8 between #7a9db5 and #fffdf9, and 4.5 is the least that everyone",
        ),
        (
            LEAST + COLOURS.replace('accent = "#8cc8f0"', 'accent = "#14507a"'),
            "the key colours.dark.accent is not usable; write a lighter colour: text has a",
        ),
        (
            LEAST + COLOURS.replace('field = "#14507a"', 'field = "#797979"'),
            "the key colours.light.field is not usable; write a darker colour",
        ),
        (
            LEAST + COLOURS.replace('ground = "#0a1620"', 'ground = "#7e7e7e"'),
            "the key colours.dark.ground is not usable; write a darker colour",
        ),
    ],
)
def test_what_is_wrong_is_a_sentence_that_names_file_key_and_remedy(read, tmp_path, text, said):
    with pytest.raises(ImproperlyConfigured) as error:
        read(text)
    sentence = str(error.value)
    assert sentence.startswith(f"{tmp_path / 'identity.toml'}: the key ")
    assert said in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence


def test_a_file_that_is_not_there_or_no_toml_is_named(read, tmp_path):
    with pytest.raises(ImproperlyConfigured, match=r"nothing\.toml cannot be read \(No such file"):
        reading.read(tmp_path / "nothing.toml")
    with pytest.raises(ImproperlyConfigured, match=r"identity\.toml is no TOML file in UTF-8: .*1"):
        read("name: Portal")


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({"language_code": "ja"}, "LANGUAGE_CODE=ja is no language of this site; write one of de"),
        ({"time_zone": "Mars"}, "TIME_ZONE=Mars is no zone of the IANA list; write one as in"),
    ],
)
def test_variables_are_stronger_than_the_file_and_judged_as_well(read, tmp_path, variables, said):
    read(LEAST + '[languages.fr]\nname = "Portail"\n')
    given = {"path": "identity.toml", "language_code": "", "time_zone": ""}
    identity = reading.of_settings(
        tmp_path, **given | {"language_code": "fr", "time_zone": "Asia/Tokyo"}
    )
    assert (identity.language_code, identity.time_zone) == ("fr", "Asia/Tokyo")
    with pytest.raises(ImproperlyConfigured, match=said):
        reading.of_settings(tmp_path, **given | variables)


def test_every_language_of_django_can_be_one_of_the_site(read):
    identity = read("".join(f'[languages.{code}]\nname = "X"\n' for code in reading.KNOWN))
    assert len(identity.languages) == len(reading.KNOWN) > 90


def test_without_a_file_the_site_is_nobody_s_and_speaks_each_language_of_the_catalogues():
    identity = reading.read(None)
    assert identity.in_language("en").name == "Government portal"
    assert {each.code for each in identity.languages} == {"be", "ru", "en", "zh-hans"}
    assert all(each.site.country == each.site.owner == "" for each in identity.languages)
    assert len({each.site.name for each in identity.languages}) == 4


def test_the_identities_that_come_with_the_code_are_whole():
    for path in (settings.BASE_DIR / "portal" / "demo").glob("*/identity.toml"):
        identity = reading.read(path)
        for language in identity.languages:
            site = language.site
            texts = (site.owner, site.description, site.contact.address, site.emblem_url)
            assert all(texts), (path, language.code)
