import pytest

from nouba.screen import virtual_screen


@pytest.mark.window
def test_a_screen_in_memory_has_the_size_that_was_asked_for():
    with virtual_screen(320, 480) as screen:
        assert screen.picture().size == (320, 480)


@pytest.mark.window
def test_two_screens_do_not_share_a_name():
    with virtual_screen(320, 240) as one, virtual_screen(320, 240) as other:
        assert one.display != other.display
