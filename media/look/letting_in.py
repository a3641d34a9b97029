"""The main loop of a program that nobody has let in yet.

Import it after `media.look.window.prepare`.
"""

import os
import sys
from pathlib import Path
from typing import NoReturn, Protocol

import structlog
from kivy.uix.widget import Widget

from media.look.main_loop import Beat, end, keep_showing
from media.pairing.newcomer import Newcomer

PULSE = 1 / 20
"""Seconds between two looks at what was answered."""


class Board(Protocol):
    """What shows the code."""

    def show(self, code: str, address: str) -> None:
        """Show the code and the address of the page; without a code, that nobody answers."""

    def save_picture(self) -> Path | None:
        """Save what is shown where the settings say; return where."""


def let_in(newcomer: Newcomer, root: Widget, board: Board) -> None:
    """Show a code until somebody has entered it, and begin anew as who was let in.

    Returns when the window is closed or the system asks the program to end.
    """
    told = ""

    def pulse() -> None:
        nonlocal told
        code = newcomer.look()
        board.show(code, newcomer.page)
        if code and code != told:
            told = code
            structlog.get_logger("pairing").info("code_shown", code=code, page=newcomer.page)
        if newcomer.is_paired:
            end()

    newcomer.start()
    try:
        keep_showing(root, (Beat(PULSE, pulse),), board.save_picture)
    finally:
        newcomer.stop()
    if newcomer.is_paired:
        _begin_anew()


def _begin_anew() -> NoReturn:
    """Let the same program with the same words take this one's place."""
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606 - itself
