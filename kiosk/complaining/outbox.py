"""Complaints on the screen's disk until the controller has them: none is lost, none is sent twice.

What is kept bears the visitor's own words, so it is removed as soon as the controller has said
that it has it.
"""

import json
from contextlib import suppress
from pathlib import Path

import structlog

from media.durable import write_durably
from wire.codec import BadMessage, decode, encode
from wire.link import Link
from wire.messages import ComplaintTaken, Refusal, TellComplaint

FOLDER = "complaints"
SOON = 5
"""Seconds after no answer at all, before one is asked again."""

LATER = 60
"""Seconds after the controller declined one: it takes thirty an hour of one screen."""


class Outbox:
    """Tells one complaint at a time, and only while the controller is there.

    One that is declined goes behind the others. The controller knows a complaint by its request:
    one that it had before the screen was switched off is answered alike, and kept once.
    """

    def __init__(self, link: Link, home: Path) -> None:
        self._link, self._folder = link, home / FOLDER
        self._pause, self._is_asking = 0, False
        self._waiting = self._found()
        self._is_to_go: set[Path] = set()

    @property
    def count(self) -> int:
        """How many the controller does not have yet."""
        return len(self._waiting)

    def keep(self, told: TellComplaint) -> bool:
        """Put it on the disk, to be sent; return whether it is there, whatever happens now."""
        path = self._folder / f"{told.request}.json"
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_durably(path, json.dumps(encode(told)).encode())
        except OSError:
            structlog.get_logger().exception("complaint_not_kept")
            self._is_to_go.add(path.with_name(f".{path.name}.new"))
            return False
        self._waiting[path] = told
        self._go_on()
        return True

    def online(self) -> None:
        """Take note that the controller is there again."""
        self._pause = 0
        self._go_on()

    def second(self) -> None:
        """Let a second pass."""
        self._pause = max(0, self._pause - 1)
        self._clear()
        self._go_on()

    def _go_on(self) -> None:
        if self._is_asking or self._pause or not self._waiting or not self._link.is_online:
            return
        path, told = next(iter(self._waiting.items()))
        self._is_asking = True
        self._link.request("complaint", told, lambda data: self._answered(path, data))

    def _answered(self, path: Path, data: object | None) -> None:
        self._is_asking = False
        if data is None:
            self._pause = SOON
        elif self._is_taken(path, data):
            del self._waiting[path]
            self._is_to_go.add(path)
            self._clear()
            self._go_on()
        else:
            self._pause = LATER
            self._waiting[path] = self._waiting.pop(path)

    def _is_taken(self, path: Path, data: object) -> bool:
        try:
            said = decode(ComplaintTaken | Refusal, data)  # type: ignore[arg-type]  # no type[T]
        except BadMessage as error:
            structlog.get_logger().error("answer_not_understood", problem=str(error))
            return False
        match said:
            case ComplaintTaken(request):
                return request == self._waiting[path].request
            case Refusal(refused):
                structlog.get_logger().warning("complaint_declined", why=refused)
        return False

    def _clear(self) -> None:
        """Remove what is not needed any more; what the disk does not let go, the next time."""
        for path in tuple(self._is_to_go):
            try:
                path.unlink(missing_ok=True)
            except NotADirectoryError:  # there was never anything to remove
                pass
            except OSError:
                structlog.get_logger().exception("complaint_not_removed")
                continue
            self._is_to_go.remove(path)

    def _found(self) -> dict[Path, TellComplaint]:
        """Return what is on the disk, and remove halves: of those, nobody has a number."""
        with suppress(OSError):
            for half in self._folder.glob(".*.new"):
                half.unlink()
        found = {}
        for path in sorted(self._folder.glob("*.json")):
            try:
                found[path] = decode(TellComplaint, json.loads(path.read_bytes()))
            except (OSError, BadMessage, ValueError):
                structlog.get_logger().error("complaint_not_read", file=path.name)
        return found
