"""The works of a virtual printer: buffer, paper transport, knife, sensors. No sockets, no clock."""

from dataclasses import replace
from types import MappingProxyType
from typing import Any, assert_never

from hardware.ports import Dialect, PrinterProfile
from hardware.virtual_printer import status
from hardware.virtual_printer.pages import Pages
from hardware.virtual_printer.parser import (
    Command,
    Cut,
    Eject,
    Letter,
    LineFeed,
    Nothing,
    Parser,
    Present,
    PushStatus,
    Reset,
    Retract,
    Row,
    TellDone,
    TellIdentity,
    TellPaper,
)
from hardware.virtual_printer.realtime import AskStatus, RealTimeScanner, Recover
from hardware.virtual_printer.status import Condition

BUFFER = 4096
"""Bytes that it takes in before it has printed them, as small printers do."""

IDENTITY = MappingProxyType({65: b"1.0", 66: b"NOUBA", 67: b"VIRTUAL", 68: b"0000"})


_Quiet = Reset | PushStatus | Nothing | TellPaper | TellIdentity | TellDone


class Engine:
    """A printer without its connection. What it wants to say gathers in `answers`."""

    def __init__(
        self, profile: PrinterProfile, pages: Pages, speed: float, size: int = BUFFER
    ) -> None:
        self._size = size
        self.condition = Condition()
        self.answers = bytearray()
        self.is_acknowledging = profile.is_bearing_process
        self.speed = speed
        self.jams_at_cut = False
        self.cut_seconds = 0.0
        self._profile = profile
        self._pages = pages
        self._changes: list[tuple[int, str, Any]] = []
        self._budget = 0.0
        self._forget()

    def _forget(self) -> None:
        self._buffer = bytearray()
        self._parser = self._new_parser()
        self._scanner = RealTimeScanner()
        self._mask = 0
        self.answers.clear()

    def _new_parser(self) -> Parser:
        return Parser(has_presenter=self._profile.presenter is not None)

    @property
    def room(self) -> int:
        """Bytes that it would take in now."""
        return max(0, self._size - len(self._buffer))

    @property
    def is_busy(self) -> bool:
        """Whether time would make it do something."""
        return bool(self._buffer) and self.condition.is_online

    def receive(self, data: bytes) -> None:
        """Take bytes into the buffer; real-time commands are obeyed at once."""
        self._buffer += data
        for command in self._scanner.feed(data):
            match command:
                case AskStatus(20):
                    self._tell_all()
                case AskStatus(question):
                    self.answers.append(status.real_time(question, self.condition))
                case Recover(way):
                    self._recover(way)

    def advance(self, seconds: float) -> None:
        """Print for so long."""
        self._budget += self._rows_in(seconds)
        while self._budget >= 1 and self.condition.is_online:
            command = self._parser.take(self._buffer)
            if command is None:
                break
            self._obey(command)
        if not self.is_busy or self._budget >= 1:
            self._budget = 0.0  # idle time is not saved up

    def _rows_in(self, seconds: float) -> float:
        return seconds * self.speed * self._profile.dpi / 25.4

    def change(self, field: str, value: Any, after: int = 0) -> None:  # noqa: ANN401  # any field's
        """Change a field of the condition, now or after so many rows."""
        if after:
            target = self._pages.rows_printed + after
            self._changes = [*(c for c in self._changes if c[1] != field), (target, field, value)]
            return
        before = self.condition
        self.condition = replace(before, **{field: value})
        if self.condition != before:
            self._pages.log("condition", field=field, value=value)
            self._push()

    def heal(self) -> None:
        """Be well, and stay so."""
        self._changes.clear()
        self.jams_at_cut = False
        self.cut_seconds = 0.0
        self.is_acknowledging = self._profile.is_bearing_process
        well = Condition()
        for field in Condition.__dataclass_fields__:
            self.change(field, getattr(well, field))

    def lose_power(self) -> None:
        """Forget everything; what was printed so far is torn off."""
        self._pages.end("torn")
        self._forget()

    def _obey(self, command: Command) -> None:
        match command:
            case Row(dots):
                self._print(dots)
            case Letter(code):
                self._pages.letter(code)
            case LineFeed(lines):
                self._feed(lines)
            case Cut():
                self._cut()
            case Present() | Retract() | Eject():
                self._move_ticket(command)
            case _:
                self._obey_quietly(command)

    def _obey_quietly(self, command: _Quiet) -> None:
        """Obey what moves no paper."""
        match command:
            case Reset():
                self._mask = 0
            case PushStatus(mask):
                self._mask = mask
                self._push()
            case Nothing():
                pass
            case TellPaper() | TellIdentity() | TellDone():
                self._tell(command)
            case _:
                assert_never(command)

    def _tell(self, command: TellPaper | TellIdentity | TellDone) -> None:
        match command:
            case TellPaper():
                self.answers.append(status.paper(self.condition))
            case TellIdentity(part):
                self.answers += b"\x5f" + IDENTITY[part] + b"\0" if part in IDENTITY else b"\x02"
            case TellDone(process) if self.is_acknowledging:
                self.answers += b"\x37\x22" + process + b"\0"

    def _tell_all(self) -> None:
        if self._profile.dialect is Dialect.CUSTOM:
            self.answers += status.full(self.condition)

    def _move_ticket(self, command: Present | Retract | Eject) -> None:
        is_held_out = isinstance(command, Present)
        if self.condition.is_ticket_held_out and not is_held_out:
            self._pages.log("ticket", what=type(command).__name__.lower())
        self.change("is_ticket_held_out", value=is_held_out)

    def _print(self, dots: bytes) -> None:
        self._budget -= 1
        self._pages.row(dots)
        due = [change for change in self._changes if change[0] <= self._pages.rows_printed]
        self._changes = [change for change in self._changes if change not in due]
        for _, field, value in due:
            self.change(field, value)

    def _feed(self, lines: int) -> None:
        self._pages.feed()
        if not self._profile.is_cutting and lines > 1:
            self._pages.end("cut")  # nobody but a hand can tear it off: here it does at once

    def _cut(self) -> None:
        self._pages.end("cut")
        self._budget -= self._rows_in(self.cut_seconds)
        if self.jams_at_cut:
            self.jams_at_cut = False
            self.change("is_knife_jammed", value=True)

    def _recover(self, way: int) -> None:
        if way == 2:
            self._buffer.clear()
            self._parser = self._new_parser()
        self.change("is_knife_jammed", value=False)

    def _push(self) -> None:
        if self._mask and self._profile.dialect is Dialect.EPSON:
            self.answers += status.pushed(self.condition)
