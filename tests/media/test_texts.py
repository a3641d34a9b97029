import os
import re
import shutil
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from media.isolation import plain
from media.texts import Texts
from media.texts.__main__ import main
from media.texts.catalogue import LOCALE, compile_catalogues, mo_path, po_path
from media.texts.editing import Entry, EntryError, add_entry, tidy
from media.texts.extraction import missing_texts
from media.texts.refusal import refusal_text
from media.texts.unused import unused_texts
from media.words import Confidence

ROOT = Path(__file__).parents[2]
PERSON, PEOPLE = "{n} person is waiting", "{n} people are waiting"


@pytest.fixture(scope="module")
def texts():
    return Texts()


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(LOCALE, tmp_path / "locale", ignore=shutil.ignore_patterns("*.mo"))


def test_a_value_is_isolated_inside_arabic(texts):
    assert texts.text("ar", "Counter {counter}", counter=3) == "الشباك \u20663\u2069"


def test_a_text_without_values_keeps_its_places_for_a_script(texts):
    assert texts.text("fr", "Counter {counter}") == "Guichet {counter}"


def test_french_signs_never_begin_a_line(texts):
    assert texts.text("fr", "Are you still there?") == "Êtes-vous toujours là\u00a0?"


def test_a_missing_value_is_a_mistake_of_the_program(texts):
    with pytest.raises(KeyError):
        texts.text("fr", "Release counter {counter}, open for {agent}?", counter=3)


@pytest.mark.parametrize(
    ("n", "text"),
    [
        (0, "لا أحد في الانتظار"),
        (1, "شخص واحد في الانتظار"),
        (2, "شخصان في الانتظار"),
        (3, "3 أشخاص في الانتظار"),
        (10, "10 أشخاص في الانتظار"),
        (11, "11 شخصا في الانتظار"),
        (99, "99 شخصا في الانتظار"),
        (100, "100 شخص في الانتظار"),
        (102, "102 شخص في الانتظار"),
        (103, "103 أشخاص في الانتظار"),
        (111, "111 شخصا في الانتظار"),
    ],
)
def test_arabic_agrees_with_its_number_in_six_ways(texts, n, text):
    assert plain(texts.plural("ar", PERSON, PEOPLE, n)) == text


@pytest.mark.parametrize(
    ("n", "text"),
    [
        (0, "0 ⵜⵓⵙⴷⵉⴷⵜ"),
        (1, "1 ⵜⵓⵙⴷⵉⴷⵜ"),
        (2, "2 ⵜⵓⵙⴷⵉⴷⵉⵏ"),
        (10, "10 ⵜⵓⵙⴷⵉⴷⵉⵏ"),
        (11, "11 ⵜⵓⵙⴷⵉⴷⵜ"),
        (99, "99 ⵜⵓⵙⴷⵉⴷⵜ"),
        (100, "100 ⵜⵓⵙⴷⵉⴷⵉⵏ"),
    ],
)
def test_tamazight_says_the_singular_up_to_one_and_from_eleven_to_ninety_nine(folder, n, text):
    two = ("{n}", "{n}")
    forms = {"ar": two * 3, "zgh": ("{n} ⵜⵓⵙⴷⵉⴷⵜ", "{n} ⵜⵓⵙⴷⵉⴷⵉⵏ"), "fr": two, "en": two}
    add_entry(Entry("{n} minute", "{n} minutes", forms, Confidence.HIGH, "CLDR"), folder)

    assert plain(Texts(folder).plural("zgh", "{n} minute", "{n} minutes", n)) == text


@pytest.mark.parametrize(
    ("language", "n", "text"),
    [
        ("fr", 0, "0 personne attend"),
        ("fr", 2, "2 personnes attendent"),
        ("en", 0, "0 people are waiting"),
        ("en", 1, "1 person is waiting"),
    ],
)
def test_french_counts_zero_as_one_and_english_as_many(texts, language, n, text):
    assert plain(texts.plural(language, PERSON, PEOPLE, n)) == text


def test_confirmed_tamazight_is_shown(texts):
    assert texts.parts("zgh", "Back") == (("zgh", "ⴰⵖⵓⵍ"),)


def test_missing_tamazight_gives_arabic_and_french(texts):
    assert texts.parts("zgh", "Call next") == (
        ("ar", "نداء الرقم الموالي"),
        ("fr", "Appeler le suivant"),
    )


def test_a_missing_tamazight_plural_gives_arabic_and_french(texts):
    assert [
        (language, plain(text)) for language, text in texts.plural_parts("zgh", PERSON, PEOPLE, 3)
    ] == [("ar", "3 أشخاص في الانتظار"), ("fr", "3 personnes attendent")]


def test_unsure_tamazight_is_never_shown(texts):
    assert "ⴰⵙⴽⵙⵍ" in po_path("zgh").read_text(encoding="utf-8")
    assert texts.parts("zgh", "Counter") == (("ar", "الشباك"), ("fr", "Guichet"))


def test_unsure_tamazight_is_not_shown_when_its_flag_was_forgotten(folder):
    path = po_path("zgh", folder)
    path.write_text(path.read_text(encoding="utf-8").replace("#, fuzzy\n", ""), encoding="utf-8")

    assert Texts(folder).parts("zgh", "Counter") == (("ar", "الشباك"), ("fr", "Guichet"))


def refusal_codes():
    section = (ROOT / "docs" / "protocol.md").read_text(encoding="utf-8").partition("## 6.")[2]
    rows = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    return [code for row in rows for code in re.findall(r"`(\w+)`", row)]


@pytest.mark.parametrize(
    "code",
    [*refusal_codes(), "wrong_name_or_password", "too_many_attempts", "unknown_device"],
)
def test_each_refusal_of_the_protocol_has_words_in_each_language(texts, code):
    english = refusal_text(code)
    told = {language: texts.refusal(language, code) for language in ("ar", "fr", "en")}

    assert "{code}" not in english
    assert told["en"] == english
    assert len(set(told.values())) == 3


def test_an_unknown_refusal_is_told_with_its_code(texts):
    assert plain(texts.refusal("fr", "on_strike")) == "La demande a été refusée (on_strike)."


def test_compiled_catalogues_say_the_same_as_the_ones_that_people_edit(folder):
    before = Texts(folder).text("ar", "Call next")

    written = compile_catalogues(folder)

    assert written == tuple(mo_path(language, folder) for language in ("ar", "zgh", "fr", "en"))
    assert Texts(folder).text("ar", "Call next") == before == "نداء الرقم الموالي"


def test_an_edited_catalogue_is_read_before_it_is_compiled_again(folder):
    compile_catalogues(folder)
    path = po_path("fr", folder)
    text = path.read_text(encoding="utf-8").replace("Appeler le suivant", "Au suivant")
    path.write_text(text, encoding="utf-8")
    later = mo_path("fr", folder).stat().st_mtime + 1
    os.utime(path, (later, later))

    assert Texts(folder).text("fr", "Call next") == "Au suivant"


def test_every_text_that_the_programs_ask_for_is_in_the_four_catalogues():
    assert list(missing_texts(ROOT)) == []


def test_every_text_of_the_catalogues_is_used_by_a_program():
    assert list(unused_texts(ROOT)) == []


def test_a_text_counts_as_used_in_a_table_a_template_or_a_script_but_not_as_a_name(
    tmp_path, folder
):
    (tmp_path / "kiosk").mkdir()
    (tmp_path / "kiosk" / "a.py").write_text('__all__ = ["Counter"]\nWAYS = {1: ("Back",)}\n')
    (tmp_path / "kiosk" / "b.html").write_text('{{ heads(["Agent"]) }}')
    (tmp_path / "kiosk" / "c.js").write_text("words('Call next')")
    (tmp_path / "kiosk" / "vendor").mkdir()
    (tmp_path / "kiosk" / "vendor" / "d.js").write_text('"Close"')

    unused = [line for line in unused_texts(tmp_path, folder) if "the fr catalogue" in line]

    names = ("Counter", "Back", "Agent", "Call next", "Close")
    assert [name for name in names if any(f'"{name}"' in line for line in unused)] == [
        "Counter",
        "Close",
    ]


def test_a_text_that_no_catalogue_has_is_found_in_code_template_and_script(tmp_path):
    for program in ("wire", "hardware", "media", "controller", "kiosk", "display", "nouba"):
        (tmp_path / program).mkdir()
    shutil.copy(ROOT / "babel.cfg", tmp_path)
    (tmp_path / "kiosk" / "a.py").write_text('texts.text("ar", "Dance", n=3)\nmsgid("Sing")\n')
    (tmp_path / "controller" / "b.html").write_text('<p>{{ words("Jump") }}</p>\n')
    (tmp_path / "controller" / "c.js").write_text('say(_("Run"));\n')

    assert [line for line in missing_texts(tmp_path) if "fr cat" in line] == [
        'controller/b.html:1: "Jump" is not in the fr catalogue',
        'controller/c.js:1: "Run" is not in the fr catalogue',
        'kiosk/a.py:1: "Dance" is not in the fr catalogue',
        'kiosk/a.py:2: "Sing" is not in the fr catalogue',
    ]


def test_an_added_text_is_in_all_languages_and_nothing_else_changes(folder):
    before = {each: po_path(each, folder).read_text(encoding="utf-8") for each in ("ar", "zgh")}

    forms = {"ar": ("ارقصوا",), "zgh": ("",), "fr": ("Dansez",), "en": ("Dance",)}
    add_entry(Entry("Dance", "", forms), folder)

    assert Texts(folder).parts("zgh", "Dance") == (("ar", "ارقصوا"), ("fr", "Dansez"))
    after = po_path("ar", folder).read_text(encoding="utf-8")
    assert after.replace('msgid "Dance"\nmsgstr "ارقصوا"\n\n', "") == before["ar"]


def test_a_plural_without_its_six_arabic_forms_is_refused(folder):
    forms = {"ar": ("يوم",), "zgh": ("", ""), "fr": ("jour", "jours"), "en": ("day", "days")}

    with pytest.raises(EntryError, match="ar needs 6 form"):
        add_entry(Entry("{n} day", "{n} days", forms), folder)


@pytest.mark.parametrize("language", ["ar", "zgh", "fr", "en"])
def test_each_catalogue_stands_in_the_one_order_that_tidy_writes(folder, language):
    before = po_path(language).read_text(encoding="utf-8")

    tidy(folder)

    assert po_path(language, folder).read_text(encoding="utf-8") == before


def test_the_add_command_writes_a_plural_with_its_source(folder, monkeypatch):
    monkeypatch.setattr("media.texts.__main__.add_entry", partial(add_entry, folder=folder))
    arabic = ("لا يوم", "يوم واحد", "يومان", "{n} أيام", "{n} يوما", "{n} يوم")
    options = [*flags("--ar", arabic), *flags("--fr", ("{n} jour", "{n} jours"))]
    tamazight = flags("--zgh", ("{n} ⴰⵙⵙ", "{n} ⵓⵙⵙⴰⵏ"))
    known = ["--confidence", "M", "--source", "CLDR"]

    result = CliRunner().invoke(main, ["add", "{n} day", "{n} days", *options, *tamazight, *known])

    assert (result.exit_code, result.output) == (0, "")
    texts = Texts(folder)
    assert plain(texts.plural("ar", "{n} day", "{n} days", 4)) == "4 أيام"
    assert plain(texts.plural("zgh", "{n} day", "{n} days", 4)) == "4 ⵓⵙⵙⴰⵏ"
    entry = '# confidence: M; source: CLDR\n#, python-brace-format\nmsgid "{n} day"\n'
    assert entry in po_path("zgh", folder).read_text(encoding="utf-8")


def flags(name, values):
    return [word for value in values for word in (name, value)]
