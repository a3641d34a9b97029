import pytest

from media.look.look import Look
from media.look.screen import Role, Screen
from media.look.widgets import (
    BigButton,
    Body,
    Card,
    Column,
    Number,
    Page,
    Pictogram,
    Row,
    Title,
    even_out,
    out_of_reach,
    overflowing,
    small_targets,
)
from tests.window.harness import PORTRAIT
from wire.messages import LANGUAGES

pytestmark = pytest.mark.window

SCREEN = Screen(*PORTRAIT, diagonal_mm=813, distance_mm=550)
ARABIC, FRENCH = Look(SCREEN, "ar"), Look(SCREEN, "fr")
SENTENCE = "يرجى إحضار البطاقة الوطنية وأصل الوثيقة ونسخة منها قبل التقدم إلى الشباك"


def in_box(window, widget, width, height):
    widget.size_hint, widget.size = (None, None), (width, height)
    page = Page(widget.look)
    page.add_widget(widget)
    window.show(page)
    return page


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_row_starts_where_its_language_does(window, language):
    row = Row(Look(SCREEN, language))
    first, second = Body(row.look, "1"), Body(row.look, "2")
    row.add_widget(first)
    row.add_widget(second)
    window.show(row)

    assert (first.x > second.x) == (language == "ar")


def test_a_text_that_fits_has_the_size_of_its_role(window):
    text = Body(ARABIC, SENTENCE)
    page = in_box(window, text, 900, 400)

    assert (text.font_size, overflowing(page)) == (SCREEN.text(Role.BODY), [])


def test_a_text_shrinks_to_its_box(window):
    text = Title(ARABIC, SENTENCE)
    page = in_box(window, text, 900, 70)

    assert SCREEN.smallest_text <= text.font_size < SCREEN.text(Role.TITLE)
    assert text.texture_size[1] <= 70
    assert overflowing(page) == []


def test_letters_that_hang_deep_make_two_lines_no_smaller(window):
    text = Title(ARABIC, "جارٍ\nجارٍ", lines=2)
    page = in_box(window, text, 900, 2000)

    assert (text.font_size, overflowing(page)) == (SCREEN.text(Role.TITLE), [])


def test_a_text_that_cannot_fit_legibly_is_told(window):
    text = Body(ARABIC, SENTENCE)
    page = in_box(window, text, 300, 60)

    assert overflowing(page) == [text]
    assert text.font_size < SCREEN.smallest_text


def test_no_word_is_cut_in_two(window):
    text = Title(FRENCH, "Légalisation")
    in_box(window, text, 180, 400)

    assert text.font_size < SCREEN.text(Role.TITLE)
    assert len(text._label._cached_lines) == 1


def test_a_text_fits_anew_when_it_changes(window):
    text = Title(ARABIC, SENTENCE * 3)
    in_box(window, text, 900, 100)
    crowded = text.font_size

    text.text = "قصير"
    window.pump(3)

    assert crowded < text.font_size == SCREEN.text(Role.TITLE)


def test_texts_of_one_rank_are_drawn_in_one_size(window):
    column = Column(ARABIC)
    texts = [Title(ARABIC, "قصير", lines=1), Title(ARABIC, SENTENCE, lines=1)]
    for text in texts:
        column.add_widget(text)
    even_out(texts)
    window.show(column)

    assert texts[0].font_size == texts[1].font_size < SCREEN.text(Role.TITLE)


def test_a_number_fills_a_box_that_its_line_would_not_fit(window):
    size = SCREEN.text(Role.NUMBER)
    number = Number(ARABIC, "A042")
    page = in_box(window, number, 900, size)

    assert (number.font_size, overflowing(page)) == (size, [])


@pytest.mark.parametrize("look", [ARABIC, FRENCH], ids=["arabic", "french"])
def test_each_text_starts_where_its_own_language_is_read_from(window, look):
    button = BigButton(look, "الحالة المدنية", "الطابق الأول")

    assert (button.title.halign, button.line.halign) == ("right", "right")
    button.title.text = "Civil status"
    assert button.title.halign == "left"


@pytest.mark.parametrize("look", [ARABIC, FRENCH], ids=["arabic", "french"])
def test_two_languages_of_two_directions_stand_in_the_middle(window, look):
    button = BigButton(look, "الحالة المدنية", "État civil (1er étage)")

    assert (button.title.halign, button.line.halign) == ("center", "center")


def test_a_button_smaller_than_a_finger_is_told(window):
    button = BigButton(ARABIC, "نعم")
    page = in_box(window, button, 300, SCREEN.touch - 2)

    assert small_targets(page, SCREEN) == [button]


def test_a_button_above_a_seated_persons_reach_is_told(window):
    column = Column(ARABIC)
    high, low = BigButton(ARABIC, "فوق"), BigButton(ARABIC, "تحت")
    column.add_widget(high)
    column.add_widget(low)
    window.show(column)

    assert out_of_reach(column, SCREEN) == [high]


def test_a_pressed_button_shows_it_until_it_is_let_go(window):
    button = BigButton(ARABIC, "الحالة المدنية")
    window.show(button)
    resting = window.pixel(*button.center)

    window.press_at(button.x + 40, button.y + 40)
    pressed = window.pixel(*button.center)
    window.release_at(button.x + 40, button.y + 40)
    window.until(lambda: button.state == "normal")
    window.pump()

    assert pressed != resting == window.pixel(*button.center)


def test_a_pictogram_of_unknown_name_is_refused():
    with pytest.raises(KeyError):
        Pictogram(ARABIC, "unicorn", 20)


def test_a_card_holds_what_it_is_given_within_its_corners(window):
    card, body = Card(ARABIC), Body(ARABIC, SENTENCE)
    card.add_widget(body)
    window.show(card)

    assert card.x < body.x
    assert body.right < card.right
