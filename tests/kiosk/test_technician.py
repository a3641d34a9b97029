"""The technician's way: the code, the tools, the calibration, and the way out."""

import pytest
import structlog
from argon2 import PasswordHasher

from kiosk.affine import Affine, fitted, keep_affine, largest_error, read_affine
from kiosk.backstage import Backstage
from kiosk.recent_log import RecentLog
from kiosk.technician import PATIENCE, PLACES, Technician
from kiosk.technician_code import LOCKED, MOST_WRONG, CodeLock, hash_of
from kiosk.technician_page import Row, TechnicianCode, TechnicianFacts, TechnicianMenu, Tool
from tests.kiosk.conversation import View

CODE = "271828"
HASH = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(CODE)


class Tools:
    """Tools that note what was done with them."""

    size_mm = (300.0, 500.0)

    def __init__(self):
        self.done, self.corrected, self.is_raw, self.value = [], [], False, "…"

    def rows(self, tool):
        return (Row(f"{tool}: {self.value}"),)

    def does(self, tool):
        return tool is Tool.PRINT

    def do(self, tool):
        self.done.append(tool)
        self.value = "printed"

    def correct(self, correct):
        self.corrected.append(correct)
        self.is_raw = False

    def feel(self, *, is_raw):
        self.is_raw = is_raw


class Hall:
    """A kiosk's stage, and a technician before it."""

    def __init__(self, code_hash=HASH):
        self.view, self.tools = View(), Tools()
        self.backstage = Backstage(self.view, self.view.show)
        self.backstage.show("visitors")
        self.technician = Technician(self.backstage, self.tools, CodeLock(code_hash), ("ar", "fr"))

    @property
    def page(self):
        return self.view.page

    def types(self, code):
        for digit in code:
            self.technician.touch(f"digit:{digit}")
        self.technician.touch("enter")
        return self.page

    def enters(self):
        self.technician.come()
        assert self.types(CODE) == TechnicianMenu("ar")
        return self


def test_without_a_code_in_the_settings_there_is_no_way_in():
    hall = Hall("")
    hall.technician.come()
    assert (hall.page, hall.technician.is_there) == ("visitors", False)


def test_who_knows_the_code_sees_the_tools_and_no_digit_is_shown():
    hall = Hall()
    hall.technician.come()
    hall.technician.touch("digit:2")
    hall.technician.touch("digit:7")
    hall.technician.touch("delete")
    assert hall.page == TechnicianCode("ar", 1)
    assert hall.types(CODE[1:]) == TechnicianMenu("ar")


def test_after_five_wrong_codes_nobody_is_let_in_for_ten_minutes():
    hall = Hall()
    hall.technician.come()
    for _ in range(MOST_WRONG - 1):
        assert hall.types("000000") == TechnicianCode("ar", 0, is_wrong=True)
    assert hall.types("000000").locked_minutes == LOCKED // 60
    hall.technician.touch("home")

    hall.technician.come()
    assert hall.types(CODE).locked_minutes == LOCKED // 60
    hall.technician.touch("home")
    for _ in range(LOCKED):
        hall.technician.tick()
    hall.enters()


def test_a_right_code_forgives_the_wrong_ones_before_it():
    lock = CodeLock(HASH)
    for _ in range(3):
        assert [lock.opens("1") for _ in range(MOST_WRONG - 1)] == [False] * (MOST_WRONG - 1)
        assert lock.opens(CODE)
    assert lock.locked_seconds == 0


def test_a_code_is_six_digits_or_more():
    assert CodeLock(hash_of("123456")).opens("123456")
    for wrong in ("12345", "12345a", "١٢٣٤٥٦", ""):
        with pytest.raises(ValueError, match="6 digits"):
            hash_of(wrong)


def test_what_visitors_would_see_waits_until_the_technician_leaves():
    hall = Hall().enters()
    hall.backstage.show("other visitors")
    hall.backstage.ask_whether_there(5)
    assert hall.page == TechnicianMenu("ar")
    assert hall.view.asked == []
    hall.technician.touch("home")
    assert hall.page == "other visitors"


def test_a_technician_who_walks_away_leaves_the_kiosk_to_visitors():
    hall = Hall().enters()
    for _ in range(PATIENCE - 1):
        hall.technician.tick()
    assert hall.technician.is_there
    hall.technician.tick()
    assert (hall.page, hall.technician.is_there) == ("visitors", False)


def test_a_tool_is_tried_and_tells_what_came_of_it():
    hall = Hall().enters()
    hall.technician.touch("language")
    hall.technician.touch("tool:print")
    assert hall.page == TechnicianFacts("fr", Tool.PRINT, (Row("print: …"),), may_do=True)
    hall.technician.touch("do")
    assert (hall.tools.done, hall.page.rows) == ([Tool.PRINT], (Row("print: printed"),))
    hall.tools.value = "later"
    hall.technician.tick()
    assert hall.page.rows == (Row("print: later"),)
    hall.technician.touch("back")
    assert hall.page == TechnicianMenu("fr")


def test_what_is_not_offered_does_nothing():
    hall = Hall().enters()
    hall.technician.touch("do")
    hall.technician.felt((0.5, 0.5))
    assert (hall.page, hall.tools.done) == (TechnicianMenu("ar"), [])


def test_five_stars_calibrate_the_glass_and_tell_the_error_before_and_after():
    hall = Hall().enters()
    hall.technician.touch("tool:touch")
    assert hall.tools.is_raw
    for x, y in PLACES:
        assert hall.page.place == (x, y)
        hall.technician.felt((x * 0.9 + 0.02, y + 0.01))
    (correct,) = hall.tools.corrected
    assert correct((0.9 * 0.5 + 0.02, 0.51)) == pytest.approx((0.5, 0.5))
    before, after = hall.page.rows
    assert (before.label, after.label) == ("Error before", "Error after")
    assert (before.value, after.value) == ("20.1 mm", "0.0 mm")


def test_one_place_touched_again_and_again_calibrates_nothing():
    hall = Hall().enters()
    hall.technician.touch("tool:touch")
    for _ in PLACES:
        hall.technician.felt((0.5, 0.5))
    assert hall.tools.corrected == [Affine()]


def test_whoever_leaves_the_stars_keeps_the_correction_of_before():
    hall = Hall().enters()
    hall.technician.touch("tool:touch")
    hall.technician.touch("home")
    assert (hall.tools.corrected, hall.tools.is_raw) == ([], False)


def test_a_turned_and_skewed_glass_is_put_right_and_remembered(tmp_path):
    felt = [(0.1 + 0.8 * y, 0.95 - 0.9 * x + 0.05 * y) for x, y in PLACES]
    correct = fitted(felt, PLACES)
    assert largest_error(felt, PLACES, (300, 500), correct) == pytest.approx(0, abs=1e-9)
    assert read_affine(tmp_path / "touch.json") == Affine()
    keep_affine(tmp_path / "touch.json", correct)
    assert read_affine(tmp_path / "touch.json") == correct


def test_the_log_tells_a_technician_no_word_of_a_visitor():
    log, before = RecentLog(), structlog.get_config()["processors"]
    log.listen()
    try:
        structlog.get_logger().warning(
            "ticket_printed", ticket="A042", request="r-1", verdict="held"
        )
        structlog.get_logger().debug("touched", target="key:K")
    finally:
        structlog.configure(processors=before)
    (line,) = log.lines
    assert line.endswith("warning ticket_printed verdict=held")
