"""How things stand on the kiosk's screens, and what moves on them."""

from dataclasses import replace

import pytest
import zxingcpp
from kivy.uix.image import Image as KivyImage
from PIL import Image

from kiosk import page as pages
from kiosk import visit as visits
from kiosk.screens.sheet import facts_panel
from kiosk.screens.stack import Lead
from kiosk.screens.stage import Stage
from kiosk.screens.target import Target, Tile, targets
from kiosk.sheet_part import Fact
from media.isolation import isolate, plain
from media.look.pictograms import glyph
from media.look.screen import Role, Screen
from media.look.widgets import Body, Number, Text, overflowing
from media.typography.paragraphs import text_base
from tests.kiosk.staged import (
    PACK,
    SCREENS,
    kit_on,
    offered,
    outcomes,
    stage_on,
    turner_on,
)
from wire.messages import LANGUAGES

pytestmark = pytest.mark.window


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
    sheet = visits.AtSheet(language, PACK.offices[0], PACK.service("civil_sheet"))
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
    service = PACK.services[0]
    procedure = PACK.procedure(service.procedure)
    panel = facts_panel(kit, procedure, service, (Fact.PHONE,), None)
    (text,) = (each for each in panel.walk() if isinstance(each, Text))
    assert text.text == f"الهاتف: {isolate('05 23 48 00 00')}"


def test_a_screen_is_settled_only_once_nothing_moves(window):
    screen, maps = SCREENS["portrait of 21.5 inches"], []
    window.resize(screen.width_px, screen.height_px)
    stage = Stage(kit_on(screen), maps.append)
    window.show(stage)
    stage.show(pages.LanguageChoice(LANGUAGES))
    stage._settle.cancel()

    def look():
        stage._be_settled()
        stage._look_again.cancel()

    for padding in (10, 20):
        look()
        assert maps == []
        stage.children[0].padding = padding
        window.pump(1)
    look()
    assert maps == []
    look()
    assert maps == [stage.touch_map()]


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


def test_an_unknown_pictogram_is_not_drawn_as_another():
    kit = kit_on(SCREENS["portrait of 27 inches"])
    with pytest.raises(KeyError, match="unicorn"):
        Target(kit, "office:unicorn", "Licornes", pictogram="unicorn")


def test_the_choices_of_an_office_have_pictograms_of_one_size_in_every_language(window):
    screen = Screen(1080, 1920, 686, 450, 640)
    stage, turner = stage_on(window, screen), turner_on(screen)
    sizes = {}
    for language in LANGUAGES:
        stage.show(turner.page(visits.AtServices(language, PACK.offices[0]), offered()))
        window.pump(3)
        tiles = [each for each in stage.walk() if isinstance(each, Tile)]
        sizes[language] = {round(tile.medallion.children[1].width) for tile in tiles}
        assert {round(tile.medallion.center_y - tile.center_y) for tile in tiles} == {0}
    assert len(set.union(*sizes.values())) == 1, sizes


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "screen", [Screen(1080, 1920, 813, 500, 640), Screen(1920, 1080, 686, 500, 800)]
)
def test_the_names_of_two_services_are_larger_than_those_of_four(window, screen, language):
    stage, turner, sizes = stage_on(window, screen), turner_on(screen), {}
    for office in ("legalisation", "revenue"):
        stage.show(turner.page(visits.AtServices(language, PACK.office(office)), offered()))
        window.pump(3)
        names = [each.title.font_size for each in stage.walk() if isinstance(each, Tile)]
        sizes[len(names)] = set(names)
    (of_two,), (of_four,) = sizes[2], sizes[4]
    assert of_two > of_four
    assert overflowing(stage) == []


@pytest.mark.parametrize(("language", "arrow_is_right"), [("ar", False), ("zgh", True)])
def test_an_arrow_points_to_where_the_next_leaf_lies(window, language, arrow_is_right):
    screen = SCREENS["portrait of 21.5 inches"]
    stage, turner = stage_on(window, screen), turner_on(screen)
    stage.show(turner.page(visits.AtServices(language, PACK.offices[0]), offered()))
    window.pump(3)
    more = targets(stage)["more"]
    arrow = more.medallion.children[0]
    chevron = glyph("next") if arrow_is_right else glyph("previous")
    assert arrow.text == chevron
    assert (more.medallion.center_x > more.title.center_x) is arrow_is_right


def test_two_languages_on_a_button_stand_in_its_middle_as_one_block(window):
    screen = SCREENS["portrait of 21.5 inches"]
    stage, turner = stage_on(window, screen), turner_on(screen)
    sheet = visits.AtSheet("zgh", PACK.offices[0], PACK.service("birth_copy"))
    stage.show(turner.page(sheet, offered()))
    window.pump(4)
    button = targets(stage)["take"]
    assert (button.title.halign, button.line.halign) == ("center", "center")
    middle = (button.title.top + button.line.y) / 2
    assert middle == pytest.approx(button.center_y, abs=2)


def test_a_tickets_number_fills_its_card_in_every_language(window):
    screen = SCREENS["portrait of 27 inches"]
    stage, sizes = stage_on(window, screen), set()
    for language in LANGUAGES:
        stage.show([page for page in outcomes(language) if page.name == "ticket"][-1])
        window.pump(4)
        (number,) = (each for each in stage.walk() if isinstance(each, Number))
        sizes.add(number.font_size)
        assert number.texture_size[0] > 0.9 * number.width
    assert len(sizes) == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", ["portrait of 27 inches", "old square of 19 inches"])
def test_a_telephone_reads_the_code_on_the_screen(window, tmp_path, size, language):
    screen = SCREENS[size]
    stage = stage_on(window, screen)
    page = [page for page in outcomes(language) if page.name == "ticket"][-1]
    stage.show(page)
    window.pump(4)
    with Image.open(window.shot(tmp_path / "ticket.png")) as picture:
        (code,) = zxingcpp.read_barcodes(picture.convert("L"))
    assert code.text == page.slip.url
    (shown,) = (each for each in stage.walk() if isinstance(each, KivyImage))
    assert min(shown.norm_image_size) >= screen.px(60)


def test_the_text_of_a_short_sheet_grows_into_the_room_that_is_left(window):
    screen = SCREENS["portrait of 27 inches"]
    stage, turner = stage_on(window, screen), turner_on(screen)
    for language in ("ar", "fr", "en"):
        sheet = visits.AtSheet(language, PACK.offices[0], PACK.service("civil_sheet"))
        stage.show(turner.page(sheet, offered()))
        window.pump(4)
        rows = [row for row in stage.walk() if isinstance(row, Lead)]
        texts = [text for row in rows for text in row.walk() if isinstance(text, Body)]
        assert min(text.font_size for text in texts) >= 1.2 * screen.text(Role.BODY)
        below = min(row.y for row in rows) - targets(stage)["take"].top
        assert below < 0.1 * screen.height_px
        assert overflowing(stage) == []


@pytest.mark.parametrize("language", [*LANGUAGES, None])
def test_a_closed_hall_says_when_it_is_open_and_where_to_ask(window, language):
    stage = stage_on(window, SCREENS["old square of 19 inches"])
    stage.show(pages.NothingOpen(language))
    window.pump(4)
    said = {plain(text.text) for text in stage.walk() if isinstance(text, Text)}
    assert "08:30 – 16:30" in said
    asked = {
        "ar": {"المرجو التوجه إلى مكتب الاستقبال"},
        "fr": {"Veuillez vous adresser à l’accueil"},
        "en": {"Please ask at the reception desk"},
    }
    asked["zgh"] = asked["ar"] | asked["fr"]
    asked[None] = asked["zgh"] | asked["en"]
    assert asked[language] <= said
    assert overflowing(stage) == []
