"""The hall's own rules as its supervisors write them, in `rules.toml`."""

from controller.rulebook.reading import Inspection, Rulebook, inspect_rulebook, read_rulebook

__all__ = ["Inspection", "Rulebook", "inspect_rulebook", "read_rulebook"]
