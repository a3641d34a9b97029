"""What goes over whatever a screen shows: its own name for a while, or darkness. Knows no Kivy.

Whoever waits or is called, and an emergency, are seen through the darkness all the same.
"""

from dataclasses import replace

from display.lights import Lights
from display.ports import BoardView
from display.scene import Scene
from media.playlist.content import Content


class Curtain:
    """A `BoardView` before another one."""

    def __init__(self, view: BoardView, lights: Lights | None = None) -> None:
        """Without `lights` the glass is never dark."""
        self._view, self._lights = view, lights
        self._scene, self._drawn = Scene(), Scene()
        self._identity = ""
        self._until = 0.0

    def show(self, scene: Scene) -> None:
        """Show this, or keep it for when the curtain opens."""
        self._scene = scene
        self._draw()

    def capacity(self, *, is_calling: bool, has_ready: bool) -> int:
        """Return what the view behind has room for."""
        return self._view.capacity(is_calling=is_calling, has_ready=has_ready)

    def ready_capacity(self) -> int:
        """Return what the view behind has room for."""
        return self._view.ready_capacity()

    def missed_capacity(self) -> int:
        """Return what the view behind has room for."""
        return self._view.missed_capacity()

    def draws(self, content: Content) -> bool:
        """Whether the view behind can draw this."""
        return self._view.draws(content)

    @property
    def is_dark(self) -> bool:
        """Whether nothing is to be seen: the hall is closed, and empty."""
        wall = self._scene.clock
        if self._lights is None or wall is None or self._needs_light:
            return False
        return not self._lights.are_on(wall)

    @property
    def _needs_light(self) -> bool:
        """Whether there is something that must be seen now, whatever the hour."""
        scene = self._scene
        in_hall = (scene.large, scene.lines, scene.ready, scene.waiting)
        return bool(self._identity or scene.emergency or any(in_hall))

    def identify(self, name: str, seconds: float, moment: float) -> None:
        """Show this name, large, for so long: somebody asks which screen this is."""
        self._identity, self._until = name, moment + seconds
        self._draw()

    def light(self, lights: Lights | None) -> None:
        """Go by these hours from now on; without any, the glass is never dark."""
        self._lights = lights
        self._draw()

    def tick(self, moment: float) -> None:
        """Go with the time."""
        if self._identity and moment >= self._until:
            self._identity = ""
            self._draw()

    def _draw(self) -> None:
        scene = self._scene
        over = replace(scene, identity=self._identity or None, is_dark=self.is_dark)
        if over != self._drawn:
            self._drawn = over
            self._view.show(over)
