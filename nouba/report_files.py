"""A day's report as lines to read, and as files."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO
from pathlib import Path

from controller.doer import Doer
from controller.hall.ids import ServiceId
from controller.report import DayReport, Figures, OutOfTurn, Satisfaction, together
from controller.story import Line
from controller.web.report_page import ReportPage, minutes, percent
from media.french import with_hard_spaces
from media.isolation import isolate, plain
from media.texts import msgid
from media.words import on_one_line
from wire.messages import ABOUT, FACES

SERVICE_COLUMNS = (
    "service",
    "visits",
    "called",
    "served",
    "no_shows",
    "cancelled",
    "median_wait_seconds",
    "p90_wait_seconds",
    "service_level",
)
OUTCOME_COLUMNS = ("service", "outcome", "times", "quantity", "median_service_seconds")
SATISFACTION_COLUMNS = (
    "service",
    "finished",
    "answers",
    "share",
    "mean",
    *(f"face_{face}" for face in FACES),
    *(f"about_{about}" for about in ABOUT),
)
NOTE_COLUMNS = ("at", "ticket", "service", "by", "outcome", "quantity", "note")
CALL_COLUMNS = ("at", "ticket", "service", "counter", "by", "reason", "passed")
PUT_FIRST = msgid("Calls of tickets that had been put first in line")
HANDLED_COLUMNS = ("at", "ticket", "by", "what")
CHANGE_COLUMNS = ("at", "by", "what")

Cell = str | int | float | None
Row = dict[str, Cell]


def summary(report: DayReport, page: ReportPage) -> Iterator[str]:
    """Give the lines that tell the day in short."""
    yield f"{page.text('Report of the day')} {isolate(page.day(report.day))}"
    if not report.is_closed:
        yield page.text("So far: the day is not closed")
    yield page.text("Waits are in minutes.")
    for name, told in _in_short(report.total):
        yield _named(page, page.text(name), told)
    yield from _outcomes(report, page)
    yield from said_in_short(report.satisfaction, page)
    yield _named(page, page.text("Notes of the agents"), str(len(report.notes)))
    yield from _calls(page, "Calls out of turn", report.out_of_turn)
    if report.put_first:
        yield from _calls(page, PUT_FIRST, report.put_first)
    yield _named(page, page.text("Last seal"), report.seals.last)


def _calls(page: ReportPage, name: str, calls: Sequence[OutOfTurn]) -> Iterator[str]:
    yield _named(page, page.text(name), str(len(calls)))
    for call in calls:
        # Not without the inner isolates: a Latin name would turn its Arabic sentence round.
        who, why = on_one_line(page.doer(call.doer)), on_one_line(page.reason(call.reason))
        cells = (call.ticket, who, why)
        yield "  ".join(("", page.clock(call.at), *map(isolate, cells)))


def _outcomes(report: DayReport, page: ReportPage) -> Iterator[str]:
    if report.outcomes:
        yield page.text("How services ended")
    for row in report.outcomes:
        cells = (on_one_line(page.service(row.service)), on_one_line(page.outcome(row.outcome)))
        yield _named(page, "  ".join(("", *map(isolate, cells))), str(row.finishes))


def said_in_short(services: Mapping[ServiceId, Satisfaction], page: ReportPage) -> Iterator[str]:
    """Give a line for each service: the answers' mean, their number, their share; or nothing."""
    total = together(services.values())
    if not total.answers:
        return
    yield page.text("What visitors said")
    for service, said in services.items():
        name = "  ".join(("", isolate(on_one_line(page.service(service)))))
        yield _named(page, name, _told(said, page))
    yield _named(page, page.text("All services"), _told(total, page))


def _told(said: Satisfaction, page: ReportPage) -> str:
    return f"{page.mean(said.mean)} · {said.answers}/{said.finished} · {percent(said.share)}"


def csv_of(services: Mapping[ServiceId, Satisfaction]) -> str:
    """Return what visitors said as a table for spreadsheets."""
    return _csv(SATISFACTION_COLUMNS, satisfaction_rows(services))


def _named(page: ReportPage, name: str, value: str) -> str:
    if page.language == "fr":
        return f"{with_hard_spaces(f'{name} :')} {isolate(value)}"
    return f"{name}: {isolate(value)}"


def _doer(page: ReportPage, doer: Doer | None) -> str:
    return plain(on_one_line(page.doer(doer)))


def write_files(report: DayReport, page: ReportPage, folder: Path) -> list[Path]:
    """Write the page, and its rows as JSON and CSV; return where they are."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {f"{report.day}.html": page.html(report), f"{report.day}.json": _json(report, page)}
    for name, (columns, each) in _tables(report, page).items():
        files[f"{report.day}-{name}.csv"] = _csv(columns, each)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in files]


def _tables(report: DayReport, page: ReportPage) -> dict[str, tuple[tuple[str, ...], list[Row]]]:
    return {
        "services": (SERVICE_COLUMNS, service_rows(report)),
        "outcomes": (OUTCOME_COLUMNS, outcome_rows(report)),
        "satisfaction": (SATISFACTION_COLUMNS, satisfaction_rows(report.satisfaction)),
        "notes": (NOTE_COLUMNS, note_rows(report, page)),
        "out-of-turn": (CALL_COLUMNS, call_rows(report.out_of_turn, page)),
        "put-first": (CALL_COLUMNS, call_rows(report.put_first, page)),
        "handled": (HANDLED_COLUMNS, handled_rows(report, page)),
        "changes": (CHANGE_COLUMNS, change_rows(report, page)),
    }


def service_rows(report: DayReport) -> list[Row]:
    """Return a row for each service, and one without a name for all of them."""
    rows = [_figures(id_, each) for id_, each in report.services.items()]
    return [*rows, _figures("", report.total)]


def outcome_rows(report: DayReport) -> list[Row]:
    """Return a row for each outcome of each service that was given."""
    return [
        {
            "service": each.service,
            "outcome": each.outcome,
            "times": each.finishes,
            "quantity": each.quantity,
            "median_service_seconds": each.times.percentile(0.5),
        }
        for each in report.outcomes
    ]


def satisfaction_rows(services: Mapping[ServiceId, Satisfaction]) -> list[Row]:
    """Return a row for each service that was given, and one without a name for all of them."""
    rows = [_said(id_, each) for id_, each in services.items()]
    return [*rows, _said("", together(services.values()))]


def _said(service: str, said: Satisfaction) -> Row:
    return {
        "service": service,
        "finished": said.finished,
        "answers": said.answers,
        "share": said.share,
        "mean": said.mean,
        **{f"face_{face}": said.faces[face] for face in FACES},
        **{f"about_{about}": said.about[about] for about in ABOUT},
    }


def note_rows(report: DayReport, page: ReportPage) -> list[Row]:
    """Return a row for each note of an agent."""
    return [
        {
            "at": each.at.isoformat(),
            "ticket": each.ticket,
            "service": each.service,
            "by": _doer(page, each.doer),
            "outcome": each.outcome,
            "quantity": each.quantity,
            "note": each.note,
        }
        for each in report.notes
    ]


def call_rows(calls: Sequence[OutOfTurn], page: ReportPage) -> list[Row]:
    """Return a row for each call out of turn, or of a ticket that was put first."""
    return [
        {
            "at": call.at.isoformat(),
            "ticket": call.ticket,
            "service": call.service,
            "counter": call.counter,
            "by": _doer(page, call.doer),
            "reason": plain(on_one_line(page.reason(call.reason))),
            "passed": " ".join(call.passed),
        }
        for call in calls
    ]


def handled_rows(report: DayReport, page: ReportPage) -> list[Row]:
    """Return a row for each thing that was done with a ticket, in words."""
    return [{"ticket": each.ticket, **_line(each.line, page)} for each in report.handled]


def change_rows(report: DayReport, page: ReportPage) -> list[Row]:
    """Return a row for each change, in words."""
    return [_line(each, page) for each in report.changes]


def _line(line: Line, page: ReportPage) -> Row:
    what = plain(on_one_line(page.sentence(line)))
    by = "" if line.doer is None else _doer(page, line.doer)
    return {"at": line.at.isoformat(), "by": by, "what": what}


def _in_short(total: Figures) -> Iterator[tuple[str, str]]:
    yield "Visits", str(total.visits)
    yield "Served", str(total.served)
    yield "No-shows", str(total.no_shows)
    yield "Cancelled", str(total.cancelled)
    yield "Median wait", minutes(total.waits.percentile(0.5))
    yield "90% within", minutes(total.waits.percentile(0.9))
    yield "Called by the promised moment", percent(total.service_level)


def _figures(service: str, figures: Figures) -> Row:
    return {
        "service": service,
        "visits": figures.visits,
        "called": figures.called,
        "served": figures.served,
        "no_shows": figures.no_shows,
        "cancelled": figures.cancelled,
        "median_wait_seconds": figures.waits.percentile(0.5),
        "p90_wait_seconds": figures.waits.percentile(0.9),
        "service_level": figures.service_level,
    }


def _json(report: DayReport, page: ReportPage) -> str:
    seals = report.seals
    told = {
        "day": report.day.isoformat(),
        "is_closed": report.is_closed,
        "services": service_rows(report),
        "outcomes": outcome_rows(report),
        "satisfaction": satisfaction_rows(report.satisfaction),
        "notes": note_rows(report, page),
        "classes": dict(report.classes),
        "chosen": dict(report.chosen),
        "out_of_turn": call_rows(report.out_of_turn, page),
        "put_first": call_rows(report.put_first, page),
        "handled": handled_rows(report, page),
        "changes": change_rows(report, page),
        "proof": {
            "holds": seals.holds,
            "facts": seals.facts,
            "day_before": None if seals.day_before is None else seals.day_before.isoformat(),
            "seal_before": seals.before,
            "first_seal": seals.first,
            "last_seal": seals.last,
        },
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _csv(columns: Iterable[str], rows: Iterable[Row]) -> str:
    text = StringIO()
    # The mark at the beginning tells spreadsheets that the file is UTF-8.
    text.write("\ufeff")
    writer = csv.DictWriter(text, tuple(columns))
    writer.writeheader()
    writer.writerows({name: _safe(cell) for name, cell in row.items()} for row in rows)
    return text.getvalue()


def _safe(cell: Cell) -> Cell:
    """Return the cell so that a spreadsheet takes no typed text for a formula."""
    is_formula = isinstance(cell, str) and cell[:1] in {"=", "+", "-", "@", "\t", "\r"}
    return f"'{cell}" if is_formula else cell
