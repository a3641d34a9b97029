"""What is wrong with a field, in words for somebody who writes no programs."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from pydantic_core import ErrorDetails

from media.nearest import listed, meant

LONGEST = 60
"""Letters of what was found that are told."""

KINDS = (
    ("int", "a whole number"),
    ("float", "a number"),
    ("finite_number", "a number"),
    ("bool", "true or false, without quotation marks,"),
    ("string", "a text in quotation marks"),
    ("path", "a text in quotation marks"),
    ("datetime", "a moment with its zone, such as 2027-01-31T08:30:00+01:00,"),
    ("timezone", "a moment with its zone, such as 2027-01-31T08:30:00+01:00,"),
    ("date", "a day, such as 2027-01-31,"),
    ("time", "a time of day, such as 08:30:00,"),
)
"""What must stand there, by the beginning of the error's type."""

FORMS: Mapping[str, str] = MappingProxyType(
    {
        r"^[a-z][a-z0-9_]*$": "small letters from a to z, digits and _, a letter first",
        r"^[a-z][a-z0-9_-]*$": "small letters from a to z, digits, - and _, a letter first",
        r"^(rediss?|unix)://.+$": "redis://, rediss:// or unix:// and an address",
        r"^https?://[^/]+$": "http:// or https:// and a name, without a / behind",
    }
)
"""What some patterns let through."""

BOUNDS: Mapping[str, str] = MappingProxyType(
    {
        "greater_than": "must be more than {gt:g}",
        "greater_than_equal": "must be {ge:g} or more",
        "less_than": "must be less than {lt:g}",
        "less_than_equal": "must be {le:g} or less",
        "string_too_long": "must have {max_length} letters at most",
        "too_long": "must have {max_length} elements at most",
    }
)
"""What a value of the right kind must be, by the error's type."""


@dataclass(frozen=True, slots=True)
class Around:
    """What a file may have at the place of an error, and around it."""

    names: tuple[str, ...]
    """Of the table around it."""

    first: tuple[str, ...]
    """At the file's beginning."""

    is_array: bool
    """Whether there are several tables there."""


def sentence(error: ErrorDetails, around: Around) -> str:
    """Return what is wrong, what was found and what may stand there."""
    match error["type"]:
        case "missing" | "missing_argument":
            return "is missing"
        case "unexpected_keyword_argument" | "extra_forbidden":
            return _unknown(error["loc"], around)
        case "value_error":
            return str(error["ctx"]["error"])
        case "literal_error" | "enum":
            return _other(error)
        case "string_too_short" | "too_short":
            return "must not be empty"
        case _:
            return f"{_must(error, around)}, not {quoted(error['input'])}"


def quoted(found: object) -> str:
    """Return a value as it may stand in the file."""
    match found:
        case str():
            return f'"{cut(found)}"'
        case bool():
            return str(found).lower()
        case dict():
            return "a table"
        case list():
            return "a list"
        case _:
            return cut(str(found))


def cut(text: str) -> str:
    """Return the text, or its beginning where it is long."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _unknown(loc: Sequence[str | int], around: Around) -> str:
    name = str(loc[-1])
    near = meant(name, around.names)
    if name in around.first and len(loc) > 1 and not near.startswith(":"):
        return "is not known here: it belongs before the first [section] of the file"
    return f"is not known here{near}"


def _other(error: ErrorDetails) -> str:
    allowed = re.findall(r"'([^']*)'", str(error["ctx"]["expected"]))
    near = meant(str(error["input"]), allowed)
    hint = near if near.startswith(":") else ""
    return f"must be {listed(allowed, 'or')}, not {quoted(error['input'])}{hint}"


def _must(error: ErrorDetails, around: Around) -> str:
    """Return what must stand there."""
    match error["type"]:
        case "tuple_type" | "list_type":
            return _list(error, around)
        case "dict_type" | "mapping_type" | "dataclass_type" | "model_attributes_type":
            return _table(error)
        case "string_pattern_mismatch":
            pattern = error["ctx"]["pattern"]
            return f"must be written as {FORMS.get(pattern, pattern)}"
        case type_ if type_ in BOUNDS:
            return BOUNDS[type_].format(**error["ctx"])
        case type_:
            names = (name for beginning, name in KINDS if type_.startswith(beginning))
            return f"{next(names, 'something else')} must stand here"


def _list(error: ErrorDetails, around: Around) -> str:
    if around.is_array and _is_table(error["input"]) and _is_header(error):
        return f"there may be several: write [[{_header(error)}]], with two brackets"
    return "a list must stand here, between [ and ]"


def _table(error: ErrorDetails) -> str:
    found = error["input"]
    if isinstance(found, list) and any(map(_is_table, found)) and _is_header(error):
        return f"there is only one: write [{_header(error)}], with one bracket"
    return "a table must stand here, such as { name = value }"


def _is_table(found: object) -> bool:
    return isinstance(found, dict)


def _is_header(error: ErrorDetails) -> bool:
    return all(isinstance(each, str) for each in error["loc"])


def _header(error: ErrorDetails) -> str:
    return ".".join(map(str, error["loc"]))
