"""A day's report and the figures of a stretch of days tell what visitors said, without a name."""

from collections import Counter, defaultdict
from datetime import timedelta

from sqlalchemy import Engine

from controller.report import Satisfaction, together
from controller.store.satisfaction import satisfaction
from controller.store.tables import visits
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
    assert len(faces) > 20
    assert (total.answers, total.share) == (len(faces), len(faces) / len(given))
    assert total.mean is not None
    assert abs(total.mean - sum(faces) / len(faces)) < 1e-9


def test_the_figures_of_some_days_are_those_of_their_visits(engine: Engine) -> None:
    """Each visit once: under the service of its latest answer, else of its latest finish."""
    write_day(engine)
    with engine.connect() as connection:
        rows = connection.execute(visits.select()).mappings().all()
    counted = [row for row in rows if row["outcome"] == "finished" or row["face"] is not None]
    by_service = Counter(row["rated_service"] or row["service"] for row in counted)

    said = satisfaction(engine, "hall", DAY, DAY + timedelta(days=6))
    assert {service: each.finished for service, each in said.items()} == by_service
    assert together(said.values()).faces == Counter(row["face"] for row in rows if row["face"])
    assert satisfaction(engine, "hall", DAY + timedelta(days=1), DAY + timedelta(days=9)) == {}
    assert satisfaction(engine, "another", DAY, DAY) == {}


def test_a_row_keeps_what_the_visitor_said_last(engine: Engine) -> None:
    """Unless that finish was taken back; who is sent on may have said something before."""
    write_day(engine)
    said: dict[str, tuple] = {}
    is_finished: dict[str, bool] = {}
    for kind, event in rows_of(engine):
        number = event.get("ticket", "")
        if kind == "VisitRated":
            said[number] = (event["service"], event["face"], event["about"])
            continue
        if kind == "TicketReinstated" and is_finished[number]:
            said.pop(number, None)
        is_finished[number] = kind == "ServiceFinished"

    with engine.connect() as connection:
        rows = connection.execute(visits.select()).mappings().all()
    kept = {r["ticket"]: (r["rated_service"], r["face"], r["about"]) for r in rows if r["face"]}
    assert kept == said


def test_nothing_is_told_of_nothing() -> None:
    assert (Satisfaction().share, Satisfaction().mean) == (None, None)
