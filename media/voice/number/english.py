"""English numbers, in the British manner (one hundred and five)."""

UNITS = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def words(number: int) -> str:
    """Return the number, 0 to 9999, in words."""
    thousands, rest = divmod(number, 1000)
    if not thousands:
        return _below_thousand(rest)
    said = f"{UNITS[thousands]} thousand"
    if not rest:
        return said
    return f"{said} {after(rest)}" if rest < 100 else f"{said} {_below_thousand(rest)}"


def after(number: int) -> str:
    """Return the number, 1 to 99, as it is said after hundreds or thousands."""
    return f"and {_below_hundred(number)}"


def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _below_hundred(rest)
    said = f"{UNITS[hundreds]} hundred"
    return f"{said} {after(rest)}" if rest else said


def _below_hundred(number: int) -> str:
    if number < 20:
        return UNITS[number]
    tens, units = divmod(number, 10)
    said = TENS[tens - 2]
    return f"{said}-{UNITS[units]}" if units else said
