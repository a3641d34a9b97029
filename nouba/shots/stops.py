"""Every page, every dialog and every screen of the kiosk, and the pictures that show it."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from wire.messages import LANGUAGES

STOPS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "sign_in.html": ("sign-in",),
        "agent.html": ("agent-choose", "agent-idle", "agent-called", "agent-serving"),
        "transfer-dialog": ("agent-transfer",),
        "sheet-dialog": ("agent-sheet",),
        "given-dialog": ("agent-given",),
        "steps-dialog": (
            "agent-more",
            "agent-more-idle",
            "agent-park",
            "agent-outcome",
            "agent-out-of-turn",
            "agent-bring-back",
            "agent-give-service",
            "agent-give-quantity",
            "agent-give-after",
            "agent-give-class",
            "agent-give-language",
            "agent-check-in",
            "supervisor-redirect",
            "supervisor-pause_service",
            "supervisor-change_services",
            "supervisor-close_day",
            "supervisor-reasons",
        ),
        "supervisor.html": ("supervisor", "supervisor-counters", "supervisor-paused"),
        "release-dialog": ("supervisor-release",),
        "emergency-dialog": ("supervisor-emergency",),
        "lift-dialog": ("supervisor-lift",),
        "report.html": ("report",),
        "said_in.html": ("said",),
        "notices/index.html": ("notices",),
        "notices/new.html": ("notice-new",),
        "notices/verdict.html": ("notice-previewed",),
        "true-size": ("notice-true-size",),
        "notices/history.html": ("notices-history",),
        "notices/news.html": ("news",),
        "screens/index.html": ("screens",),
        "complaints/index.html": ("complaints",),
        "complaints/one.html": ("complaint",),
        "complaints/figures.html": ("complaints-figures",),
        "complaints/ask.html": ("complaint-ask",),
        "complaints/follow.html": ("complaint-answered",),
        "follow.html": (
            "follow-waiting",
            "follow-called",
            "follow-serving",
            "follow-finished",
            "follow-rated",
        ),
        "give_up.html": ("give-up",),
        "satisfaction.html": ("rater-sign-in",),
        "problem.html": ("follow-unknown",),
        "order.html": ("order",),
        "appointments/services.html": ("appointments",),
        "appointments/days.html": ("appointment-days",),
        "appointments/times.html": ("appointment-times",),
        "appointments/confirm.html": ("appointment-confirm",),
        "appointments/appointment.html": ("appointment-booked",),
        "appointments/expected.html": ("expected",),
        "appointments/cancel.html": ("appointment-cancel",),
    }
)
"""By the template of a page, or the id of a dialog."""

KIOSK_STOPS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "attract": ("attract",),
        "languages": ("languages",),
        "offices": ("offices", "and_then"),
        "services": ("services",),
        "sheet": ("sheet", "further", "sheet_without_ticket", "alone_sheet"),
        "priority": ("priority",),
        "code": ("code", "code_denied"),
        "checking_in": ("checking_in",),
        "taking": ("taking",),
        "ticket": (
            "ticket",
            "ticket_several",
            "ticket_not_printed",
            "ticket_printed",
            "alone_ticket",
        ),
        "not_taken": ("not_taken",),
        "nothing_open": ("nothing_open",),
        "out_of_reach": ("out_of_reach",),
        "found": ("found", "found_giving_up"),
        "events": ("events",),
        "procedures": ("procedures",),
        "search": ("search", "search_found", "search_in_vain"),
        "ticks": ("ticks", "ticks_without_ticket"),
        "list": ("list", "list_not_printed"),
        "emergency": ("emergency_evacuation", "emergency_security"),
        "technician_code": ("technician_code",),
        "technician": ("technician",),
        "technician_facts": ("technician_network", "technician_printer", "technician_versions"),
        "technician_target": ("technician_target",),
    }
)
"""By the name of a page of the kiosk."""

INFORMATION_STOPS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "information": ("information",),
        "directory": ("directory",),
        "office": ("office",),
        "news": ("news",),
        "news_piece": ("news_piece",),
        "council": ("council",),
        "members": ("members",),
        "sessions": ("sessions",),
        "decisions": ("decisions",),
        "charter": ("charter",),
        "complaint_kinds": ("complaint_kinds",),
        "complaint_subjects": ("complaint_subjects",),
        "complaint_offices": ("complaint_offices",),
        "complaint": ("complaint", "complaint_told"),
        "complaint_typing": ("complaint_typing", "complaint_phone"),
        "follow_up": ("follow_up",),
    }
)
"""By the name of a page that only an information screen has."""

AIDED: tuple[str, ...] = (
    "low_offices",
    "low_sheet",
    "contrast_offices",
    "contrast_sheet",
    "spoken_offices",
)
"""Screens of the kiosk as they are with an aid, or with the frame of the spoken mode."""

AT_ONCE = frozenset(
    {
        "attract",
        "languages",
        "nothing_open",
        "out_of_reach",
        "emergency_evacuation",
        "emergency_security",
    }
)
"""Those of the kiosk that show all languages at once."""

FIRST_ONLY = frozenset({"technician_code"})
"""Those that come before a language can be chosen."""


def pictures() -> Iterator[str]:
    """Return the files of all pictures, in the order of the stops."""
    for name in (name for stops in KIOSK_STOPS.values() for name in stops):
        yield from (f"kiosk-{name}-{each}.png" for each in _languages(name))
    yield from (f"kiosk-{name}-{each}.png" for name in AIDED for each in LANGUAGES)
    for name in (name for stops in INFORMATION_STOPS.values() for name in stops):
        yield from (f"information-{name}-{each}.png" for each in LANGUAGES)
    for name in (name for stops in STOPS.values() for name in stops):
        yield from (f"page-{name}-{each}.png" for each in LANGUAGES)


def missed(folder: Path) -> list[str]:
    """Return the pictures that the folder lacks, in the order of the stops."""
    return [each for each in pictures() if not (folder / each).exists()]


def _languages(name: str) -> tuple[str, ...]:
    if name in AT_ONCE:
        return ("all",)
    return LANGUAGES[:1] if name in FIRST_ONLY else LANGUAGES
