"""A day's report as a page: on the staff's screens, and as a file of its own to print."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from controller.doer import Doer
from controller.hall.ids import ServiceId
from controller.report import Calling, DayReport, Satisfaction, together
from controller.story import Line
from controller.telling import Naming
from controller.web.language import direction, spans
from controller.web.order import in_groups
from media.dates import long_date, short_date
from media.texts import msgid
from media.texts.classes import CLASSES
from media.texts.satisfaction import ABOUT, FACES
from media.words import Parts
from wire.messages import Language

HERE = Path(__file__).parent
STYLE = HERE / "static" / "css" / "report.css"

CHOSEN: Mapping[Calling, str] = MappingProxyType(
    {
        "due": msgid("Due first"),
        "strict": msgid("Highest class"),
        "interleave": msgid("Turn of the class"),
        "accumulate": msgid("Most points"),
        "preferred": msgid("What the agent does best"),
        "put_first": msgid("Put first in line"),
        "out_of_turn": msgid("Out of turn"),
        "brought_back": msgid("Brought back after being served"),
        "walk_in": msgid("Without a ticket"),
    }
)


@dataclass(frozen=True)
class ReportPage:
    """Writes reports in one language."""

    naming: Naming
    language: Language

    def html(self, report: DayReport, links: Mapping[str, str] | None = None) -> str:
        """Return the page: for the controller with links, else one that needs no other file."""
        return self._environment.get_template("report.html").render(
            report=report,
            links=links,
            style=None if links is not None else Markup(STYLE.read_text(encoding="utf-8")),  # noqa: S704 - our own file
            day=self.day(report.day),
        )

    def said(self, services: Mapping[ServiceId, Satisfaction], first: date, last: date) -> str:
        """Return the page of what visitors said from the first day to the last."""
        template = self._environment.get_template("said_in.html")
        return template.render(services=services, first=first, last=last)

    def mean(self, mean: float | None) -> str:
        """Return a mean of faces, to a tenth, as the language writes it; a dash for none."""
        if mean is None:
            return "–"
        return f"{mean:.1f}" if self.language == "en" else f"{mean:.1f}".replace(".", ",")

    def day(self, day: date) -> str:
        """Return the date in words."""
        return long_date(self.language, day)

    def clock(self, at: datetime) -> str:
        """Return the moment on the hall's clock."""
        return self.naming.clock(at)

    def service(self, service: str) -> Parts:
        """Return a service's name."""
        return self.naming.names.service(service, self.language)

    def doer(self, doer: Doer | None) -> Parts:
        """Return who did something."""
        return self.naming.doer(doer, self.language)

    def reason(self, reason: str) -> Parts:
        """Return a reason that the hall proposes in the page's language, any other as it is."""
        return self.naming.reason(reason, self.language)

    def outcome(self, code: str) -> Parts:
        """Return how a service ended."""
        return self.naming.outcome(code, self.language)

    def text(self, text: str, **values: str | int) -> str:
        """Return a text of the catalogues on one line."""
        return self.naming.names.texts.text(self.language, text, **values)

    def sentence(self, line: Line) -> Parts:
        """Return what happened, in words."""
        return self.naming.sentence(self.language, line.text, line.values)

    @cached_property
    def _environment(self) -> Environment:
        environment = Environment(
            loader=FileSystemLoader(HERE / "templates"), autoescape=True, trim_blocks=True
        )
        environment.globals.update(
            page=self,
            language=self.language,
            direction=direction(self.language),
            words=self._words,
            commune=spans(self.naming.names.commune(self.language)),
            groups=in_groups,
            short_date=short_date,
            spans=spans,
            classes=CLASSES,
            faces=FACES,
            topics=ABOUT,
            together=together,
            chosen=CHOSEN,
            minutes=minutes,
            percent=percent,
        )
        return environment

    def _words(self, text: str, **values: str | int) -> Markup:
        return spans(self.naming.names.texts.parts(self.language, text, **values))


def minutes(seconds: float | None) -> str:
    """Return a length of time in minutes, to the nearest; a dash for none."""
    return "–" if seconds is None else str(round(seconds / 60))


def percent(share: float | None) -> str:
    """Return a share as a percentage, to the nearest; a dash for none."""
    return "–" if share is None else f"{round(share * 100)} %"
