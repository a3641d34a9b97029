"""The keys of a keypad, while the kiosk's window is there."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from kivy.clock import Clock
from kivy.core.window import Window

from hardware.keypad import Key, Press

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
        pressed: Callable[[Press], None],
        touched: Callable[[], bool],
    ) -> None:
        """`touched` tells whether it cut something."""
        self._keys, self._pressed, self._touched = keys, pressed, touched
        self._down: dict[int, Press] = {}
        self._short: Press | None = None
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
        if key is None or usage in self._down:
            return key is not None
        press = Press(key, has_cut=self._touched())
        self._down[usage] = press
        if key in HELD:
            self._short = press
            self._hold()
        else:
            self._pressed(press)
        return True

    def _release(self, window: object, code: int, usage: int, *_: object) -> bool:
        del window, code
        press = self._down.pop(usage, None)
        if press is not None and press.key in HELD:
            self._hold.cancel()
        if press is not None and press is self._short:
            self._short = None
            self._pressed(press)
        return usage in self._keys

    def _step(self, *_: object) -> None:
        """Take each key that is held for what it means then, again and again."""
        self._short = None
        for press in tuple(self._down.values()):
            if press.key in HELD:
                self._pressed(Press(HELD[press.key]))
