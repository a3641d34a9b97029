"""Films are decoded aside, a few frames ahead of what is shown. No Kivy."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Full, Queue
from threading import Event, Thread

import av
import structlog

from display.darkroom import contained

AHEAD = 4
"""Frames that wait to be shown: some megabytes each."""

LATE = 0.2
"""Seconds by which a frame is too late to be worth drawing."""

PATIENCE = 0.1
"""Seconds between two looks whether it is to end."""


@dataclass(frozen=True, slots=True)
class FilmFrame:
    """A picture of a film: rows from top to bottom, three bytes to a pixel (RGB)."""

    at: float
    """Seconds into the film."""

    size: tuple[int, int]
    pixels: bytes


class Projector:
    """Decodes one film from a place in it, on a thread of its own, as large as its room."""

    def __init__(self, path: Path, room: tuple[int, int], start: float) -> None:
        """Begin at once. `room` is in pixels, `start` in seconds."""
        self._path, self._room, self._start = path, room, start
        self._wanted = start
        self._frames: Queue[FilmFrame] = Queue(AHEAD)
        self._next: FilmFrame | None = None
        self._ending = Event()
        self.is_broken = False
        """Whether it cannot be decoded."""

        self._thread = Thread(target=self._run, name="projector", daemon=True)
        self._thread.start()

    def frame_at(self, position: float) -> FilmFrame | None:
        """Return the frame to show there; nothing where the one shown before stays."""
        self._wanted = position
        found = None
        while self._fetch() and self._next is not None and self._next.at <= position:
            found, self._next = self._next, None
        return found

    @property
    def wanted(self) -> float:
        """How far it was asked for, in seconds of the film."""
        return self._wanted

    def close(self) -> None:
        """End; frames that were not shown are forgotten."""
        self._ending.set()

    def _fetch(self) -> bool:
        if self._next is None:
            try:
                self._next = self._frames.get_nowait()
            except Empty:
                return False
        return True

    def _run(self) -> None:
        try:
            for frame in self._decoded():
                self._put(frame)
                if self._ending.is_set():
                    return
        except Exception as error:  # noqa: BLE001  # decoders raise whatever they like; each says it is no good
            structlog.get_logger("display").error("film_broken", why=str(error))
            self.is_broken = True

    def _decoded(self) -> Iterator[FilmFrame]:
        with av.open(self._path) as film:
            stream = film.streams.video[0]
            stream.thread_type = "AUTO"
            if self._start > 0:
                film.seek(int(self._start * av.time_base))
            begun = False
            for frame in film.decode(stream):
                at = frame.time or 0.0
                is_late = at < self._start or (begun and at < self._wanted - LATE)
                if is_late:
                    continue
                begun = True
                yield self._drawn(frame, at)

    def _drawn(self, frame: av.VideoFrame, at: float) -> FilmFrame:
        width, height = contained((frame.width, frame.height), self._room)
        width, height = max(16, width // 16 * 16), max(2, height)
        drawn = frame.reformat(width=width, height=height, format="rgb24")
        plane = drawn.planes[0]
        rows, row = bytes(plane), width * 3
        if plane.line_size != row:
            starts = range(0, plane.line_size * height, plane.line_size)
            rows = b"".join(rows[start : start + row] for start in starts)
        return FilmFrame(at, (width, height), rows[: row * height])

    def _put(self, frame: FilmFrame) -> None:
        while not self._ending.is_set():
            try:
                self._frames.put(frame, timeout=PATIENCE)
            except Full:
                continue
            return
