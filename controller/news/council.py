"""Reads the sessions of a council from its calendar (iCalendar, RFC 5545).

A session at ten stays at ten when Morocco's clock changes for Ramadan: a time that bears a
zone, or none, is one of the wall clock, and only then becomes a moment, by the newest rules.
"""

from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar import Calendar
from recurring_ical_events import of

from controller.news.entry import Entry, Reading, Sitting
from controller.news.network import Answer
from controller.news.problem import FeedProblem, Problem
from media.zone import time_zone

AHEAD = timedelta(days=120)
"""How far ahead sessions are told."""

BEFORE = timedelta(days=1)
"""How long a session is told after it began, if it lasts."""

UNTOLD = timedelta(hours=2)
"""How long a session is taken to last of which the calendar tells only the beginning."""

MOST_EVENTS = 2000
MOST_SERIES = 100
OLDEST_SERIES = 30
"""Years; a series from the year 1 would take minutes to reckon."""

TOO_OFTEN = frozenset({"SECONDLY", "MINUTELY", "HOURLY"})
TIMES = frozenset({"DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"})
PARTS_OF_A_DAY = ("BYHOUR", "BYMINUTE", "BYSECOND")
"""No council sits several times a day; a rule that says so could fill the memory."""


def read_council(answer: Answer, now: datetime, zone: ZoneInfo) -> Reading:
    """Return the sessions from now on, each one of a series by itself, by their time.

    `zone` is the hall's: that of times without any. Raises `FeedProblem` for what is no
    calendar, or not all of one.
    """
    calendar = _calendar(answer.body)
    every = calendar.walk("VEVENT")
    if not every:
        raise FeedProblem(Problem.NO_ENTRIES)
    if len(every) > MOST_EVENTS:
        raise FeedProblem(Problem.TOO_LARGE, f"over {MOST_EVENTS} events")
    wrong = _without_wild_series(calendar, now)
    found = of(calendar, skip_bad_series=True).between(now - BEFORE, now + AHEAD)
    series = _series(every)
    entries = [entry for each in found if (entry := _entry(each, series, zone))]
    entries.sort(key=lambda each: (each.sitting.starts, each.guid) if each.sitting else (now, ""))
    if wrong or len(entries) < len(found):
        detail = f"{wrong + len(found) - len(entries)} events"
        return Reading(entries, Problem.NOT_WELL_FORMED, detail)
    return Reading(entries, since=now, until=now + AHEAD)


def _calendar(body: bytes) -> Calendar:
    written = body.removeprefix(BOM_UTF8).strip()
    if not written.startswith(b"BEGIN:VCALENDAR"):
        raise FeedProblem(Problem.OTHER_FORMAT, "not a calendar")
    if not written.endswith(b"END:VCALENDAR"):
        raise FeedProblem(Problem.CUT_SHORT)
    try:
        return Calendar.from_ical(written.decode("utf-8"))
    except UnicodeDecodeError:
        raise FeedProblem(Problem.OTHER_FORMAT, "not written in UTF-8") from None
    except ValueError as error:
        raise FeedProblem(Problem.OTHER_FORMAT, str(error)[:80]) from None


def _without_wild_series(calendar: Calendar, now: datetime) -> int:
    """Leave out events without sound times, and series that could not be reckoned in time.

    Returns how many these were.
    """
    events = calendar.subcomponents
    sound = [each for each in events if not TIMES & {name for name, _ in each.errors}]
    series = [each for each in sound if "RRULE" in each]
    wild = {id(each) for each in series[:MOST_SERIES] if _is_wild(each, now)}
    wild |= {id(each) for each in series[MOST_SERIES:]}
    calendar.subcomponents = [each for each in sound if id(each) not in wild]
    return len(events) - len(calendar.subcomponents)


def _is_wild(event: Any, now: datetime) -> bool:  # noqa: ANN401 - icalendar's own
    rules = event["RRULE"] if isinstance(event["RRULE"], list) else [event["RRULE"]]
    begins = getattr(event.get("DTSTART"), "dt", None)
    if begins is None or begins.year < now.year - OLDEST_SERIES:
        return True
    return any(
        TOO_OFTEN & {str(each).upper() for each in rule.get("FREQ", ())}
        or any(part in rule for part in PARTS_OF_A_DAY)
        for rule in rules
    )


def _series(events: Iterable[Any]) -> frozenset[str]:
    """Return what the calendar calls those of which there are several."""
    events = list(events)
    count = Counter(str(each.get("UID", "")) for each in events)
    repeated = {str(each.get("UID", "")) for each in events if "RRULE" in each or "RDATE" in each}
    return frozenset(repeated | {uid for uid, times in count.items() if times > 1})


def _entry(event: Any, series: frozenset[str], zone: ZoneInfo) -> Entry | None:  # noqa: ANN401 - icalendar's own
    uid, title = str(event.get("UID", "")), str(event.get("SUMMARY", ""))
    if not uid or not title.strip():
        return None
    is_whole_day = not isinstance(event.start, datetime)
    starts, ends = _moment(event.start, zone), _moment(event.end, zone)
    if ends < starts:
        return None
    if ends == starts:
        ends = starts + UNTOLD
    sitting = Sitting(
        starts,
        ends,
        is_whole_day,
        str(event.get("LOCATION", "")),
        str(event.get("STATUS", "")).upper() == "CANCELLED",
    )
    guid = f"{uid} {_wall(event)}" if uid in series else uid
    return Entry(
        guid, title, str(event.get("DESCRIPTION", "")), str(event.get("URL", "")), sitting=sitting
    )


def _wall(event: Any) -> str:  # noqa: ANN401 - icalendar's own
    """Return which one of its series this is: when the wall clock was to show what, at first."""
    first = event["RECURRENCE-ID"].dt
    return str(first.replace(tzinfo=None) if isinstance(first, datetime) else first)


def _moment(told: date, zone: ZoneInfo) -> datetime:
    if not isinstance(told, datetime):
        return datetime.combine(told, time(), zone).astimezone(UTC)
    if told.tzinfo is None:
        return told.replace(tzinfo=zone).astimezone(UTC)
    return told.replace(tzinfo=_newest(told.tzinfo)).astimezone(UTC)


def _newest(told: tzinfo) -> tzinfo:
    """Return the zone by the newest rules at hand; one without a name as the calendar has it."""
    try:
        return time_zone(getattr(told, "key", ""))
    except (ZoneInfoNotFoundError, ValueError):
        return told
