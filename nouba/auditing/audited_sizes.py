"""The audit of kiosks of several sizes, one after the other."""

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from controller.settings import DEMONSTRATION_PACK
from nouba.auditing.audit import audit
from nouba.auditing.measured import Audited
from nouba.auditing.sizes import SIZES
from nouba.auditing.table import print_table
from nouba.demo.hall import HallError
from nouba.play.kiosk_visitor import GaveUpError
from nouba.screen import ScreenError


class AuditError(RuntimeError):
    """The audit could not go through all screens; the text says why."""


def audit_sizes(folder: Path, sizes: Sequence[str], *, keeps_all: bool = False) -> int:
    """Audit each size, print its table, and return how many faults there are.

    The folder keeps the pictures of screens with faults, or of all. Raises `AuditError`.
    """
    console, faults = Console(), 0
    for size in sizes:
        every = _audited(folder / size, size, keeps_all=keeps_all)
        print_table(console, size, every)
        faults += sum(len(each.findings) for each in every)
    console.print(f"{faults} faults" if faults else "No fault.")
    return faults


def _audited(folder: Path, size: str, *, keeps_all: bool) -> list[Audited]:
    every: list[Audited] = []
    try:
        audit(folder, DEMONSTRATION_PACK, SIZES[size], every.append, keeps_all=keeps_all)
    except (HallError, ScreenError, GaveUpError, OSError) as error:
        raise AuditError(f"{size} inches: {error}") from error
    return every
