"""The figures of complaints: how many, and how long their answers took."""

from datetime import UTC, datetime, timedelta

from controller.complaints import Complaint, Kept, NewComplaint, Standing, SubjectFigures, figures

NOW = datetime(2026, 3, 9, 9, tzinfo=UTC)


def told(number, subject, kind="complaint", days=None):
    new = NewComplaint(f"r{number}", "", "", kind, subject, "fr", "annex", NOW, NOW)
    if days is None:
        return Complaint(new)
    at = NOW + timedelta(days=days)
    return Complaint(new, Kept(Standing.CLOSED, answered_at=at, closed_at=at))


def test_each_subject_has_its_count_and_the_median_of_its_days():
    every = [
        told(1, "roads"),
        told(2, "lighting", days=1),
        told(3, "lighting", "suggestion", days=6),
        told(4, "lighting", days=2),
    ]

    found = figures(every)

    assert list(found.subjects) == ["lighting", "roads"]
    assert found.subjects["lighting"] == SubjectFigures(2, 1, 3, 3, 2.0)
    assert found.subjects["roads"] == SubjectFigures(1, 0, 0, 0, None)
    assert found.total == SubjectFigures(3, 1, 3, 3, 2.0)


def test_of_no_complaint_there_are_no_days():
    assert figures([]).total == SubjectFigures(0, 0, 0, 0, None)
