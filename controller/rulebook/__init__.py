"""The hall's own rules as its supervisors write them, in `rules.toml`."""

from controller.rulebook.reading import Rulebook, read_rulebook

__all__ = ["Rulebook", "read_rulebook"]
