"""Amazigh numbers: those on which the sources agree, as data.

No engine speaks Amazigh: it is offered by ear when a speaker's recordings are there, and the
speaker says the numbers in the way of the place. Two systems of tens are in use
(«ⵙⵉⵎⵔⴰⵡ» and «ⵙⵉⵏ ⵉⴷ ⵎⵔⴰⵡ»), so tens stay out of this table until a reviewer has chosen.
"""

UNITS = ("ⴰⵎⵢⴰ", "ⵢⴰⵏ", "ⵙⵉⵏ", "ⴽⵕⴰⴹ", "ⴽⴽⵓⵥ", "ⵙⵎⵎⵓⵙ", "ⵚⴹⵉⵚ", "ⵙⴰ", "ⵜⴰⵎ", "ⵜⵥⴰ")
TEN = "ⵎⵔⴰⵡ"
HUNDRED = "ⵜⵉⵎⵉⴹⵉ"
THOUSAND = "ⵉⴼⴹ"


def digits(number: int) -> str:
    """Return the number digit by digit: what both systems of tens understand."""
    return " ".join(UNITS[int(digit)] for digit in str(number))
