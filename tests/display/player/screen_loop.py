"""A hall screen's loop around what is published, without its window."""

import time

from display.publishing import PublishedContent
from wire.link import Link, Message, Place


class Screen:
    """Give it a pulse as often as you like."""

    def __init__(self, address, home, token) -> None:
        self.link = Link(Place(address, "/screens", token))
        self.content = PublishedContent(home, address, token, self.link)
        self.playing, self.plays = None, None
        self.content.start()
        self.link.start()

    def pulse(self):
        for arrival in self.link.drain():
            if isinstance(arrival, Message) and arrival.event == "published":
                self.content.hear(arrival.data)
        moment = time.monotonic()
        trust = self.content.trust(moment, has_heard=True)
        self.plays = self.content.pulse(self.playing, moment, trust) or self.plays

    def until(self, condition, seconds=15.0):
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end
            self.pulse()
            time.sleep(0.02)

    def stop(self):
        self.link.stop()
        self.content.stop()
