"""Who is connected to the controller, as it tells those who watch over it."""

import re
from dataclasses import dataclass
from urllib.error import URLError
from urllib.request import urlopen

FIGURE = re.compile(r"^nouba_(screens|kiosks|agents|supervisors) (\S+)$", re.MULTILINE)

ANSWER = 2.0
"""Seconds that the controller has to answer."""


@dataclass(frozen=True, slots=True)
class Attendance:
    """How many are connected, by role."""

    screens: int = 0
    kiosks: int = 0
    agents: int = 0
    supervisors: int = 0

    def has_all_of(self, wished: "Attendance") -> bool:
        """Tell whether nobody of those who are wished for is missing."""
        return (
            self.screens >= wished.screens
            and self.kiosks >= wished.kiosks
            and self.agents >= wished.agents
            and self.supervisors >= wished.supervisors
        )


def attendance(address: str) -> Attendance | None:
    """Ask the controller at this address; nothing when nobody answers."""
    try:
        with urlopen(f"{address}/metrics", timeout=ANSWER) as answer:  # noqa: S310 - our own controller
            return read_figures(answer.read().decode())
    except (URLError, OSError):
        return None


def read_figures(text: str) -> Attendance:
    """Read who is connected from the controller's figures, in Prometheus' text format."""
    return Attendance(**{role: int(float(number)) for role, number in FIGURE.findall(text)})
