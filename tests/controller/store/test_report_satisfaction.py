"""A day's report and the figures of a stretch of days tell what visitors said, without a name."""

from collections import Counter, defaultdict
from datetime import timedelta

from sqlalchemy import Engine

from controller.report import Satisfaction, together
from controller.store.satisfaction import satisfaction
from tests.controller.store.lived import DAY, SERVICES, report_of, rows_of, write_day


def answers_again(rows: list[tuple[str, dict]]) -> dict[str, list[dict]]:
    """Return from the rows alone the services that were given, each with the latest answer."""
    services: dict[str, str] = {}
    given: dict[str, list[dict]] = defaultdict(list)
    is_finished: dict[str, bool] = {}
    for kind, event in rows:
        number = event.get("ticket")
        if kind == "VisitRated":
            given[number][-1] |= {"face": event["face"], "about": event["about"]}
            continue
        if kind == "ServiceFinished":
            given[number].append({"service": services[number], "face": None, "about": None})
        if kind == "TicketReinstated" and is_finished[number]:
            given[number].pop()
        if "service" in event and number is not None:
            services[number] = event["service"]
        if number is not None:
            is_finished[number] = kind == "ServiceFinished"
    return given


def told(said: Satisfaction) -> tuple:
    return said.finished, +said.faces, +said.about


def test_the_answers_are_counted_by_the_service_that_was_given(engine: Engine) -> None:
    write_day(engine)
    given = [each for every in answers_again(rows_of(engine)).values() for each in every]
    expected = {
        service: (
            sum(each["service"] == service for each in given),
            Counter(e["face"] for e in given if e["service"] == service and e["face"]),
            Counter(e["about"] for e in given if e["service"] == service and e["about"]),
        )
        for service in SERVICES
    }

    report = report_of(engine)
    assert report is not None
    said = report.satisfaction
    assert {service: told(each) for service, each in said.items()} == expected
    total, faces = together(said.values()), [e["face"] for e in given if e["face"]]
    assert len(faces) >= 20
    assert (total.answers, total.share) == (len(faces), len(faces) / len(given))
    assert total.mean is not None
    assert abs(total.mean - sum(faces) / len(faces)) < 1e-9


def test_the_figures_of_some_days_are_those_of_their_reports(engine: Engine) -> None:
    write_day(engine)
    report = report_of(engine)
    assert report is not None

    said = satisfaction(engine, "hall", DAY, DAY + timedelta(days=6))

    assert {service: told(each) for service, each in said.items()} == {
        service: told(each) for service, each in report.satisfaction.items()
    }
    assert satisfaction(engine, "hall", DAY + timedelta(days=1), DAY + timedelta(days=9)) == {}
    assert satisfaction(engine, "another", DAY, DAY) == {}


def test_nothing_is_told_of_nothing() -> None:
    assert (Satisfaction().share, Satisfaction().mean) == (None, None)
