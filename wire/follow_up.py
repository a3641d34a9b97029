"""A complaint's follow-up number: eight letters that the staff know, and four that they do not.

The screen draws it, so that a visitor has it at once, also without the network. Two screens may
draw the same eight letters; with the four of the secret they are told apart.
"""

from dataclasses import dataclass

from wire.appointment_code import ALPHABET, read

NUMBER = 8
"""Letters; what the staff file it under."""

SECRET = 4
"""Letters; 194,481 ways: with the number alone, an address of thirty wrong guesses in a minute
needs some two days to read what the commune answered."""

LENGTH = NUMBER + SECRET
GROUP = 4


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A follow-up number in its two parts."""

    number: str
    secret: str

    @property
    def code(self) -> str:
        """All of its letters."""
        return self.number + self.secret


def follow_up(written: str) -> FollowUp | None:
    """Return the number in what was typed, or in an address; nothing where it is none."""
    code = read(written)
    if len(code) != LENGTH or not set(code) <= set(ALPHABET):
        return None
    return FollowUp(code[:NUMBER], code[NUMBER:])


def grouped(code: str) -> str:
    """Return it as people read it: `K7QM-3XPT-R4WD`."""
    return "-".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))
