"""What of a commune's theme cannot be read from afar, or shown."""

from collections.abc import Iterator

from media.pack.logo import fault_of
from media.pack.theme import Theme, weak_in
from media.toml import Problem, TomlFile


def illegible(theme: Theme, file: TomlFile) -> Iterator[Problem]:
    """Tell the colours that do not stand out, with how much they do, and a logo that is none."""
    for each in weak_in(theme):
        yield file.problem(str(each), "commune", "theme", each.field)
    fault = "" if theme.logo is None else fault_of(file.path.parent / theme.logo)
    if fault:
        yield file.problem(fault, "commune", "theme", "logo")
