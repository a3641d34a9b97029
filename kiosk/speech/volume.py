"""How loud the voice is: in steps, and as it was for each new visitor."""

STEP_DB = 6.0
"""EN 301 549 (5.1.3.12) asks for a step of 12 dB above the lowest: two of these."""

STEPS = 4
"""From 18 dB under the full loudness up to it."""

USUAL = 2


class Volume:
    """A step from 1 to `STEPS`."""

    def __init__(self) -> None:
        self.step = USUAL

    @property
    def gain(self) -> float:
        """The factor of the samples."""
        return float(10 ** ((self.step - STEPS) * STEP_DB / 20))

    def louder(self) -> None:
        """Go a step up, where there is one."""
        self.step = min(STEPS, self.step + 1)

    def softer(self) -> None:
        """Go a step down, where there is one: it never falls silent."""
        self.step = max(1, self.step - 1)

    def reset(self) -> None:
        """Be as loud as for every new visitor (EN 301 549, 5.1.3.13)."""
        self.step = USUAL
