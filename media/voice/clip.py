"""The clips of a recorded voice: what a speaker reads to make a language audible.

`ticket-A` … `ticket-Z`       the words up to the number
`n-0` … `n-99`, `n-100`, `n-200` … `n-900`   a number that ends the phrase
`hundred-1` … `hundred-9`     hundreds that another number follows
`after-1` … `after-99`        the number that follows them ("and five")
`counter-1` … `counter-60`    the words that name the counter
"""

from string import ascii_uppercase

TICKETS = tuple(ascii_uppercase)
COUNTERS = tuple(range(1, 61))


def ticket_clip(letter: str) -> str:
    """Return the clip with the words up to the number."""
    return f"ticket-{letter}"


def counter_clip(counter: int) -> str:
    """Return the clip with the words that name the counter."""
    return f"counter-{counter}"


def number_clips(number: int) -> tuple[str, ...]:
    """Return the clips that say a number; from 1000 on there are none recorded."""
    hundreds, rest = divmod(number, 100)
    if not hundreds or not rest or hundreds >= 10:
        return (f"n-{number}",)
    return f"hundred-{hundreds}", f"after-{rest}"


def all_clips() -> frozenset[str]:
    """Return the clips that a complete voice has."""
    numbers = (clip for number in range(1000) for clip in number_clips(number))
    tickets = map(ticket_clip, TICKETS)
    return frozenset((*tickets, *numbers, *map(counter_clip, COUNTERS)))
