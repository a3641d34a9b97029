"""The technician's tools, put together from the kiosk's own parts."""

import platform
import signal
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from hardware.ports import PrintResult
from kiosk.affine import Affine, Point, keep_affine
from kiosk.network_facts import RoundTrip, network_rows
from kiosk.ports import TicketDesk
from kiosk.printer_watch import PrinterWatch
from kiosk.recent_log import RecentLog
from kiosk.screens.guided import Guided, Unspoken
from kiosk.screens.touch_correction import TouchCorrection
from kiosk.speech.sound_facts import SoundFacts
from kiosk.speech.volume import STEPS
from kiosk.technician_page import Row, Tool
from media.look.screen import Screen
from media.pack import Pack
from media.texts import msgid
from wire.messages import TicketSlip

TEST = "TEST"
"""Stands on a test print where a ticket has its number: no hall issues it."""

CORRECTION = "touch.json"
"""In the kiosk's home."""

NO_SPEAKER = msgid("This kiosk has none.")

PROGRAMS = ("nouba", "kivy", "uharfbuzz", "python-socketio", "pydantic")


@dataclass(slots=True)
class Workshop:
    """The tools of `kiosk.technician.Tools`."""

    controller: str
    home: Path
    pack: Pack
    screen: Screen
    desk: TicketDesk
    watch: PrinterWatch
    log: RecentLog
    correction: TouchCorrection
    now: Callable[[], datetime]
    speaker: str = ""
    """The speaker's address; empty without one."""

    guided: Guided = field(default_factory=Unspoken)
    """The spoken mode."""

    trip: RoundTrip = field(init=False)
    connected: int | None = None
    """Seconds since the controller accepted the connection; nothing while it is away."""

    _printed: str = ""

    def __post_init__(self) -> None:
        self.trip = RoundTrip(self.controller)

    @property
    def size_mm(self) -> Point:
        """The screen's width and height."""
        per_mm = self.screen.px_per_mm
        return self.screen.width_px / per_mm, self.screen.height_px / per_mm

    def rows(self, tool: Tool) -> tuple[Row, ...]:
        """Return what is known now."""
        match tool:
            case Tool.PRINT:
                return (Row(self._printed or "—", msgid("Verdict")), *self._printer())
            case Tool.PRINTER:
                return self._printer()
            case Tool.SOUND:
                return (self._speaker_row(), *sound_rows(self.guided.facts()))
            case Tool.NETWORK:
                return network_rows(self.controller, self.connected, self.trip)
            case _:
                return self._lines(tool)

    def does(self, tool: Tool) -> bool:
        """Return whether there is something to do."""
        if tool is Tool.SOUND:
            return bool(self.speaker)
        return tool in {Tool.PRINT, Tool.NETWORK, Tool.RESTART}

    def do(self, tool: Tool) -> None:
        """Print a test, ask the controller, or end the program, which is started again."""
        match tool:
            case Tool.PRINT:
                self._printed = "…"
                self.desk.print(self._test_slip())
            case Tool.NETWORK:
                self.trip.ask()
            case Tool.SOUND:
                self.guided.test()
            case Tool.RESTART:
                signal.raise_signal(signal.SIGTERM)

    def correct(self, correct: Affine) -> None:
        """Correct touches so from now on, and keep that."""
        keep_affine(self.home / CORRECTION, correct)
        self.correction.correct, self.correction.is_raw = correct, False

    def feel(self, *, is_raw: bool) -> None:
        """Leave touches as the glass felt them, or correct them again."""
        self.correction.is_raw = is_raw

    def printed(self, ticket: str, result: PrintResult) -> None:
        """Take note of what became of a test print."""
        if ticket == TEST:
            self._printed = " · ".join((result.verdict, *sorted(map(str, result.troubles))))

    def tick(self) -> None:
        """Let a second pass."""
        if self.connected is not None:
            self.connected += 1

    def _lines(self, tool: Tool) -> tuple[Row, ...]:
        match tool:
            case Tool.LOG:
                return tuple(map(Row, self.log.lines)) or (Row("—"),)
            case Tool.VERSIONS:
                return (*(Row(f"{each} {version(each)}") for each in PROGRAMS), Row(_system()))
            case _:
                return ()

    def _speaker_row(self) -> Row:
        if not self.speaker:
            return Row(NO_SPEAKER, msgid("Loudspeaker"), is_text=True)
        return Row(self.speaker, msgid("Loudspeaker"))

    def _printer(self) -> tuple[Row, ...]:
        troubles = self.watch.troubles
        told = "…" if troubles is None else " · ".join(sorted(map(str, troubles))) or "—"
        return (Row(told, msgid("Troubles")),)

    def _test_slip(self) -> TicketSlip:
        service, url = self.pack.services[0].id, self.controller.upper()
        return TicketSlip(0, TEST, service, "fr", self.now(), 0, url)


def sound_rows(facts: SoundFacts | None) -> tuple[Row, ...]:
    """Return what a technician is told of the spoken mode; nothing where there is none."""
    if facts is None:
        return ()
    names = ((language, voice.partition("/")[0]) for language, voice in facts.voices)
    voices = " · ".join(f"{language} {name or '—'}" for language, name in names)
    return (
        Row(voices, msgid("Voice")),
        Row(f"{facts.volume} / {STEPS}", msgid("Volume")),
        Row(facts.last_key or "—", msgid("Last key of the keypad")),
    )


def _system() -> str:
    return f"Python {platform.python_version()} · {platform.system()} {platform.release()}"
