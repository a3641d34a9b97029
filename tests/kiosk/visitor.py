"""A visitor before a kiosk's real window, and the way to a ticket."""

import json

from kiosk.settings import KioskScreenSettings
from kiosk.touch_map import Rectangle, TouchMap
from wire.codec import decode

PORTRAIT = KioskScreenSettings(1080, 1920, 546.0)
SQUARE = KioskScreenSettings(1280, 1024, 482.0, bottom_mm=780.0)

TO_TICKET = (
    ("start", "languages"),
    ("language:fr", "offices"),
    ("office:civil_status", "services"),
    ("service:birth_copy", "sheet"),
    ("take", "ticket"),
)


class Visitor:
    """Somebody who finds on the touch map where to put the finger."""

    def __init__(self, kiosk, window, settings):
        self.kiosk, self.window, self.settings = kiosk, window, settings

    def sees(self):
        path = self.settings.touch_map
        if not path.exists():
            return TouchMap("", None, 0, {})
        return decode(TouchMap, json.loads(path.read_bytes()))

    def until(self, is_so, seconds=30):
        def go_on():
            self.kiosk.pulse()
            return is_so()

        self.window.until(go_on, seconds)

    def lets_seconds_pass_until(self, is_so, seconds=30):
        """As `until`, while each frame counts as a second."""
        self.until(lambda: (self.kiosk.second(), is_so())[1], seconds)

    def until_sees(self, screen):
        self.until(lambda: self.sees().screen == screen)
        return self.sees()

    def touches(self, target):
        self.puts_finger(self.sees().targets[target])

    def puts_finger(self, place: Rectangle):
        x = place.left + place.width / 2
        y = self.settings.screen.height_px - place.top - place.height / 2
        self.window.press_at(x, y)
        self.window.release_at(x, y)

    def goes(self, *steps):
        """Touch each target, and wait for the screen that it leads to."""
        for target, screen in steps:
            self.touches(target)
            self.until_sees(screen)
