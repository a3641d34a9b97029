"""The audit on screens of several sizes, in the window: thrifty, one page of each kind."""

import pytest
from PIL import Image

from kiosk import page as pages
from kiosk.aids import Aid
from kiosk.areas import Areas
from kiosk.screens.inspector import inspected
from kiosk.screens.kit import Kit
from kiosk.screens.stage import Stage
from kiosk.screens.surround import Surround
from kiosk.screens.target import targets
from media.look.look import Look
from media.look.theme import PALETTE
from media.look.widgets import Number
from media.texts import Texts
from nouba.auditing.measures import Fault, findings
from nouba.auditing.sizes import SIZES
from tests.kiosk.staged import PACK, pages_in, pages_in_all_languages, turner_on
from wire.messages import LANGUAGES

pytestmark = pytest.mark.window


class Glass:
    """A kiosk's whole glass, with pages of the test's own."""

    def __init__(self, window, screen, aids=()):
        self.window, self.screen = window, screen
        window.resize(screen.width_px, screen.height_px)
        areas = Areas(screen)
        kits = {
            low: Kit(Look(areas.page_screen(is_low=low), "ar"), Texts(), PACK, [].append)
            for low in (False, True)
        }
        self.stage = Stage(kits[False], [].append)
        self.root = Surround(self.stage, areas, kits, [].append)
        window.show(self.root)
        self.stage.show(pages.LanguageChoice(LANGUAGES))
        for aid in aids:
            window.until(lambda: self.stage.is_settled)
            self.root.switch(aid)
        self.turner = turner_on(areas.page_screen(is_low=Aid.LOW in aids))

    def faults(self, page, picture):
        self.stage.show(page)
        self.window.pump(4)
        found = self.found(picture)
        return [f"{page.name}: {each.fault}: {each.what} ({each.measured})" for each in found]

    def found(self, picture):
        with Image.open(self.window.shot(picture)) as shown:
            return findings(inspected(self.root, self.stage), shown, self.screen)


def one_of_each(pages):
    """The first page of each kind, and the last: lists have leaves, tickets have fates."""
    firsts, lasts = {}, {}
    for page in pages:
        firsts.setdefault(page.name, page)
        lasts[page.name] = page
    return [*firsts.values(), *(page for page in lasts.values() if page not in firsts.values())]


@pytest.mark.parametrize(
    ("size", "language", "aids"),
    [
        ("15.6", "zgh", ()),
        ("15.6", "fr", ()),
        ("21.5", "ar", ()),
        ("32", "zgh", (Aid.LOW,)),
        ("32", "en", (Aid.LOW, Aid.CONTRAST)),
        ("32", None, ()),
        ("15.6", None, ()),
    ],
)
def test_no_screen_has_a_fault(window, tmp_path, size, language, aids):
    glass = Glass(window, SIZES[size], aids)
    every = pages_in(glass.turner, language) if language else pages_in_all_languages()
    pages = one_of_each(every)
    found = [
        each
        for number, page in enumerate(pages)
        for each in glass.faults(page, tmp_path / f"{number}-{page.name}.png")
    ]
    assert found == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_question_has_no_fault_and_its_countdown_stands_apart(window, tmp_path, size, language):
    glass = Glass(window, SIZES[size])
    glass.stage.show(next(iter(pages_in(glass.turner, language))))
    glass.stage.ask_whether_there(19)
    window.pump(4)
    button = targets(glass.stage.question)["stay"]
    count = next(each for each in glass.stage.question.walk() if isinstance(each, Number))

    assert glass.found(tmp_path / "question.png") == []
    assert set(targets(glass.stage.question)) == {"stay"}
    assert count.y - button.top >= button.look.gap


HOME = "home"


def make_small(glass, button):
    button.size_hint_y, button.height = None, glass.screen.touch * 0.8


def make_near(glass, button):
    row = button.parent
    row.remove_widget(row.children[1])  # between it and the way back
    row.spacing = 0


def raise_all(glass, button):
    glass.stage.y += glass.screen.px(400)


def sink_all(glass, button):
    glass.stage.y -= glass.screen.px(350)


def make_pale(glass, button):
    button.title.color = (0.45, 0.55, 0.65, 1)


def make_flat(glass, button):
    button.paint(PALETTE.sand, None)
    button.medallion.paint(PALETTE.sand, PALETTE.sand)


def silence(glass, button):
    button.spoken = ()


def say_too_much(glass, button):
    button.title.text = "Back to the first screen of all " * 9


def push_out(glass, button):
    glass.stage.x += glass.screen.px(60)


@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        (make_small, Fault.SMALL),
        (make_near, Fault.NEAR),
        (raise_all, Fault.HIGH),
        (sink_all, Fault.LOW),
        (make_pale, Fault.PALE),
        (make_flat, Fault.EDGELESS),
        (silence, Fault.UNSPOKEN),
        (say_too_much, Fault.CUT),
        (push_out, Fault.CUT),
    ],
)
def test_what_is_spoilt_on_a_screen_is_found(window, tmp_path, damage, fault):
    glass = Glass(window, SIZES["32"], (Aid.LOW,))
    service = PACK.services[0]
    before = glass.faults(pages.PriorityChoice("fr", service, ("elderly",)), tmp_path / "whole.png")

    damage(glass, targets(glass.root)[HOME])
    window.pump(4)

    assert before == []
    assert fault in {each.fault for each in glass.found(tmp_path / "spoilt.png")}
