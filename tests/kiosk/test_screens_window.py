"""Every screen, in every language, at each size: nothing cut, nothing small, all in reach."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk import page as pages
from kiosk import visit as visits
from kiosk.facts import facts_of
from kiosk.offered import Offered
from kiosk.page import UNREACHED
from kiosk.screens.kit import Kit
from kiosk.screens.plan import Plan
from kiosk.screens.sheet import facts_panel, sheet_screen
from kiosk.screens.sheet_cutter import SheetCutter
from kiosk.screens.stack import Lead
from kiosk.screens.stage import Stage
from kiosk.screens.target import Target, targets
from kiosk.turning import Turner
from media.isolation import isolate
from media.look.look import Look
from media.look.screen import Screen
from media.look.widgets import Group, Number, Text, out_of_reach, overflowing, small_targets
from media.look.widgets.medallion import PICTOGRAM_STARS
from media.pack import load_pack
from media.texts import Texts
from media.typography.paragraphs import text_base
from wire.messages import LANGUAGES, Offer, OfferedService, TicketSlip

pytestmark = pytest.mark.window

PACK = load_pack(Path(__file__).parents[2] / "media/packs/demo")
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
SCREENS = {
    "portrait of 21.5 inches": Screen(1080, 1920, 546, 450, 640),
    "portrait of 27 inches": Screen(1080, 1920, 686, 550, 640),
    "portrait of 32 inches": Screen(1080, 1920, 813, 550, 500),
    "old square of 19 inches": Screen(1280, 1024, 482, 450, 780),
}
CLOSED = {"death_copy", "hygiene", "burial"}


def offered():
    services = (
        OfferedService(each.id, each.id not in CLOSED, 5 * index % 13)
        for index, each in enumerate(PACK.services)
    )
    return Offered(PACK, Offer(1, NOON, tuple(services)))


def leaves(turner, visit):
    """Every leaf of a list."""
    page = turner.page(visit, offered())
    yield page
    for number in range(2, page.leaf.count + 1):
        yield turner.page(type(visit)(*_choices(visit), leaf=number), offered())


def _choices(visit):
    return tuple(getattr(visit, name) for name in visit.__slots__ if name != "leaf")


def pages_in(turner, language):
    """Every page that a visitor can come to in a language."""
    yield from leaves(turner, visits.AtOffices(language))
    for office in PACK.offices:
        yield from leaves(turner, visits.AtServices(language, office))
    for service in PACK.services:
        office = PACK.office(service.office)
        yield from leaves(turner, visits.AtSheet(language, office, service))
    yield from outcomes(language)


def outcomes(language):
    service = max(PACK.services, key=lambda each: len(each.name.ar + each.name.fr))
    yield pages.Taking(language, service)
    yield pages.NotTaken(language, service, UNREACHED)
    yield pages.NotTaken(language, service, "try_again")
    slip = TicketSlip(
        8, "A142", service.id, language, NOON, 12, "HTTP://192.168.1.10:8080/T/7QK2M9"
    )
    yield pages.TicketTaken(language, service, slip, pages.Printing.NUMBER_ONLY)
    yield pages.TicketTaken(
        language, service, slip, pages.Printing.NUMBER_ONLY, is_copy_offered=True
    )
    yield pages.OutOfReach(language)
    yield pages.NothingOpen(language)


def pages_in_all_languages():
    yield pages.Attract(LANGUAGES)
    yield pages.LanguageChoice(LANGUAGES)
    yield pages.OutOfReach(None)
    yield pages.NothingOpen(None)


def kit_on(screen):
    return Kit(Look(screen, "ar"), Texts(), PACK, [].append)


def turner_on(screen):
    return Turner(LANGUAGES, Plan(screen).capacity(), SheetCutter(kit_on(screen)))


def stage_on(window, screen):
    window.resize(screen.width_px, screen.height_px)
    stage = Stage(kit_on(screen), [].append)
    window.show(stage)
    return stage


def problems(window, stage, screen, page):
    stage.show(page)
    window.pump(2)
    name = f"{page.name} ({getattr(page, 'language', None)})"
    return [
        *(f"{name}: cut: {text.text} in {text.size}" for text in overflowing(stage)),
        *(f"{name}: small: {button.target}" for button in small_targets(stage, screen)),
        *(f"{name}: out of reach: {button.target}" for button in out_of_reach(stage, screen)),
    ]


@pytest.mark.parametrize(
    ("name", "language"),
    [
        *(("portrait of 21.5 inches", language) for language in (*LANGUAGES, None)),
        *(("old square of 19 inches", language) for language in (*LANGUAGES, None)),
        ("portrait of 27 inches", "fr"),
        ("portrait of 32 inches", "ar"),
    ],
)
def test_every_text_fits_and_every_target_is_large_and_in_reach(window, name, language):
    screen = SCREENS[name]
    stage, turner = stage_on(window, screen), turner_on(screen)
    shown = pages_in(turner, language) if language else pages_in_all_languages()
    assert [each for page in shown for each in problems(window, stage, screen, page)] == []


@pytest.mark.parametrize("name", ["portrait of 21.5 inches", "old square of 19 inches"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheets_leaves_hold_all_of_it_once_and_each_tells_how_many_wait(window, name, language):
    screen = SCREENS[name]
    kit, turner = kit_on(screen).within(language), turner_on(screen)
    for service in PACK.services:
        procedure = PACK.procedure(service.procedure)
        visit = visits.AtSheet(language, PACK.office(service.office), service)
        parts = [page.part for page in leaves(turner, visit)]
        assert without_repeats(each.documents for each in parts) == procedure.documents
        assert without_repeats(each.facts for each in parts) == facts_of(PACK, service)
        for page in leaves(turner, visit):
            told = {text.text for text in sheet_screen(kit, page).walk() if isinstance(text, Text)}
            assert not page.tile.is_open or how_many_wait(kit, page.tile.waiting) <= told


def without_repeats(parts):
    """A column that is over stays beside the leaves of the other."""
    return tuple(item for part in dict.fromkeys(parts) for item in part)


def how_many_wait(kit, count):
    texts, language = kit.texts, kit.look.language
    if not count:
        return {text for _, text in texts.parts(language, "Nobody is waiting")}
    forms = ("{n} person is waiting", "{n} people are waiting", count)
    return {text for _, text in texts.plural_parts(language, *forms)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_offices_have_large_pictograms_directly_above_their_names(window, language):
    screen = SCREENS["portrait of 27 inches"]
    stage = stage_on(window, screen)
    stage.show(turner_on(screen).page(visits.AtOffices(language), offered()))
    window.pump(4)

    groups = [each for each in stage.walk() if isinstance(each, Group) and each.emblem]
    assert len(groups) == len(PACK.offices)
    assert len({(each.emblem.size[0], each.texts[0].font_size) for each in groups}) == 1
    for group in groups:
        star, first = group.emblem, group.texts[0]
        assert 35 <= star.width * PICTOGRAM_STARS / screen.px_per_mm <= 50
        assert star.y - first.top == pytest.approx(screen.gap, abs=1)
    rows = {group.emblem.y for group in groups}
    assert len(rows) == 2


def test_an_unknown_pictogram_is_not_drawn_as_another():
    kit = kit_on(SCREENS["portrait of 27 inches"])
    with pytest.raises(KeyError, match="unicorn"):
        Target(kit, "office:unicorn", "Licornes", pictogram="unicorn")


@pytest.mark.parametrize(("language", "is_first_right"), [("ar", True), ("fr", False)])
def test_arabic_reads_from_the_right(window, language, is_first_right):
    screen = SCREENS["portrait of 21.5 inches"]
    stage, turner = stage_on(window, screen), turner_on(screen)
    stage.show(turner.page(visits.AtOffices(language), offered()))
    window.pump(3)

    found = targets(stage)
    first, second = (found[f"office:{office.id}"] for office in PACK.offices[:2])
    assert (first.x > second.x) is is_first_right
    assert (found["back"].x > found["home"].x) is is_first_right


def test_the_question_whether_somebody_is_there_lies_over_the_screen(window):
    screen = SCREENS["portrait of 21.5 inches"]
    stage = stage_on(window, screen)
    stage.show(pages.LanguageChoice(LANGUAGES))
    stage.ask_whether_there(12)
    window.pump(3)

    shown = stage.touch_map()
    assert (shown.screen, set(shown.targets)) == ("still_there", {"stay"})
    assert overflowing(stage) == []

    stage.ask_whether_there(None)
    window.pump(2)
    assert stage.touch_map().screen == "languages"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_arabic_is_aligned_right_on_every_screen(window, language):
    screen = SCREENS["portrait of 21.5 inches"]
    stage, turner = stage_on(window, screen), turner_on(screen)
    for page in (
        turner.page(visits.AtOffices(language), offered()),
        turner.page(visits.AtServices(language, PACK.offices[0]), offered()),
        turner.page(visits.AtSheet(language, PACK.offices[0], PACK.services[0]), offered()),
        *outcomes(language),
    ):
        stage.show(page)
        texts = [text for text in stage.walk() if isinstance(text, Text) and text.text]
        arabic = [text for text in texts if text_base(text.text, text.base_direction)]
        assert {text.halign for text in arabic} <= {"right", "center"}
        assert {text.halign for text in texts if text not in arabic} <= {"left", "center"}


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_a_sheets_rows_are_as_high_as_their_texts_and_some_air(window, language):
    screen = SCREENS["portrait of 21.5 inches"]
    stage, turner = stage_on(window, screen), turner_on(screen)
    sheet = visits.AtSheet(language, PACK.offices[0], PACK.service("birth_copy"))
    stage.show(turner.page(sheet, offered()))
    window.pump(4)

    rows = [row for row in stage.walk() if isinstance(row, Lead)]
    assert [round(row.height) for row in rows] == [
        round(row.needed_height(row.width)) for row in rows
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_buttons_side_by_side_speak_the_same_languages(language):
    kit = kit_on(SCREENS["portrait of 21.5 inches"]).within(language)
    for pair in (("Previous", "Next"), ("Back", "Home")):
        one, other = ([each for each, _ in parts] for parts in kit.alike(*pair))
        assert one == other


def test_a_countdown_reads_as_a_clock(window):
    stage = stage_on(window, SCREENS["portrait of 21.5 inches"])
    stage.show(pages.LanguageChoice(LANGUAGES))
    stage.ask_whether_there(60)
    stage.ask_whether_there(9)
    assert [text.text for text in stage.walk() if isinstance(text, Number)] == ["0:09"]


def test_a_commune_that_gives_its_phone_shows_it_from_left_to_right_in_arabic(window):
    commune = replace(PACK.commune, phone="05 23 48 00 00")
    kit = replace(kit_on(SCREENS["portrait of 21.5 inches"]), pack=replace(PACK, commune=commune))
    panel = facts_panel(kit, PACK.services[0], (pages.Fact.PHONE,), None)
    (text,) = (each for each in panel.walk() if isinstance(each, Text))
    assert text.text == f"الهاتف: {isolate('05 23 48 00 00')}"


def test_a_screen_is_settled_only_once_nothing_moves(window):
    screen, maps = SCREENS["portrait of 21.5 inches"], []
    window.resize(screen.width_px, screen.height_px)
    stage = Stage(kit_on(screen), maps.append)
    window.show(stage)
    stage.show(pages.LanguageChoice(LANGUAGES))
    window.pump(2)

    for padding in (10, 20):
        stage._be_settled()
        assert maps == []
        stage.children[0].padding = padding
        window.pump(1)
    window.until(lambda: maps)
    assert maps == [stage.touch_map()]
