"""The keys of a keypad, while the kiosk's window is there."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from kivy.clock import Clock
from kivy.core.window import Window

from hardware.keypad import Key

HOLD = 0.8
"""Seconds after which a key is held, and again between one step of loudness and the next."""

HELD: Mapping[Key, Key] = MappingProxyType({Key.NEXT: Key.LOUDER, Key.PREVIOUS: Key.SOFTER})
"""What a key means that is held: four keys are enough."""


class Keypad:
    """Gives each key that is pressed to `pressed`, from `start` to `stop`.

    `touched` hears of a key as soon as it goes down: speech is cut by it. A key that is held
    counts once, however often the keyboard repeats it.
    """

    def __init__(
        self,
        keys: Mapping[int, Key],
        pressed: Callable[[Key], None],
        touched: Callable[[], bool],
    ) -> None:
        """`touched` tells whether it cut something: then `Key.REPEAT` has done its work."""
        self._keys, self._pressed, self._touched = keys, pressed, touched
        self._down: dict[int, bool] = {}
        self._held: Key | None = None
        self._hold = Clock.create_trigger(self._step, HOLD, interval=True)

    def start(self) -> None:
        """Begin to listen to the keys, before whoever listens already."""
        Window.bind(on_key_down=self._press, on_key_up=self._release)

    def stop(self) -> None:
        """Listen no more. May be called twice."""
        Window.unbind(on_key_down=self._press, on_key_up=self._release)
        self._hold.cancel()

    def _press(self, window: object, code: int, usage: int, *_: object) -> bool:
        """Take a key of the keypad; others are for whoever else listens."""
        del window, code
        key = self._keys.get(usage)
        if key is None:
            return False
        if usage in self._down:
            return True
        is_cut = self._touched()
        self._down[usage] = False
        if key in HELD:
            self._held = key
            self._hold()
        elif not (is_cut and key is Key.REPEAT):
            self._pressed(key)
        return True

    def _release(self, window: object, code: int, usage: int, *_: object) -> bool:
        del window, code
        key, was_held = self._keys.get(usage), self._down.pop(usage, None)
        if key is None:
            return False
        if key in HELD and was_held is not None:
            self._hold.cancel()
            if not was_held:
                self._pressed(key)
        return True

    def _step(self, *_: object) -> None:
        if self._held is None:
            return
        for usage, key in self._keys.items():
            if key is self._held and usage in self._down:
                self._down[usage] = True
        self._pressed(HELD[self._held])
