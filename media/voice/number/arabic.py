"""Arabic numbers as they are counted: fully vocalised, in pause (no case endings).

This is the form after «رَقْم» (number), so nothing agrees in gender. A shadda stands
before its vowel: Unicode's normal form C turns the two round, and speech engines
then lose the vowel. Never normalise these texts.
"""

UNITS = (
    "صِفْر",
    "وَاحِد",
    "اِثْنَان",
    "ثَلَاثَة",
    "أَرْبَعَة",
    "خَمْسَة",
    "سِتَّة",
    "سَبْعَة",
    "ثَمَانِيَة",
    "تِسْعَة",
    "عَشَرَة",
    "أَحَدَ عَشَر",
    "اِثْنَا عَشَر",
    "ثَلَاثَةَ عَشَر",
    "أَرْبَعَةَ عَشَر",
    "خَمْسَةَ عَشَر",
    "سِتَّةَ عَشَر",
    "سَبْعَةَ عَشَر",
    "ثَمَانِيَةَ عَشَر",
    "تِسْعَةَ عَشَر",
)
TENS = ("عِشْرُون", "ثَلَاثُون", "أَرْبَعُون", "خَمْسُون", "سِتُّون", "سَبْعُون", "ثَمَانُون", "تِسْعُون")
HUNDREDS = (
    "مِئَة",
    "مِئَتَان",
    "ثَلَاثُمِئَة",
    "أَرْبَعُمِئَة",
    "خَمْسُمِئَة",
    "سِتُّمِئَة",
    "سَبْعُمِئَة",
    "ثَمَانِمِئَة",
    "تِسْعُمِئَة",
)
THOUSANDS = (
    "أَلْف",
    "أَلْفَان",
    "ثَلَاثَةُ آلَاف",
    "أَرْبَعَةُ آلَاف",
    "خَمْسَةُ آلَاف",
    "سِتَّةُ آلَاف",
    "سَبْعَةُ آلَاف",
    "ثَمَانِيَةُ آلَاف",
    "تِسْعَةُ آلَاف",
)


def words(number: int) -> str:
    """Return the number, 0 to 9999, in words."""
    thousands, rest = divmod(number, 1000)
    if not thousands:
        return _below_thousand(rest)
    said = THOUSANDS[thousands - 1]
    return f"{said} {after(rest)}" if rest else said


def after(number: int) -> str:
    """Return the number as it is joined to what was said before it: with «وَ», "and"."""
    said = _below_thousand(number)
    joined = said.removeprefix("اِ")
    # The alif of «اِثْنَان» is silent after a vowel, so it loses its own.
    return f"وَ{said}" if joined == said else f"وَا{joined}"


def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _below_hundred(rest)
    said = HUNDREDS[hundreds - 1]
    return f"{said} {after(rest)}" if rest else said


def _below_hundred(number: int) -> str:
    if number < 20:
        return UNITS[number]
    tens, units = divmod(number, 10)
    said = TENS[tens - 2]
    return f"{UNITS[units]} وَ{said}" if units else said
