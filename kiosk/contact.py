"""Whether the controller is there, and since when it is not."""


class Contact:
    """Counts the seconds without the controller; `patience` of them nobody needs to know of."""

    def __init__(self, patience: int) -> None:
        """Begin without it: it was not heard yet."""
        self._patience, self._is_there, self._away = patience, False, patience

    def found(self) -> None:
        """Take note that it is there."""
        self._is_there, self._away = True, 0

    def lost(self) -> None:
        """Take note that it is away, for a moment perhaps."""
        self._is_there = False

    def second(self) -> None:
        """Let a second pass."""
        self._away += not self._is_there

    @property
    def is_cut_off(self) -> bool:
        """Whether it is away for longer than nobody needs to know of."""
        return self._away >= self._patience
