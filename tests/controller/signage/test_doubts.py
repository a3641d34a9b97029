"""What people will not read of a page that was drawn, and how it is mended."""

import pytest

from controller.signage.doubts import Concern, Doubt, doubts, worst
from media.playlist.preview import PageSeen, PictureSeen, PreviewScreen, PreviewSeen, TextSeen

SCREEN = PreviewScreen(1920, 1080, 1397.0, 5000.0, ("ar", "fr"))
"""55 inches, five metres from the farthest visitor."""

PAGES = (PageSeen("ar", 9.0), PageSeen("fr", 10.0))


def text(degrees=0.7, contrast=12.3, kind="title", *, is_whole=True, letters=None) -> TextSeen:
    capital = round(degrees / 0.7 * 61.1, 1)
    return TextSeen(kind, "Fermé", capital, degrees, contrast, is_whole, letters)


def found(*texts, pages=PAGES, picture=None) -> tuple[Doubt, ...]:
    return doubts(PreviewSeen(pages, 0, texts, picture), SCREEN, "north")


def test_letters_of_0_7_degrees_leave_no_doubt():
    assert found(text(0.7), text(0.698, kind="text")) == ()


def test_smaller_ones_are_told_with_how_far_they_are_read_and_what_would_do():
    assert found(text(0.52, letters=40)) == (
        Doubt(Concern.SMALL, "north", "ar", "title", 0.52, 5.0, 3.7, 40, 74),
    )


def test_what_is_too_small_from_the_end_of_the_hall_is_grave():
    (doubt,) = found(text(0.35))

    assert (doubt.concern, doubt.is_grave, doubt.letters) == (Concern.TINY, True, None)


def test_what_does_not_fit_and_what_is_faint_are_told():
    concerns = [each.concern for each in found(text(0.2, contrast=3.1, is_whole=False))]

    assert concerns == [Concern.CUT, Concern.FAINT]


def test_what_is_of_second_rank_may_be_small():
    assert found(text(0.2, kind="aside")) == ()


@pytest.mark.parametrize(
    ("picture", "concerns"),
    [
        (PictureSeen(2.4, 600.0), [Concern.STRETCHED]),
        (PictureSeen(0.5, 600.0, is_paper=True), [Concern.PAPER]),
        (PictureSeen(0.5, 600.0), []),
    ],
)
def test_a_picture_may_be_stretched_and_a_paper_too_small(picture, concerns):
    assert [each.concern for each in found(picture=picture)] == concerns


def test_a_round_of_more_than_a_minute_and_a_screen_with_nothing_are_told():
    long = found(pages=(PageSeen("ar", 40.0), PageSeen("fr", 35.0)))

    assert [(each.concern, each.measured) for each in long] == [(Concern.LONG, 75)]
    assert [each.concern for each in found(pages=())] == [Concern.NOTHING]


def test_a_history_keeps_the_worst_of_each_concern():
    small, smaller, long = (
        Doubt(Concern.SMALL, measured=0.6),
        Doubt(Concern.SMALL, measured=0.5),
        Doubt(Concern.LONG, measured=70),
    )

    assert worst([small, smaller, long]) == (smaller, long)
