from kiosk.finding.keyboards import KEYBOARDS, script_of
from kiosk.finding.search import Search
from media.pack import load_pack
from tests.media.demo import DEMO
from wire.messages import LANGUAGES


def test_no_letter_is_on_a_keyboard_twice_and_no_row_is_too_long():
    for rows in KEYBOARDS.values():
        letters = "".join(rows)
        assert len(letters) == len(set(letters))
        assert max(map(len, rows)) <= 11


def test_the_tifinagh_keyboard_has_ircams_letters():
    """The 33 letters, two of which are written with the sign of rounding."""
    letters = set("".join(KEYBOARDS["tifinagh"]))

    assert letters == set("ⴰⴱⴳⴷⴹⴻⴼⴽⵀⵃⵄⵅⵇⵉⵊⵍⵎⵏⵓⵔⵕⵖⵙⵚⵛⵜⵟⵡⵢⵣⵥⵯ")


def test_each_language_begins_on_its_own_keyboard():
    assert [script_of(each) for each in LANGUAGES] == ["arabic", "tifinagh", "latin", "latin"]


def test_every_procedure_is_found_by_a_word_that_its_keyboard_can_type():
    pack = load_pack(DEMO)
    search = Search(pack)
    arabic = set("".join(KEYBOARDS["arabic"]) + " ")
    for sheet in pack.procedures:
        typed = (
            sheet.name.ar.replace("أ", "ا").replace("إ", "ا").replace("آ", "ا").replace("ئ", "ي")
        )
        letters = "".join(each if each in arabic else " " for each in typed)
        assert sheet in search.found(letters)[:2]
