"""A day's report as a page: on the staff's screens, and as a file of its own to print."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from controller.report import Calling, DayReport
from controller.report.changes import Change, Value, Values
from controller.web.content import Content
from controller.web.language import direction, spans
from controller.web.order import in_groups
from media.dates import clock_time, long_date, short_date
from media.texts import msgid
from media.texts.classes import CLASSES
from media.texts.proposed import proposed
from media.texts.reasons import PROPOSED
from media.words import Parts, on_one_line
from wire.messages import Language

HERE = Path(__file__).parent
STYLE = HERE / "static" / "css" / "report.css"

CHOSEN: Mapping[Calling, str] = MappingProxyType(
    {
        "due": msgid("Due first"),
        "strict": msgid("Highest class"),
        "interleave": msgid("Turn of the class"),
        "accumulate": msgid("Most points"),
        "reserved": msgid("Waited for the counter or the agent alone"),
        "out_of_turn": msgid("Out of turn"),
        "walk_in": msgid("Without a ticket"),
    }
)


@dataclass(frozen=True)
class ReportPage:
    """Writes reports in one language."""

    content: Content
    language: Language
    zone: ZoneInfo
    names: Mapping[str, str]
    """How those are called who sign in."""

    def html(self, report: DayReport, links: Mapping[str, str] | None = None) -> str:
        """Return the page: for the controller with links, else one that needs no other file."""
        return self._environment.get_template("report.html").render(
            report=report,
            links=links,
            style=None if links is not None else Markup(STYLE.read_text(encoding="utf-8")),  # noqa: S704 - our own file
            day=self.day(report.day),
            rows=[(self.service(id_), each) for id_, each in report.services.items()],
        )

    def day(self, day: date) -> str:
        """Return the date in words."""
        return long_date(self.language, day)

    def clock(self, at: datetime) -> str:
        """Return the moment on the hall's clock."""
        return clock_time(at.astimezone(self.zone))

    def service(self, service: str) -> str:
        """Return a service's name."""
        return self._service(service, self.language)

    def person(self, name: str) -> str:
        """Return how somebody of the staff is called."""
        return self.names.get(name, name)

    def reason(self, reason: str) -> str:
        """Return a reason that the hall proposes in the page's language, any other as it is."""
        return self._reason(reason, self.language)

    def text(self, text: str, **values: str | int) -> str:
        """Return a text of the catalogues on one line."""
        return self.content.texts.text(self.language, text, **values)

    def sentence(self, change: Change) -> Parts:
        """Return what was changed, in words."""
        texts = self.content.texts
        spoken = [each for each, _ in texts.parts(self.language, change.text)]
        return tuple(
            (each, texts.text(each, change.text, **dict(self._values(change.values, each))))
            for each in spoken
        )

    def _values(self, values: Values, language: Language) -> Iterator[tuple[str, str]]:
        for name, value in values.items():
            yield name, self._told(name, value, language)

    def _told(self, name: str, value: Value, language: Language) -> str:
        match name, value:
            case "service", str():
                return self._service(value, language)
            case "services", tuple():
                comma = "، " if language == "ar" else ", "
                return comma.join(self._service(each, language) for each in value)
            case "priority", str():
                return self.content.texts.text(language, CLASSES[value])  # type: ignore[index]  # of an event
            case "by", str():
                return self.person(value)
            case "reason", str():
                return self._reason(value, language)
            case _:
                return str(value)

    def _service(self, service: str, language: Language) -> str:
        return on_one_line(self.content.service(service, language))

    def _reason(self, reason: str, language: Language) -> str:
        known = proposed(self.content.texts, reason, PROPOSED)
        return reason if known is None else self.content.texts.text(language, known)

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
            commune=spans(self.content.commune(self.language)),
            groups=in_groups,
            short_date=short_date,
            spans=spans,
            classes=CLASSES,
            chosen=CHOSEN,
            minutes=minutes,
            percent=percent,
        )
        return environment

    def _words(self, text: str, **values: str | int) -> Markup:
        return spans(self.content.texts.parts(self.language, text, **values))


def minutes(seconds: float | None) -> str:
    """Return a length of time in minutes, to the nearest; a dash for none."""
    return "–" if seconds is None else str(round(seconds / 60))


def percent(share: float | None) -> str:
    """Return a share as a percentage, to the nearest; a dash for none."""
    return "–" if share is None else f"{round(share * 100)} %"
