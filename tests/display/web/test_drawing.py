"""The page draws what the window shows: one presenter, one plan, the same words."""

import json
from dataclasses import replace

import pytest

from display.carousel import Carousel
from display.hall_clock import HallClock
from display.presenter import BoardPresenter
from display.rhythm import Rhythm
from display.scene import LargeCall, Line, Scene
from display.web.wall import BrowserWall
from media.isolation import plain
from media.texts import Texts
from tests.display.builders import AT, board, call, commitment, notice, pack, row
from tests.display.conftest import CASABLANCA, Wall
from tests.display.web.conftest import LANDSCAPE, LARGE, PORTRAIT, SMALL
from wire.messages import LANGUAGES, Emergency, EmergencyKind, Ready

FIRE = Emergency(EmergencyKind.EVACUATION, AT)


class Watched(BrowserWall):
    """A wall that remembers the scenes that it was shown."""

    def __init__(self, *given) -> None:
        super().__init__(*given)
        self.scenes = []

    def show(self, scene: Scene) -> None:
        self.scenes.append(scene)
        super().show(scene)


class Window(Wall):
    """Another wall, as roomy as the browser's."""

    def __init__(self, like: BrowserWall) -> None:
        super().__init__()
        self.capacity, self.ready_capacity = like.capacity, like.ready_capacity
        self.fits, self.draws = like.fits, like.draws


def presenter_of(wall, voice):
    content = pack(notices=[notice()], charter=[commitment()])
    carousel = Carousel(content, ("ar", "fr"), wall.fits)
    return BoardPresenter(wall, voice, voice.told.append, carousel, HallClock(CASABLANCA), Rhythm())


def a_morning(presenter):
    """A notice, calls, somebody who gets ready, an emergency, a controller that goes away."""
    rows = (row("A012", 3), row("B007", 1, "serving"), row("C003", 12))
    presenter.on_online(0.0)
    presenter.on_board(board(4, *rows[1:2]), 1.0)
    for moment in range(2, 30):
        presenter.tick(float(moment))
    presenter.on_board(replace(board(5, *rows), ready=(Ready("A013", 3),)), 30.0)
    presenter.on_call(call(5), 30.0)
    presenter.on_call(call(6, "C003", 12), 30.1)
    for tenth in range(300, 700):
        presenter.tick(tenth / 10)
    presenter.on_board(replace(board(7, *rows), emergencies=(FIRE,)), 70.0)
    presenter.on_board(board(8, *rows[1:]), 80.0)
    presenter.on_offline(90.0)
    for moment in range(90, 120):
        presenter.tick(float(moment))


def test_a_browser_and_a_window_show_the_same_scenes_at_the_same_moments(build):
    browser = build(wall=Watched)
    window = Window(browser)
    a_morning(presenter_of(browser, Wall()))
    a_morning(presenter_of(window, window))

    assert len(browser.scenes) > 20
    assert browser.scenes == window.scenes


def drawn(glass, wall, scene: Scene):
    wall.show(scene)
    return json.loads(glass.now.drawing)


BUSY = Scene(
    large=LargeCall("A012", 3, is_bright=True),
    lines=(Line("K118", 12, is_called=True), Line("B007", 1, is_called=False)),
    waiting=7,
    clock=AT,
    ready=(Ready("A013", 3),),
)


def test_a_drawing_tells_every_part_of_its_scene(build, glass):
    told = drawn(glass, build(), BUSY)

    stage = told["stage"]
    assert (stage["kind"], stage["ticket"], stage["counter"]) == ("call", "A012", "3")
    assert stage["is_bright"]
    assert [
        (each["ticket"], each["counter"], each["is_called"]) for each in told["lines"]["rows"]
    ] == [
        ("K118", "12", True),
        ("B007", "1", False),
    ]
    assert [(each["ticket"], each["counter"]) for each in told["ready"]["rows"]] == [("A013", "3")]
    assert (told["header"]["waiting"], told["header"]["clock"]) == ("7", "09:41")
    assert (told["lost"], told["alarm"]) == (None, None)


def test_a_warning_takes_the_headers_place(build, glass):
    wall = build()
    above = drawn(glass, wall, BUSY)["header"]["area"]
    told = drawn(glass, wall, replace(BUSY, lost_in="fr"))

    assert (told["header"], told["lost"]["area"]) == (None, above)
    assert told["lost"]["text"]["language"] == "fr"


@pytest.mark.parametrize("kind", EmergencyKind)
def test_an_emergency_has_the_whole_screen_and_every_language_that_says_it(build, glass, kind):
    told = drawn(glass, build(), replace(BUSY, emergency=kind))

    assert {told[part] for part in ("header", "lost", "stage", "lines", "ready")} == {None}
    assert (told["alarm"]["kind"], [each["language"] for each in told["alarm"]["suspended"]]) == (
        kind.value,
        ["ar", "fr"],
    )
    assert {"ar", "fr", "en"} <= {each["language"] for each in told["alarm"]["orders"]}


def test_a_screen_that_is_asked_its_name_or_dark_shows_nothing_else_unless_there_is_danger(
    build, glass
):
    wall = build()
    covers = [
        drawn(glass, wall, replace(BUSY, **scene))
        for scene in ({"identity": "tv-1"}, {"is_dark": True})
    ]
    assert [(each["cover"], each["stage"], each["header"]) for each in covers] == [
        ({"name": "tv-1"}, None, None),
        ({"name": ""}, None, None),
    ]
    told = drawn(glass, wall, replace(BUSY, is_dark=True, emergency=EmergencyKind.EVACUATION))
    assert (told["cover"], told["alarm"]["kind"]) == (None, "evacuation")


def test_with_nothing_to_tell_it_greets_in_each_language_that_has_a_greeting(build, glass):
    told = drawn(glass, build(), Scene())["stage"]

    texts = Texts()
    confirmed = [each for each in LANGUAGES if texts.parts(each, "Welcome")[0][0] == each]
    assert (told["kind"], [each["language"] for each in told["greetings"]]) == (
        "welcome",
        confirmed,
    )


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT, SMALL, LARGE])
@pytest.mark.parametrize("first", ["ar", "fr"])
def test_no_part_lies_over_another_or_off_the_screen(build, glass, size, first):
    told = drawn(glass, build(size, written=(first,)), BUSY)
    areas = [told[part]["area"] for part in ("header", "stage", "lines", "ready")]

    assert (told["width"], told["height"]) == size
    for area in areas:
        assert area["left"] >= 0
        assert area["top"] >= 0
        assert area["left"] + area["width"] <= size.width
        assert area["top"] + area["height"] <= size.height
    pairs = [(one, two) for at, one in enumerate(areas) for two in areas[at + 1 :]]
    assert not any(is_over(one, two) for one, two in pairs)
    assert told["direction"] == ("rtl" if first == "ar" else "ltr")


def is_over(one, two) -> bool:
    beside = one["left"] + one["width"] <= two["left"] or two["left"] + two["width"] <= one["left"]
    above = one["top"] + one["height"] <= two["top"] or two["top"] + two["height"] <= one["top"]
    return not (beside or above)


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT, SMALL])
def test_a_long_notice_is_cut_into_parts_that_fit_and_lose_no_word(build, size):
    wall = build(size)
    text = " ".join(f"الجملة رقم {number} من هذا البلاغ الطويل." for number in range(40))
    carousel = Carousel(pack(notices=[notice(text=text)], charter=()), ("ar",), wall.fits)
    pages = [
        page
        for moment in range(2000)
        if (page := carousel.page(AT.date(), float(moment))) is not None
    ]
    parts = list(dict.fromkeys(pages))

    assert len(parts) > 1
    assert all(map(wall.fits, parts))
    assert plain(" ".join(part.text for part in parts)).split() == text.split()
