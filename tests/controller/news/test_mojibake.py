"""Letters that were misread are set right where that is certain; else they are told."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from controller.news.mojibake import Letters, mended

ARABIC = "إعلان: تنعقد دورة المجلس الجماعي، يوم 5 أكتوبر 2026 بقاعة الاجتماعات."
FRENCH = "Réunion du conseil à 10 h : l’été « déjà » là… 25 € d’œuvres"
TAMAZIGHT = "ⴰⵙⵉⵏⴰⴳ ⴰⵎⵓⵔⴰⵏ ⵏ ⵜⵓⵙⵙⵏⴰ"
MIXED = f"{ARABIC} {FRENCH}"

LETTERS = st.sampled_from("ابتثجحخدذرزسشصضطظعغفقكلمنهويىءآأإؤئة")
WORDS = st.lists(st.text(LETTERS, min_size=2, max_size=9), min_size=2, max_size=12)
SIGNS = st.sampled_from([" ", "، ", "؟ ", " «", "» ", "… ", ". ", "\n"])


def misread(text: str, encoding: str) -> str:
    """Return UTF-8 as who takes it for another encoding reads it."""
    return "".join(bytes([each]).decode(encoding, "ignore") or chr(each) for each in text.encode())


@pytest.mark.parametrize("encoding", ["cp1256", "cp1252", "latin-1"])
@pytest.mark.parametrize("text", [ARABIC, FRENCH, TAMAZIGHT, MIXED], ids="afzm")
def test_what_was_misread_is_read_right(text, encoding) -> None:
    assert mended(misread(text, encoding)) == (text, Letters.REPAIRED)


@pytest.mark.parametrize("text", [ARABIC, FRENCH], ids="af")
def test_what_was_misread_twice_is_read_right(text) -> None:
    assert mended(misread(misread(text, "cp1252"), "cp1252")) == (text, Letters.REPAIRED)


@pytest.mark.parametrize(
    "text",
    [
        *(ARABIC, FRENCH, TAMAZIGHT, MIXED, "", "Plain English", "CAFÉ» OÙ… FORÊT™ À"),
        *("أ، ب، ج", "الوسط، الضغط؟ حفظ… «ظ»", "ضبط وحفظ الوسط", "Quoi ??? Vraiment", "١٤٤٨ هـ"),
        *("<p>Été</p> <img src='é.jpg'>", "çà et là", "ÉTÉ", "£ 5 · 20 °C · ½"),
    ],
)
def test_what_was_read_right_stays_as_it_is(text) -> None:
    assert mended(text) == (text, Letters.SOUND)


@settings(max_examples=60, deadline=None)
@given(WORDS, SIGNS)
def test_any_arabic_stays_as_it_is_and_comes_back_when_it_was_misread(words, sign) -> None:
    text = sign.join(words)

    assert mended(text) == (text, Letters.SOUND)
    assert mended(misread(text, "cp1256")) == (text, Letters.REPAIRED)
    assert mended(misread(text, "cp1252")) == (text, Letters.REPAIRED)


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("aeiouéèàùçêîôûëïœÉÀ bcdt’«»…€ "), max_size=60))
def test_any_french_stays_as_it_is(text) -> None:
    assert mended(text).text == text


def test_arabic_of_windows_that_was_read_as_latin_is_read_right() -> None:
    letters = "إعلان عن دورة المجلس الجماعي"

    assert mended(letters.encode("cp1256").decode("cp1252")) == (letters, Letters.REPAIRED)


@pytest.mark.parametrize(
    "text",
    [
        f"{ARABIC[:20]}\ufffd{ARABIC[21:]}",
        "??? ????? ??",
        misread(ARABIC, "cp1256").replace("\u0637", "?", 3),
        "CommuniquÃ© Ã  tous",
        ARABIC.encode("iso8859-6", "replace").decode("latin-1"),
        "ÀÀÀÀÀÉ",
    ],
    ids=["lost letter", "question marks", "half lost", "lost blank", "another encoding", "no word"],
)
def test_what_cannot_be_set_right_for_certain_is_left_and_told(text) -> None:
    assert mended(text) == (text, Letters.DAMAGED)
