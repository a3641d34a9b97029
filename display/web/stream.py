"""What goes to a page as it happens: server-sent events (WHATWG HTML, 9.2)."""

from collections.abc import Iterator
from typing import NamedTuple

from display.web.glass import Glass, Shown, Sound

RETRY = "retry: 1000\n\n"
"""Milliseconds after which a browser that has lost the line tries again."""


class Stamp(NamedTuple):
    """Of which program a page hears."""

    version: str
    run: str


def events(glass: Glass, page: str, stamp: Stamp) -> Iterator[bytes]:
    """Yield what is shown, whole, at each change; between changes a beat.

    It ends when the page has said nothing for so long that it is taken for gone.
    """
    yield RETRY.encode()
    number = -1
    while glass.has(page):
        shown = glass.after(number)
        if shown is None:
            yield b"event: beat\ndata: {}\n\n"
            continue
        number = shown.number
        yield _event(shown, stamp).encode()


def _event(shown: Shown, stamp: Stamp) -> str:
    sound = "null" if shown.sound is None else _sound(shown.sound)
    data = (
        f'{{"version":"{stamp.version}","run":"{stamp.run}","number":{shown.number},'
        f'"sound":{sound},"drawing":{shown.drawing}}}'
    )
    return f"event: shown\ndata: {data}\n\n"


def _sound(sound: Sound) -> str:
    return f'{{"number":{sound.number}}}'
