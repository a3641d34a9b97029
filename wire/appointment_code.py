"""An appointment's code, as it is written, typed and scanned."""

ALPHABET = "34679CDFGHJKMNPQRTWXY"
"""No two of them look alike on a bad print (0 O, 1 I L, 2 Z, 5 S, 8 B, U V), and no vowels: so
no words come out."""

LENGTH = 8
"""21⁸ are 38 thousand millions. With 30,000 appointments open, which is a month of a large hall,
one guess in a million meets one; an address has ten wrong guesses a minute, so somebody who
guesses without a pause meets one in some three months, and learns a service and a time."""

GROUP = LENGTH // 2
"""So many letters stand together when people read a code."""


def read(written: str) -> str:
    """Return the code in what was typed, in any case and grouping, or in a scanned address."""
    code = written.strip().rstrip("/").rpartition("/")[-1].upper()
    return "".join(each for each in code if each.isalnum())


def is_whole(code: str) -> bool:
    """Whether this may be somebody's code: neither too short nor of other letters."""
    return len(code) == LENGTH and set(code) <= set(ALPHABET)


def shown(code: str) -> str:
    """Return a code as people read it: `K7QM-3XPT`."""
    return f"{code[:GROUP]}-{code[GROUP:]}"
