"""Waiting until a screen no longer moves.

Import it after `media.look.window.prepare`.
"""

from collections.abc import Callable

from kivy.clock import Clock
from kivy.uix.widget import Widget

MOST_FRAMES = 90
"""Frames after which a screen that never comes to rest is taken as it is."""

Stand = tuple[object, ...]


def when_still(root: Widget, act: Callable[[], object]) -> None:
    """Call `act` once nothing below `root` has moved or changed its text for a frame.

    A new scene has its widgets at once, and their places and letters only when Kivy has laid
    it out, before the next frame.
    """
    seen: list[Stand] = []

    def look(_: float) -> None:
        stand = _stand(root)
        if (seen and stand == seen[-1]) or len(seen) >= MOST_FRAMES:
            act()
            return
        seen.append(stand)
        Clock.schedule_once(look, 0)

    Clock.schedule_once(look, 0)


def _stand(root: Widget) -> Stand:
    """Tell where everything stands and what it says."""
    return tuple(
        (widget.uid, *widget.pos, *widget.size, getattr(widget, "text", None))
        for widget in root.walk(restrict=True)
    )
