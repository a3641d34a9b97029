"""Whose turn it is."""

from collections import Counter
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from media.playlist.model import Strength
from media.playlist.rotation import Rotation
from tests.media.playlist.building import lasting, notice


def turns(rotation: Rotation, count: int) -> tuple[list[str], Rotation]:
    shown = []
    for _ in range(count):
        rotation = rotation.turned()
        shown.append(rotation.shown)
    return shown, rotation


def begun(**weights: int) -> Rotation:
    return Rotation().renewed([lasting(key, weight) for key, weight in weights.items()])


def test_items_of_one_weight_come_in_their_order():
    assert turns(begun(a=1, b=1, c=1), 7)[0] == [*"abcabca"]


def test_a_heavier_item_comes_more_often_and_its_turns_are_spread():
    assert turns(begun(a=5, b=1, c=1), 14)[0] == [*"aabacaa" * 2]


def test_when_nothing_is_due_nothing_is_shown():
    assert Rotation().renewed([]).turned().shown is None
    assert begun(a=1).turned().renewed([]).shown is None


def test_what_plays_goes_on_when_a_revision_is_published_and_the_round_goes_on_from_it():
    _, rotation = turns(begun(a=1, b=1, c=1), 2)
    items = [lasting(key) for key in ("z", "a", "b", "c")]
    renewed = rotation.renewed(items)

    assert renewed.shown == "b"
    assert turns(renewed, 4)[0][0] == "c"


def test_what_is_to_come_first_is_next_once_and_then_has_its_turn():
    _, rotation = turns(begun(a=1, b=1), 1)
    items = [lasting("a"), lasting("b"), notice("new", strength=Strength.FIRST)]
    shown, rotation = turns(rotation.renewed(items), 6)

    assert shown[0] == "new"
    assert Counter(shown) == {"a": 2, "b": 2, "new": 2}
    assert turns(rotation.renewed(items), 1)[0] != ["new"]


def test_what_was_to_come_first_and_is_over_is_forgotten():
    rotation = begun(a=1).renewed([lasting("a"), notice("new", strength=Strength.FIRST)])
    assert rotation.ahead == ("new",)
    assert turns(rotation.renewed([lasting("a")]), 2)[0] == ["a", "a"]


WEIGHTS = st.lists(st.integers(1, 10), min_size=1, max_size=6)


@given(WEIGHTS)
@settings(max_examples=40, deadline=None)
def test_in_each_round_everybody_has_as_many_turns_as_their_weight(weights):
    rotation = begun(**{f"i{at}": weight for at, weight in enumerate(weights)})
    for _ in range(2):
        shown, rotation = turns(rotation, sum(weights))
        assert Counter(shown) == {f"i{at}": weight for at, weight in enumerate(weights)}
        assert {share.credit for share in rotation.shares} == {0}


@given(WEIGHTS.filter(lambda weights: len(weights) > 1))
@settings(max_examples=40, deadline=None)
def test_nothing_comes_twice_in_a_row_that_has_no_more_than_half_of_all_turns(weights):
    rotation = begun(**{f"i{at}": weight for at, weight in enumerate(weights)})
    shown, _ = turns(rotation, 3 * sum(weights))
    heavy = {f"i{at}" for at, weight in enumerate(weights) if 2 * weight > sum(weights)}
    assert {one for one, other in pairwise(shown) if one == other} <= heavy


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_whatever_comes_and_goes_who_stays_is_not_starved(data):
    """Others come and leave between any two turns; the item that stays still has its share."""
    rotation, waited = Rotation(), 0
    for _ in range(25):
        others = data.draw(st.dictionaries(st.sampled_from("abcde"), st.integers(1, 4), max_size=4))
        items = [lasting("stays"), *(lasting(key, weight) for key, weight in others.items())]
        rotation = rotation.renewed(items).turned()
        assert sum(share.credit for share in rotation.shares) == 0
        waited = 0 if rotation.shown == "stays" else waited + 1
        assert waited <= 2 * (1 + 4 * 5)
