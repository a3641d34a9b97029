"""Which of two states is the newer one."""

from datetime import datetime
from typing import Protocol


class State(Protocol):
    """A state that goes out whole: a board, an offer, a desk, an overview."""

    @property
    def seq(self) -> int:
        """The number of the last fact it knows of, counted from 1 each day."""

    @property
    def at(self) -> datetime:
        """When it was made."""


def is_older(state: State, shown: State) -> bool:
    """Whether the state is out of date beside the one that is shown.

    A new day counts from 1 again: a lower `seq` alone says nothing.
    """
    return state.seq < shown.seq and state.at <= shown.at
