"""The list of what to bring: its lines, its codes, its picture."""

import pytest
import zxingcpp

from hardware.profiles import PROFILES
from kiosk.list_picture import ListPrint
from kiosk.paper_font import paper_font
from kiosk.qr import LEAST, codes, codes_beside
from kiosk.take_home import ListWords, TakeHome
from media.pack import load_pack
from media.texts import Texts
from tests.media.demo import DEMO
from wire.messages import LANGUAGES

PACK, TEXTS = load_pack(DEMO), Texts()
WORDS = ListWords(TEXTS, PACK)
NARROW = min(PROFILES, key=lambda each: each.dots)
WIDE = max(PROFILES, key=lambda each: each.dots)
BOOKLET = PACK.procedure("family_booklet")


def test_the_list_in_the_code_is_plain_text_in_the_visitors_language():
    taken = TakeHome("fr", BOOKLET, frozenset({0, 3}))

    assert WORDS.plain_lines(taken) == (
        "Livret de famille",
        "À apporter :",
        "☐ Copies intégrales des actes de naissance des époux",
        "☐ Acte de mariage",
        "☐ Déclaration de perte (pour un duplicata)",
        "Vous avez :",
        "☑ Demande",
        "☑ CNIE de chacun des époux · une simple copie",
        "Coût · 50 DH",
        ("Bureau d’état civil · Rez-de-chaussée, hall d’accueil, guichets 1 à 3 · 08:30 – 16:30"),
    )


def test_who_has_everything_is_told_so_and_what_asks_for_nothing_says_that():
    everything = TakeHome("fr", BOOKLET, frozenset(range(5)))
    nothing = TakeHome("en", PACK.procedure("lighting"))

    assert WORDS.plain_lines(everything)[1] == "Vous avez tous les documents"
    assert WORDS.plain_lines(nothing)[1] == "No document is required"


def test_a_short_list_is_one_code_and_a_long_one_several_that_tear_no_line():
    lines = tuple(f"{number}: " + "وثيقة " * 12 for number in range(12))
    few, many = codes(lines[:2], NARROW.dots), codes(lines, NARROW.dots)

    assert few == ("\n".join(lines[:2]),)
    assert [code.splitlines()[0] for code in many] == [
        f"({number}/{len(many)})" for number in range(1, len(many) + 1)
    ]
    assert tuple(line for code in many for line in code.splitlines()[1:]) == lines


@pytest.mark.parametrize("profile", [NARROW, WIDE], ids=lambda each: f"{each.dots} dots")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_printed_codes_are_read_without_us_and_hold_the_list(profile, language):
    """Those with the longest lists: they hold all that the others do."""
    draw = ListPrint(PACK, TEXTS, profile, paper_font()).picture
    longest = sorted(PACK.procedures, key=lambda each: len(str(each.documents)))[-3:]
    for procedure in longest:
        taken = TakeHome(language, procedure, frozenset({0}))
        wanted = codes(WORDS.plain_lines(taken), profile.dots)
        picture = draw(taken)
        read = zxingcpp.read_barcodes(picture.convert("L"))

        assert picture.width == profile.dots
        assert sorted(each.text for each in read) == sorted(wanted)


def test_codes_on_a_screen_are_as_few_as_are_legible_beside_one_another():
    lines = tuple(f"{number}: " + "وثيقة " * 12 for number in range(12))
    wide, low = codes_beside(lines, 1000, 1000), codes_beside(lines, 1000, 480)

    assert wide == ("\n".join(lines),)
    assert low == codes(lines, 480)
    assert len(low) == 2


def test_the_demonstrations_lists_need_two_codes_at_most_on_the_narrowest_paper():
    counts = {
        len(codes(WORDS.plain_lines(TakeHome(language, procedure)), NARROW.dots))
        for procedure in PACK.procedures
        for language in LANGUAGES
    }

    assert max(counts) <= 2


def test_a_modules_side_is_half_a_millimetre_at_least():
    assert LEAST / NARROW.dpi * 25.4 >= 0.5


def test_arabic_stands_on_every_list_and_what_is_at_hand_has_a_full_box():
    draw = ListPrint(PACK, TEXTS, WIDE, paper_font()).picture
    ticked = draw(TakeHome("fr", BOOKLET, frozenset({0})))
    bare = draw(TakeHome("fr", BOOKLET))

    assert ticked.height > bare.height
    assert WORDS.sections("ar", TakeHome("fr", BOOKLET))[0].pieces[0] == (("ar", "طلب"),)
