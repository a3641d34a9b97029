"""Switches what is behind the glass on and off, in a thread: a television takes its time."""

from threading import Event, Thread

import structlog

from hardware.ports import DeviceError, ScreenPower

AGAIN = 60.0
"""Seconds after which a device that failed is asked anew."""


class PowerKeeper:
    """`want` returns at once."""

    def __init__(self, device: ScreenPower) -> None:
        """Ask nothing of the device yet."""
        self._device = device
        self._is_wanted = True
        self._is_on: bool | None = None
        self._news, self._stopping = Event(), Event()
        self._thread = Thread(target=self._run, name="power", daemon=True)

    def start(self) -> None:
        """Begin, with light. To be called once."""
        self._news.set()
        self._thread.start()

    def stop(self) -> None:
        """End, and leave light behind: who looks at a screen without its program sees why."""
        self._is_wanted = True
        self._stopping.set()
        self._news.set()
        if self._thread.is_alive():
            self._thread.join(5)

    def want(self, *, is_on: bool) -> None:
        """Let there be light, or none."""
        if is_on != self._is_wanted:
            self._is_wanted = is_on
            self._news.set()

    def _run(self) -> None:
        is_settled = True
        while not self._stopping.is_set():
            self._news.wait(None if is_settled else AGAIN)
            self._news.clear()
            is_settled = self._settle()

    def _settle(self) -> bool:
        wanted = self._is_wanted
        if wanted == self._is_on:
            return True
        try:
            self._device.turn(is_on=wanted)
        except DeviceError as error:
            structlog.get_logger("display").error("power", is_on=wanted, why=str(error))
            return False
        structlog.get_logger("display").info("power", is_on=wanted)
        self._is_on = wanted
        return True
