"""How a new device comes in by a code that it shows."""

from dataclasses import dataclass

from wire.messages.terms import DeviceKind


@dataclass(frozen=True, slots=True)
class AskToPair:
    """A device that has no token yet made one for itself, and asks to be let in with it."""

    kind: DeviceKind
    key: str
    """The SHA-256 of the token, in 64 hexadecimal digits."""


@dataclass(frozen=True, slots=True)
class PairingCode:
    """What the device shows, until somebody of the staff has entered it."""

    code: str
    """Empty once the device is in."""

    seconds: float
    """How long the code still holds."""

    name: str | None = None
    """What staff call the device from now on; nothing before it is in."""
