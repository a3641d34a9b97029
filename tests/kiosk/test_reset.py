"""After an idle visitor the conversation is what it is after a cold start, whatever was done."""

from collections import Counter
from typing import get_args

import pytest

from kiosk.asked import Asked
from kiosk.choices import Choices
from kiosk.finding.search import Search
from kiosk.flow import KioskFlow
from kiosk.page import KioskPage
from kiosk.turning import Turner
from tests.kiosk.conversation import CAPACITY, PACK, WAITS, View, offer, two_documents_a_leaf
from tests.kiosk.journeys import Journey, SecretDesk, requests, seeded
from wire.messages import LANGUAGES

VISITORS, STEPS = 400, 40


def conversation(random):
    view, desk = View(), SecretDesk(random)
    flow = KioskFlow(
        view,
        desk,
        Choices(PACK, LANGUAGES),
        Turner(LANGUAGES, CAPACITY, two_documents_a_leaf, Search(PACK)),
        Asked(requests(random)),
        WAITS,
    )
    flow.on_online()
    return flow, view, desk


def state(flow):
    """All that a conversation remembers, its helpers' memories too."""
    known = vars(flow) | {"asked": vars(flow._asked)}
    helpers = {"_choices", "_turner", "_asked", "_counsel", "_printouts"}
    made_with = {"_view", "_desk", "new_request", *helpers}
    return {name: value for name, value in known.items() if name not in made_with} | {
        "asked": {name: held for name, held in known["asked"].items() if name not in made_with}
    }


@pytest.fixture(scope="module")
def seen():
    """The pages that all visitors of this module came to."""
    return Counter()


def test_whoever_was_there_the_conversation_begins_as_after_a_cold_start(seen):
    for number in range(VISITORS):
        random = seeded(number)
        flow, view, desk = conversation(random)
        flow.on_offer(offer())
        journey = Journey(random, flow, desk, flow.touch)
        journey.goes(STEPS, lambda shown=view: shown.page)
        last = journey.next_offer()
        flow.on_offer(last)
        journey.leaves()
        seen.update(page.name for page in view.shown)

        fresh, fresh_view, _ = conversation(seeded(0))
        fresh.on_offer(last)
        for _ in range(flow._quiet):  # as long as nobody has been here
            fresh.tick()
        assert state(flow) == state(fresh), number
        assert view.page == fresh_view.page
        assert view.asked[-1:] in ([], [None])


def test_those_visitors_came_everywhere(seen):
    everywhere = {page.name for page in get_args(KioskPage)}
    assert everywhere - set(seen) <= {"out_of_reach"}
