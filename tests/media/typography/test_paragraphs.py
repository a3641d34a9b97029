"""Wrapped lines are found again in their paragraphs, each in its own place."""

from media.typography.paragraphs import Paragraphs


def test_a_line_that_stands_twice_has_the_levels_of_each_place():
    lines = Paragraphs("123 abc\n123 حالة", None)

    assert lines.take("123") == (0, [0, 0, 0])
    assert lines.take("abc") == (0, [0, 0, 0])
    assert lines.take("123") == (1, [2, 2, 2])
    assert lines.take("حالة") == (1, [1, 1, 1, 1])


def test_a_line_that_stands_twice_in_one_paragraph_is_taken_in_order():
    lines = Paragraphs("12: abc حالة 12:", "ltr")

    assert lines.take("12:") == (0, [0, 0, 0])
    assert lines.take("abc حالة") == (0, [0, 0, 0, 0, 1, 1, 1, 1])
    assert lines.take("12:") == (0, [2, 2, 0])


def test_a_line_that_was_shortened_has_no_levels_of_the_text():
    lines = Paragraphs("حالة 12", None)

    assert lines.take("حا…") == (1, None)
    assert lines.take("12") == (1, [2, 2])
