"""What a visit changes: it adds, it edits, it notes what is missing; it removes nothing."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from controller.news.draft import Draft
from controller.news.entry import Reading, Sitting
from controller.news.item import Item, Standing
from controller.news.judging import Changes, judged
from controller.news.mojibake import Letters
from controller.news.problem import Problem
from tests.controller.news.written import COUNCIL, NOW, WORKS, YESTERDAY, a_feed

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
PENDING, ACCEPTED, REFUSED = Standing.PENDING, Standing.ACCEPTED, Standing.REFUSED
FEED, TRUSTED = a_feed(), a_feed(trusted=True)
WHOLE = Reading((), since=YESTERDAY - DAY)
PART = replace(WHOLE, problem=Problem.NOT_WELL_FORMED)
DRAFT = Draft("1", COUNCIL, (), "ar", published=YESTERDAY)
EDITED = replace(DRAFT, headline=WORKS)
DAMAGED = replace(EDITED, letters=Letters.DAMAGED)


def an_item(draft: Draft = DRAFT, standing: Standing = ACCEPTED, number: int = 1) -> Item:
    return Item(number, "commune", draft, standing, YESTERDAY, YESTERDAY, NOW + DAY)


def known(*items: Item) -> dict[str, Item]:
    return {item.draft.key: item for item in items}


def of_new(feed=FEED, reading=WHOLE, draft=DRAFT) -> list[Standing]:
    return [each.standing for each in judged(feed, reading, [draft], {}, NOW).new]


def of_edited(feed, draft, item, reading=WHOLE) -> list[Standing]:
    changes = judged(feed, reading, [draft], known(item), NOW)
    return [each.standing for each in changes.edited.values()]


def test_what_is_new_waits_for_an_editor() -> None:
    assert of_new() == [PENDING]


def test_what_is_new_of_a_trusted_source_is_accepted_when_all_is_well() -> None:
    assert (of_new(TRUSTED), of_new(TRUSTED, PART), of_new(TRUSTED, draft=DAMAGED)) == (
        [ACCEPTED],
        [PENDING],
        [PENDING],
    )


def test_an_item_lives_from_its_publication_on() -> None:
    def end(**fields: object):
        return judged(FEED, WHOLE, [replace(DRAFT, **fields)], {}, NOW).new[0].ends_at

    assert end() == YESTERDAY + 7 * DAY
    assert end(published=None) == end(published=NOW + 300 * DAY) == NOW + 7 * DAY
    assert end(sitting=Sitting(NOW + DAY, NOW + DAY + HOUR)) == NOW + DAY + HOUR


def test_what_is_over_when_it_is_first_seen_is_not_taken() -> None:
    assert of_new(draft=replace(DRAFT, published=NOW - 7 * DAY)) == []


@pytest.mark.parametrize(
    ("feed", "before", "after"),
    [
        (FEED, ACCEPTED, PENDING),
        (FEED, REFUSED, PENDING),
        (FEED, PENDING, PENDING),
        (TRUSTED, ACCEPTED, ACCEPTED),
        (TRUSTED, REFUSED, PENDING),
        (TRUSTED, PENDING, PENDING),
    ],
)
def test_an_edited_item_waits_again_unless_its_source_is_trusted(feed, before, after) -> None:
    assert of_edited(feed, EDITED, an_item(standing=before)) == [after]


def test_what_nobody_edited_stays_as_it_was_decided() -> None:
    assert judged(FEED, WHOLE, [DRAFT], known(an_item()), NOW) == Changes()


def test_a_part_of_a_feed_edits_nothing() -> None:
    assert of_edited(TRUSTED, EDITED, an_item(), PART) == []


def test_lost_letters_never_take_the_place_of_sound_ones() -> None:
    changes = judged(TRUSTED, WHOLE, [DAMAGED], known(an_item()), NOW)

    assert (dict(changes.edited), changes.damaged) == ({}, 1)


def test_what_a_source_should_tell_and_does_not_is_noted_once() -> None:
    gone, older = an_item(), an_item(replace(DRAFT, key="2", published=NOW - 5 * DAY), number=2)
    noted = replace(an_item(replace(DRAFT, key="3"), number=3), missing_since=YESTERDAY)

    changes = judged(FEED, WHOLE, [], known(gone, older, noted), NOW)

    assert changes.missing == (1,)


def test_what_is_told_again_is_back() -> None:
    item = replace(an_item(), missing_since=YESTERDAY)

    assert judged(FEED, WHOLE, [DRAFT], known(item), NOW).back == (1,)


@pytest.mark.parametrize("reading", [PART, replace(WHOLE, since=None)])
def test_nothing_is_missing_from_what_is_not_all(reading) -> None:
    assert judged(FEED, reading, [], known(an_item()), NOW) == Changes()


DRAFTS = st.builds(
    Draft,
    st.sampled_from("123"),
    st.sampled_from([COUNCIL, WORKS]),
    st.just(()),
    st.just("ar"),
    published=st.sampled_from([None, YESTERDAY, NOW - 3 * DAY]),
    letters=st.sampled_from(Letters),
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(DRAFTS, max_size=3, unique_by=lambda each: each.key),
    st.lists(DRAFTS, max_size=3, unique_by=lambda each: each.key),
    st.sampled_from([WHOLE, PART, Reading(())]),
)
def test_whatever_a_source_says_only_a_person_or_an_edit_takes_an_item_off(
    before, after, reading
) -> None:
    items = [an_item(draft, number=n) for n, draft in enumerate(before)]

    changes = judged(FEED, reading, after, known(*items), NOW)

    told = {draft.key: draft for draft in after}
    for item in items:
        now = told.get(item.draft.key)
        if now is None or now.fingerprint == item.draft.fingerprint or not reading.is_whole:
            assert item.number not in changes.edited
