from controller.waits import Range
from controller.waits.book import ENOUGH, Book
from controller.waits.margin import Margin
from controller.waits.score import Score

SAID = Range(4, 6, 8)


def test_a_range_that_missed_is_widened_until_it_would_have_held_enough():
    margin = Margin()
    for number in range(100):
        margin.learn(1, SAID, 6 if number < 80 else 13)
    assert margin.widen(SAID) == Range(0, 6, 13)


def test_a_range_that_always_held_is_narrowed():
    margin = Margin()
    for _ in range(100):
        margin.learn(1, Range(0, 10, 20), 10)
    assert margin.widen(Range(0, 10, 20)) == Range(10, 10, 10)


def test_a_queue_without_waits_of_its_own_is_widened_by_all():
    book = Book()
    for number in range(ENOUGH * 2):
        book.learn("pace", "births", 1, SAID, 6 if number % 2 else 13)
    assert book.widen("pace", "taxes", SAID) == Range(0, 6, 13)
    assert book.widen("age", "taxes", SAID) == SAID


def test_a_score_tells_error_loss_and_coverage():
    scored = Score.of(SAID, 6) + Score.of(SAID, 12)
    assert (scored.count, scored.error, scored.coverage) == (2, 3, 0.5)
    assert Score().error is None


def test_a_week_is_the_last_seven_days():
    book = Book()
    for day in range(1, 11):
        book.score("told", "births", day, SAID, 6)
    assert book.week("told", "births", 10).count == 7


def test_a_method_is_better_when_its_ranges_cost_less_on_the_days_that_both_have():
    book = Book()
    for number in range(ENOUGH):
        book.score("pace", "births", 1, SAID, 60)  # a day that the model was not asked on
        book.score("pace", "births", 2 + number % 2, Range(5, 6, 7), 6)
        book.score("model", "births", 2 + number % 2, Range(5, 6.5, 7), 6)
    assert book.is_better("pace", "model", "births")
    assert not book.is_better("model", "pace", "births")


def test_a_method_with_too_few_waits_is_not_better():
    book = Book()
    for _ in range(ENOUGH - 1):
        book.enter("pace", "births", 1, SAID, 30)
        book.enter("model", "births", 1, SAID, 6)
    assert not book.is_better("model", "pace", "births")


def test_a_range_from_no_minutes_on_is_too_wide_though_some_wait_none():
    margin = Margin()
    for number in range(100):
        margin.learn(1, Range(0, 0, 8), 0 if number < 90 else 3)
    assert margin.widen(Range(0, 0, 8)) == Range(0, 0, 0)
