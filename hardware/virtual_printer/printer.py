"""A virtual printer that runs: its works and its port, in a thread of their own."""

import json
import select
import socket
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import asdict, dataclass
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from types import TracebackType
from typing import Self

from hardware.ports import PrinterProfile
from hardware.virtual_printer.engine import BUFFER, Engine
from hardware.virtual_printer.faults import (
    Acknowledge,
    Change,
    HangAfter,
    Heal,
    KnifeJams,
    KnifeTakes,
    LeaveAfter,
    Mute,
    Order,
    Power,
    RefuseSecond,
    ResetAfter,
    Speed,
    TellState,
    read_order,
)
from hardware.virtual_printer.line import Line, LineFaults
from hardware.virtual_printer.pages import Now, Pages

TICK = 0.004
"""Seconds between two looks while it prints."""

OBEDIENCE = 5.0
"""Seconds in which an order is obeyed, unless the printer is not running."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much is taken in before it is printed, in bytes."""

    buffer: int = BUFFER
    """By the printer."""

    window: int | None = None
    """By its network port; nothing leaves that to this machine."""


class VirtualPrinter:
    """Listens while it is entered as a context; port 0 takes a free one.

    `speed` is in millimetres of paper in a second. Pages and `events.jsonl` go into the folder.
    """

    def __init__(  # noqa: PLR0913  # a printer's works, and the world around it
        self,
        profile: PrinterProfile,
        folder: Path,
        speed: float = 150.0,
        *,
        now: Now,
        clock: Callable[[], float] = time.monotonic,
        address: tuple[str, int] = ("127.0.0.1", 0),
        sizes: Sizes | None = None,
    ) -> None:
        self.profile = profile
        self._pages = Pages(folder, profile.dots, now)
        sizes = sizes or Sizes()
        self._engine = Engine(profile, self._pages, speed, sizes.buffer)
        self._line = Line(*address, sizes.window)
        self._clock = clock
        self._orders: SimpleQueue[tuple[Order, Future[str]]] = SimpleQueue()
        self._waking, self._awake = socket.socketpair()
        self._is_ending = False
        self._thread = Thread(target=self._run, name="virtual printer", daemon=True)

    @property
    def port(self) -> int:
        """The TCP port that it listens on."""
        return self._line.port

    @property
    def rows_printed(self) -> int:
        """Rows of dots that came out since the start."""
        return self._pages.rows_printed

    def pages(self) -> list[Path]:
        """Return the pages that are out, in order."""
        return self._pages.files()

    def order(self, line: str) -> str:
        """Obey an order of `faults.USAGE`; return `ok` or the state.

        Raises `BadOrderError`, or `TimeoutError` when the printer does not run.
        """
        answer: Future[str] = Future()
        self._orders.put((read_order(line), answer))
        self._waking.send(b".")
        return answer.result(timeout=OBEDIENCE)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._is_ending = True
        self._waking.send(b".")
        self._thread.join()
        self._line.shut()
        self._waking.close()
        self._awake.close()

    def _run(self) -> None:
        last = self._clock()
        while not self._is_ending:
            ready = self._wait()
            now = self._clock()
            if not self._line.faults.is_hung:
                self._engine.advance(now - last)
            last = now
            self._take_orders()
            self._line.serve(ready, self._engine)

    def _take_orders(self) -> None:
        # Only this thread touches the sockets: another might close what it waits for.
        while not self._orders.empty():
            order, answer = self._orders.get()
            self._pages.log("order", order=str(order))
            answer.set_result(self._obey(order))

    def _wait(self) -> list[socket.socket]:
        wanted = self._line.wanting(self._engine)
        is_busy = self._engine.is_busy and not self._line.faults.is_hung
        ready = select.select([*wanted, self._awake], [], [], TICK if is_busy else None)[0]
        if self._awake in ready:
            self._awake.recv(64)
        return ready

    def _obey(self, order: Order) -> str:
        match order:
            case TellState():
                return self._state()
            case Heal():
                self._heal()
            case Power(is_on):
                self._switch(is_on=is_on)
            case ResetAfter() | LeaveAfter() | HangAfter() | Mute() | RefuseSecond():
                self._disturb_line(order)
            case _:
                self._disturb_engine(order)
        return "ok"

    def _disturb_line(
        self, order: ResetAfter | LeaveAfter | HangAfter | Mute | RefuseSecond
    ) -> None:
        faults = self._line.faults
        match order:
            case ResetAfter(count):
                faults.reset_after = count
            case LeaveAfter(count):
                faults.leave_after = count
            case RefuseSecond(is_on):
                faults.is_refusing_second = is_on
            case HangAfter(count):
                faults.hang_after = count
            case Mute(is_on):
                faults.is_mute = is_on

    def _disturb_engine(self, order: Change | KnifeJams | KnifeTakes | Acknowledge | Speed) -> None:
        engine = self._engine
        match order:
            case Change(field, value, after):
                engine.change(field, value, after)
            case KnifeJams():
                engine.jams_at_cut = True
            case KnifeTakes(seconds):
                engine.cut_seconds = seconds
            case Acknowledge(is_on):
                engine.is_acknowledging = is_on
            case Speed(speed):
                engine.speed = speed

    def _switch(self, *, is_on: bool) -> None:
        if is_on:
            self._line.open()
            return
        self._line.shut()
        self._line.faults.hang_after = None  # whoever hangs is cured by this
        self._engine.lose_power()

    def _heal(self) -> None:
        self._line.faults = LineFaults()
        self._engine.heal()
        self._line.open()

    def _state(self) -> str:
        state = asdict(self._engine.condition) | asdict(self._line.faults)
        state |= {"rows": self.rows_printed, "pages": len(self._pages.files())}
        return json.dumps(state | {"is_on": self._line.door is not None})
