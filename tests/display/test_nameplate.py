"""Where the commune's logo has room beside its names."""

import pytest

from display.nameplate import has_room_for_logo, number_size
from display.plan import Geometry
from media.look.screen import Screen

LYING = Geometry(Screen(1920, 1080, diagonal_mm=1397, distance_mm=5000), is_rtl=True)
UPRIGHT = Geometry(Screen(1080, 1920, diagonal_mm=1397, distance_mm=5000), is_rtl=True)


@pytest.mark.parametrize("geometry", [LYING, UPRIGHT], ids=["lying", "upright"])
def test_a_logo_has_room_until_the_names_need_it(geometry):
    unit, height = geometry.unit, geometry.header_height - 1.2 * geometry.unit
    if geometry is LYING:
        room = 1920 - 4 * unit - 3 * 41 - 4.85 * number_size(geometry) - 1.5 * height
    else:
        room = 1080 - 4 * unit - 1.5 * height * 4.35 / 5.95

    assert has_room_for_logo(geometry, room - 1, 1.5)
    assert not has_room_for_logo(geometry, room + 1, 1.5)
    assert has_room_for_logo(geometry, room + 1, 1.4)
