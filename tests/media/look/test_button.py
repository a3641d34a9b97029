import pytest

from media.look.look import Look
from media.look.screen import Screen
from media.look.widgets import BigButton, Column
from tests.window.harness import LANDSCAPE, OLD_SQUARE, PORTRAIT

pytestmark = pytest.mark.window


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE, OLD_SQUARE])
def test_a_tap_presses_the_button_under_the_finger_and_no_other(window, size):
    window.resize(*size)
    look = Look(Screen(*size, diagonal_mm=813, distance_mm=550))
    released = []
    column = Column(look)
    for title in ("الحالة المدنية", "تصحيح الإمضاء"):
        button = BigButton(look, title)
        button.bind(on_release=lambda it: released.append(it.title.text))
        column.add_widget(button)
    window.show(column)

    window.tap(column.children[0])

    assert released == ["تصحيح الإمضاء"]


def test_a_disabled_button_is_not_pressed(window):
    look = Look(Screen(*PORTRAIT, diagonal_mm=813, distance_mm=550))
    released = []
    button = BigButton(look, "الحالة المدنية", disabled=True)
    button.bind(on_release=released.append)
    window.show(button)

    window.tap(button)

    assert released == []
