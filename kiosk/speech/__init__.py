"""The spoken mode: what a screen says, where a visitor stands on it, and the voice that says it."""
