"""Isolates (UAX #9, 2.4): a value set into a sentence must not disturb its order.

Without them the rules rightly show the telephone «05 37 88 12 34» as «34 12 88 37 05»
in an Arabic sentence.
"""

FIRST_STRONG_ISOLATE = "\N{FIRST STRONG ISOLATE}"
LEFT_TO_RIGHT_ISOLATE = "\N{LEFT-TO-RIGHT ISOLATE}"
POP_DIRECTIONAL_ISOLATE = "\N{POP DIRECTIONAL ISOLATE}"
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def isolate(value: object) -> str:
    """Wrap a value of unknown direction (a name, a service) for a sentence."""
    return f"{FIRST_STRONG_ISOLATE}{value}{POP_DIRECTIONAL_ISOLATE}"


def ltr(value: object) -> str:
    """Wrap a value that reads left to right everywhere, and keep it on one line.

    For ticket numbers, telephones, file numbers, amounts, hours and addresses.
    """
    kept = str(value).replace(" ", NO_BREAK_SPACE)
    return f"{LEFT_TO_RIGHT_ISOLATE}{kept}{POP_DIRECTIONAL_ISOLATE}"
