"""Long lists in leaves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.leaf import Leaf
from kiosk.paging import Capacity, cut, packed


def test_leaves_are_filled_evenly():
    assert cut("abcdefg", 1, 6) == (tuple("abcd"), Leaf(1, 2))
    assert cut("abcdefg", 2, 6) == (tuple("efg"), Leaf(2, 2))


def test_an_empty_list_has_one_empty_leaf():
    assert cut("", 1, 6) == ((), Leaf(1, 1))


def test_a_leaf_beyond_the_last_is_the_last():
    assert cut("abc", 9, 2) == (("c",), Leaf(2, 2))


@given(st.lists(st.integers()), st.integers(1, 9))
def test_every_item_stands_on_exactly_one_leaf(items, size):
    count = cut(items, 1, size)[1].count
    leaves = [cut(items, number + 1, size)[0] for number in range(count)]
    assert [item for leaf in leaves for item in leaf] == items
    assert max(map(len, leaves)) <= size


def test_a_screen_that_holds_nothing_is_refused():
    with pytest.raises(ValueError, match="one of each"):
        Capacity(offices=1, services=1, procedures=1, events=1, results=1, ticks=0, listed=1)


def test_leaves_are_packed_as_full_as_they_may_be():
    assert packed((3, 4, 5, 1, 1), lambda some: sum(some) <= 7) == ((3, 4), (5, 1, 1))


def test_what_does_not_even_fit_alone_has_a_leaf_of_its_own():
    assert packed((1, 9, 1), lambda some: sum(some) <= 7) == ((1,), (9,), (1,))


def test_nothing_is_packed_on_one_empty_leaf():
    assert packed((), bool) == ((),)
