"""The program of the hall screens in browsers: it listens for pages until the system ends it."""

import signal
import time
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import structlog
from cheroot.wsgi import Server

from display.voice import voices_of
from display.web.app import create_app
from display.web.screen import BrowserScreen, House
from display.web.settings import WebSettings
from hardware.sound_files import SoundReader
from media.typography.fonts import font_set, pictogram_font, plex_font, tifinagh_font

PAGES = 4
"""Threads for each screen: its page's stream, what the page says, what it fetches, and one more
for somebody who looks at it elsewhere."""

SPARE = 8
SHUTDOWN = 1
"""Seconds that pages have to let go when the program ends."""


def run(settings: WebSettings) -> None:
    """Serve the screens' pages. Raises `OSError` where it cannot listen."""
    clips = SoundReader()
    voices = voices_of(settings.pack, settings.voice, clips)
    house = House(settings, font_set(), voices, time.monotonic)
    screens = {each.token: BrowserScreen(each, house) for each in settings.screens}
    app = create_app(screens, fonts())
    threads = PAGES * len(screens) + SPARE
    server = Server(
        (settings.host, settings.port), app, numthreads=threads, shutdown_timeout=SHUTDOWN
    )
    server.prepare()
    for screen in screens.values():
        screen.start()
    structlog.get_logger("display").info(
        "pages at http://%s:%s", settings.host, settings.port, screens=len(screens)
    )
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        server.serve()
    except KeyboardInterrupt:
        structlog.get_logger("display").info("asked to end")
    finally:
        for screen in screens.values():
            screen.stop()
        server.stop()
        clips.close()


def fonts() -> Mapping[str, Path]:
    """Return the files of the pages' fonts."""
    return MappingProxyType(
        {
            "plex-medium": plex_font("Medium"),
            "plex-bold": plex_font("Bold"),
            "tifinagh": tifinagh_font(),
            "pictograms": pictogram_font(),
        }
    )
