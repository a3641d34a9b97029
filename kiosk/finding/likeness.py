"""How well a typed word matches a known one, small typing errors allowed."""

WHOLE, BEGINNING, MISTYPED = 1.0, 0.8, 0.5
"""What a match is worth."""

ONE_ERROR_FROM, TWO_ERRORS_FROM = 4, 8
"""From so many letters on a typed word may have one error, or two."""


def likeness(typed: str, known: str) -> float:
    """Return what the match is worth; nought when they are different words.

    What is typed may be the beginning of the known word. An error is a letter too many, one too
    few, another one, or two that changed places.
    """
    if typed == known:
        return WHOLE
    if known.startswith(typed):
        return BEGINNING
    errors = _allowed(len(typed))
    if errors and _is_within(typed, known, errors):
        return MISTYPED
    return 0.0


def _allowed(letters: int) -> int:
    return (letters >= ONE_ERROR_FROM) + (letters >= TWO_ERRORS_FROM)


def _is_within(typed: str, known: str, errors: int) -> bool:
    """Whether the word, or its beginning, differs by no more errors."""
    lengths = range(len(typed) - errors, len(typed) + errors + 1)
    begun = {known[:length] for length in lengths if 0 < length <= len(known)}
    return any(distance(typed, each) <= errors for each in begun)


def distance(first: str, second: str) -> int:
    """Return how many errors lie between two words (optimal string alignment)."""
    before: list[int] = []
    row = list(range(len(second) + 1))
    for place, letter in enumerate(first, 1):
        above, row = row, [place]
        for other, wanted in enumerate(second, 1):
            cost = min(row[-1] + 1, above[other] + 1, above[other - 1] + (letter != wanted))
            is_swapped = (
                place > 1
                and other > 1
                and letter == second[other - 2]
                and first[place - 2] == wanted
            )
            row.append(min(cost, before[other - 2] + 1) if is_swapped else cost)
        before = above
    return row[-1]
