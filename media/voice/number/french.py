"""French numbers, as in France and Morocco (soixante-dix, quatre-vingts), spelling of 1990."""

UNITS = (
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
)
TENS = ("vingt", "trente", "quarante", "cinquante")


def words(number: int) -> str:
    """Return the number, 0 to 9999, in words."""
    thousands, rest = divmod(number, 1000)
    if not thousands:
        return _below_thousand(rest)
    said = "mille" if thousands == 1 else f"{UNITS[thousands]}-mille"
    return f"{said}-{_below_thousand(rest)}" if rest else said


def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _below_hundred(rest)
    said = "cent" if hundreds == 1 else f"{UNITS[hundreds]}-cent"
    if rest:
        return f"{said}-{_below_hundred(rest)}"
    return said if hundreds == 1 else f"{said}s"


def _below_hundred(number: int) -> str:
    if number < 20:
        return UNITS[number]
    if number == 80:
        return "quatre-vingts"
    said, units = _tens(number)
    if not units:
        return said
    is_joined = units in {1, 11} and number < 80
    return f"{said}-et-{UNITS[units]}" if is_joined else f"{said}-{UNITS[units]}"


def _tens(number: int) -> tuple[str, int]:
    if number >= 80:
        return "quatre-vingt", number - 80
    if number >= 60:
        return "soixante", number - 60
    tens, units = divmod(number, 10)
    return TENS[tens - 2], units
