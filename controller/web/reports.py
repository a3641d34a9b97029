"""The reports of the hall's days, for its supervisors."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from flask import Blueprint, Flask, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user, login_required

from controller.hall.ids import ServiceId
from controller.identity import People
from controller.report import DayReport, Satisfaction
from controller.telling import Naming
from controller.web.content import Content
from controller.web.language import language_now
from controller.web.report_page import ReportPage
from media.texts import msgid

A_DAY = timedelta(days=1)
A_MONTH = timedelta(days=30)
"""What is told of unless somebody asks for other days."""


@dataclass(frozen=True, slots=True)
class Reports:
    """Where the figures come from. Both may raise `StoreError`."""

    of_day: Callable[[date], DayReport | None]
    """Gives the report of a day, or nothing when the journal does not know it; may raise
    `JournalError`."""

    said: Callable[[date, date], Mapping[ServiceId, Satisfaction]]
    """Gives what visitors said from one day to another, both among them."""


def register(
    app: Flask,
    reports: Reports,
    content: Content,
    people: People,
    zone: ZoneInfo,
    today: Callable[[], date],
) -> None:
    """Add the page at `/reports/<day>`; `/reports` leads to today's.

    At `/reports/satisfaction` is what visitors said in a stretch of days.
    """
    blueprint = Blueprint("reports", __name__)
    shown = _Shown(reports, content, people, zone, today)

    @blueprint.before_request
    @login_required
    def check() -> None:
        if current_user.role != "supervisor":
            abort(403)

    @blueprint.get("/reports")
    def latest() -> ResponseReturnValue:
        return redirect(url_for("reports.of", day=today()))

    @blueprint.get("/reports/satisfaction")
    def satisfaction() -> ResponseReturnValue:
        return shown.satisfaction(request.args.get("first", ""), request.args.get("last", ""))

    @blueprint.get("/reports/<day>")
    def of(day: str) -> ResponseReturnValue:
        return shown.of(day)

    app.register_blueprint(blueprint)


@dataclass(frozen=True, slots=True)
class _Shown:
    """The pages themselves."""

    reports: Reports
    content: Content
    people: People
    zone: ZoneInfo
    today: Callable[[], date]

    def satisfaction(self, first: str, last: str) -> ResponseReturnValue:
        """Return what was said between two days; of the latest month where they are none."""
        end = _day(last) or self.today()
        start = _day(first) or end - A_MONTH + A_DAY
        return self._page().said(self.reports.said(start, end), start, end)

    def of(self, day: str) -> ResponseReturnValue:
        """Return a day's report, or say that there is none."""
        found = _day(day)
        report = None if found is None else self.reports.of_day(found)
        if found is None or report is None:
            problem = msgid("There is no such day in the journal")
            return render_template("problem.html", problem=problem), 404
        return self._page().html(report, self._links(found))

    def _page(self) -> ReportPage:
        return ReportPage(Naming(self.content, self.zone, self.people.names()), language_now())

    def _links(self, day: date) -> dict[str, str]:
        after = url_for("reports.of", day=day + A_DAY) if day < self.today() else ""
        before = url_for("reports.of", day=day - A_DAY)
        return {"before": before, "after": after, "said": url_for("reports.satisfaction")}


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
