"""What a page tells whoever reads it from outside."""

from kiosk.touchable import is_printed
from tests.kiosk.staged import outcomes


def test_a_page_tells_whether_its_paper_came_out_once_that_is_known():
    told = [is_printed(page) for page in outcomes("fr") if page.name in ("ticket", "taking")]

    assert told == [None, False, False, True, None, True, False, None, True]
