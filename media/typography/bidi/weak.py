"""Rules W1 to W7: marks, numbers and what stands about them."""

from collections.abc import Iterator

from media.typography.bidi.classes import ISOLATE_INITIATORS


def resolve_weak(types: list[str], start: str) -> None:
    """Change the types of one run sequence in place; `start` is its sos."""
    _settle_marks(types, start)
    _settle_european_numbers(types, start)
    _settle_separators(types)
    _settle_terminators(types)
    _settle_latin_numbers(types, start)


def _settle_marks(types: list[str], start: str) -> None:
    """W1: a mark takes the type of what it stands on."""
    previous = start
    for at, name in enumerate(types):
        if name == "NSM":
            is_isolate = previous in ISOLATE_INITIATORS or previous == "PDI"
            types[at] = "ON" if is_isolate else previous
        previous = types[at]


def _settle_european_numbers(types: list[str], start: str) -> None:
    """W2: a European number after an Arabic letter is Arabic; W3: AL becomes R."""
    strong = start
    for at, name in enumerate(types):
        if name in {"L", "R", "AL"}:
            strong = name
        if name == "EN" and strong == "AL":
            types[at] = "AN"
        if name == "AL":
            types[at] = "R"


def _settle_separators(types: list[str]) -> None:
    """W4: one separator between two numbers of a kind is of that kind."""
    for at in range(1, len(types) - 1):
        before, name, after = types[at - 1 : at + 2]
        if before != after:
            continue
        if (name == "CS" and before in {"EN", "AN"}) or (name == "ES" and before == "EN"):
            types[at] = before


def _settle_terminators(types: list[str]) -> None:
    """W5: terminators beside a European number belong to it; W6: the rest is neutral."""
    for first, last in runs_of(types, frozenset({"ET"})):
        beside = types[max(0, first - 1) : first] + types[last : last + 1]
        types[first:last] = ["EN" if "EN" in beside else "ON"] * (last - first)
    for at, name in enumerate(types):
        if name in {"ES", "CS"}:
            types[at] = "ON"


def _settle_latin_numbers(types: list[str], start: str) -> None:
    """W7: a European number after a Latin letter is Latin."""
    strong = start
    for at, name in enumerate(types):
        if name in {"L", "R"}:
            strong = name
        elif name == "EN" and strong == "L":
            types[at] = "L"


def runs_of(types: list[str], names: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Give the stretches [first, last) whose types are all among `names`."""
    first = None
    for at, name in enumerate([*types, ""]):
        if name in names:
            first = at if first is None else first
        elif first is not None:
            yield first, at
            first = None
