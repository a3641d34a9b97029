"""Neighbours that meet in a Redis."""

from collections.abc import Iterator
from contextlib import contextmanager

from redis import Redis
from redis.exceptions import RedisError

from controller.neighbours import NeighboursAway

REMEMBERED = 4
"""Seconds that a note is kept after it was last left."""


class RedisNeighbours:
    """Publish and subscribe for nudges, a key that expires for each note."""

    def __init__(self, url: str, hall: str, name: str) -> None:
        """`name` tells this controller from the others; raises `ValueError` for no Redis URL."""
        self._redis = Redis.from_url(
            url, decode_responses=True, socket_connect_timeout=2, health_check_interval=10
        )
        self._name, self._channel = name, f"nouba:{hall}:nudges"
        self._notes = f"nouba:{hall}:notes:"

    def nudge(self, what: str) -> None:
        """Say it to all who listen."""
        with _reached():
            self._redis.publish(self._channel, f"{self._name} {what}")

    def nudges(self) -> Iterator[str]:
        """Wait for what the others say."""
        subscribe = self._redis.pubsub(  # type: ignore[no-untyped-call]  # theirs
            ignore_subscribe_messages=True
        )
        with _reached(), subscribe as heard:
            heard.subscribe(self._channel)
            for message in heard.listen():
                name, _, what = str(message["data"]).partition(" ")
                if name != self._name:
                    yield what

    def leave(self, note: str) -> None:
        """Leave the note under this controller's name."""
        with _reached():
            self._redis.set(self._notes + self._name, note, ex=REMEMBERED)

    def notes(self) -> tuple[str, ...]:
        """Return the notes that are not forgotten."""
        with _reached():
            names = list(self._redis.scan_iter(f"{self._notes}*"))
            others = sorted(key for key in names if key != self._notes + self._name)
            found = self._redis.mget(others) if others else []
        return tuple(str(note) for note in found if note is not None)


@contextmanager
def _reached() -> Iterator[None]:
    try:
        yield
    except (RedisError, OSError) as error:
        raise NeighboursAway(str(error)) from error
