"""Cases by rule number of UAX #9; then thousands against FriBidi where it is installed."""

import ctypes
from ctypes.util import find_library

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from media.typography.bidi.lines import line_levels, visual_runs
from media.typography.bidi.paragraph import base_level, paragraph_levels

RLE, LRE, RLO, PDF = "\u202b", "\u202a", "\u202e", "\u202c"
LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"

LTR, RTL = 0, 1


def levels(text, base):
    return "".join(map(str, line_levels(text, paragraph_levels(text, base), base)))


@pytest.mark.parametrize(
    ("rule", "text", "base", "expected"),
    [
        ("I1", "ab 12", LTR, "00000"),
        ("I2", "اب", RTL, "11"),
        ("W1", "اَ", LTR, "11"),
        ("W2", "ab اب 12", LTR, "00011122"),
        ("W4", "ا1,2", RTL, "1222"),
        ("W4 in Latin", "ا b1,2", RTL, "112222"),
        ("W5", "5%", RTL, "22"),
        ("W6", "ا5%", RTL, "121"),
        ("W7", "ا A1 ب", RTL, "112211"),
        ("N0b", "ا(b)ج", RTL, "11211"),
        ("N0c1", "a (b) ج", RTL, "2222211"),
        ("N0c2", "a (ب) c", LTR, "0001000"),
        ("N0 folded", "a 〈ب〉 c", LTR, "0001000"),
        ("N0 crossed", "a (ب] c", LTR, "0001000"),
        ("N1", "ا - ب", LTR, "11111"),
        ("N2", "ا - b", LTR, "10000"),
        ("X2", f"a{RLE}b{PDF}", LTR, "0020"),
        ("X4", f"{RLO}ab{PDF}", LTR, "0110"),
        ("X5a", f"ا{LRI}05 37{PDI}ب", RTL, "112222211"),
        ("X5c", f"ا {FSI}b!{PDI}", RTL, "111221"),
        ("X5c right", f"a {FSI}ب!{PDI}.", LTR, "0001100"),
        ("X6a unmatched", f"a{PDI}b", LTR, "000"),
        ("L1", "ا ", LTR, "10"),
        ("L1 tab", "ا\tب", LTR, "101"),
        ("5.2", "ا\u00adب", RTL, "111"),
    ],
    ids=lambda value: value if isinstance(value, str) and value.isascii() else "",
)
def test_levels_follow_the_rule(rule, text, base, expected):
    assert levels(text, base) == expected


def test_a_telephone_in_arabic_is_turned_round_unless_it_is_isolated():
    assert shown("رقم 05 37", RTL) == "37 05 مقر"
    assert shown(f"رقم {LRI}05 37{PDI}", RTL) == "05 37 مقر"


def test_a_number_range_in_arabic_keeps_its_order_when_isolated():
    assert shown(f"ملف {LRI}2024-15{PDI} جديد", RTL) == "ديدج 2024-15 فلم"


def test_runs_are_ordered_by_the_highest_level_first():
    assert [tuple(run) for run in visual_runs([0, 1, 1, 2, 2, 1, 0])] == [
        (0, 1, 0),
        (5, 6, 1),
        (3, 5, 2),
        (1, 3, 1),
        (6, 7, 0),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("12 اب", 1), ("(ab) اب", 0), (f"{RLI}ا{PDI} b", 0), ("12", 0), ("", 0)],
)
def test_the_first_strong_character_outside_isolates_sets_the_base(text, expected):
    assert base_level(text) == expected


def test_more_embeddings_than_the_limit_change_nothing_more():
    assert max(paragraph_levels(RLE * 200 + "a", LTR)) == 125 + 1


ALPHABET = "ابت لا ABcd 0123 ٠١ ()[]«»-–:;،.,!/%+ é\u200f\u200e"


@settings(max_examples=400, deadline=None)
@given(text=st.text(alphabet=ALPHABET, min_size=1, max_size=40), base=st.sampled_from([LTR, RTL]))
def test_fribidi_finds_the_same_levels(text, base):
    library = find_library("fribidi")
    if library is None:
        pytest.skip("libfribidi is not installed")
    found = line_levels(text, paragraph_levels(text, base), base)
    assert found == fribidi_levels(ctypes.CDLL(library), text, base)


def fribidi_levels(library, text, base):
    length = len(text)
    characters = (ctypes.c_uint32 * length)(*map(ord, text))
    types, brackets = (ctypes.c_uint32 * length)(), (ctypes.c_uint32 * length)()
    found = (ctypes.c_int8 * length)()
    library.fribidi_get_bidi_types(characters, length, types)
    library.fribidi_get_bracket_types(characters, length, types, brackets)
    direction = ctypes.c_uint32(0x111 if base else 0x110)
    library.fribidi_get_par_embedding_levels_ex(
        types, brackets, length, ctypes.byref(direction), found
    )
    return list(found)


def shown(text, base):
    """The characters from left to right, isolates left out."""
    runs = visual_runs(line_levels(text, paragraph_levels(text, base), base))
    pieces = (text[start:stop][:: -1 if level & 1 else 1] for start, stop, level in runs)
    return "".join(pieces).translate({ord(mark): None for mark in LRI + RLI + FSI + PDI})
