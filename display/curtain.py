"""What goes over whatever a screen shows: its own name for a while, or darkness. Knows no Kivy.

A call and an emergency are seen through it all the same.
"""

from dataclasses import replace

from display.ports import BoardView
from display.scene import Scene
from media.playlist.content import Content


class Curtain:
    """A `BoardView` before another one."""

    def __init__(self, view: BoardView) -> None:
        self._view = view
        self._scene, self._drawn = Scene(), Scene()
        self._identity = ""
        self._until = 0.0
        self._is_dark = False

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

    def draws(self, content: Content) -> bool:
        """Whether the view behind can draw this."""
        return self._view.draws(content)

    @property
    def needs_light(self) -> bool:
        """Whether there is something that must be seen now, whatever the hour."""
        return bool(self._identity or self._scene.emergency or self._scene.large)

    def identify(self, name: str, seconds: float, moment: float) -> None:
        """Show this name, large, for so long: somebody asks which screen this is."""
        self._identity, self._until = name, moment + seconds
        self._draw()

    def darken(self, *, is_dark: bool) -> None:
        """Be black, or no more."""
        if is_dark != self._is_dark:
            self._is_dark = is_dark
            self._draw()

    def tick(self, moment: float) -> None:
        """Go with the time."""
        if self._identity and moment >= self._until:
            self._identity = ""
            self._draw()

    def _draw(self) -> None:
        scene = self._scene
        is_dark = self._is_dark and not self.needs_light
        over = replace(scene, identity=self._identity or None, is_dark=is_dark)
        if over != self._drawn:
            self._drawn = over
            self._view.show(over)
