"""Every page and every dialog, and the pictures in which the tour shows it."""

from collections.abc import Mapping
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
        "report.html": ("report",),
        "said_in.html": ("said",),
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
        "appointments/cancel.html": ("appointment-cancel",),
    }
)
"""By the template of a page, or the id of a dialog."""


def missed(folder: Path) -> list[str]:
    """Return the pictures that the folder lacks, in the order of the stops."""
    names = (name for stops in STOPS.values() for name in stops)
    wanted = (f"page-{name}-{language}.png" for name in names for language in LANGUAGES)
    return [each for each in wanted if not (folder / each).exists()]
