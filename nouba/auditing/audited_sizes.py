"""The audit of kiosks of several sizes, one after the other."""

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from controller.settings import DEMONSTRATION_PACK
from nouba.auditing.audit import audit
from nouba.auditing.measured import Audited
from nouba.auditing.sizes import SIZES
from nouba.auditing.table import print_screen
from nouba.demo.hall import HallError
from nouba.play.kiosk_visitor import GaveUpError
from nouba.screen import ScreenError


class AuditError(RuntimeError):
    """The audit could not go through all screens; the text says why."""


def audit_sizes(folder: Path, sizes: Sequence[str], *, keeps_all: bool = False) -> int:
    """Audit each size, print each screen as it comes, and return how many faults there are.

    The folder keeps the pictures of screens with faults, or of all. Raises `AuditError`.
    """
    console = Console(soft_wrap=True)
    faults = sum(_audited(console, folder / size, size, keeps_all=keeps_all) for size in sizes)
    console.print(f"{faults} faults" if faults else "No fault.")
    return faults


def _audited(console: Console, folder: Path, size: str, *, keeps_all: bool) -> int:
    """Audit one size, print each screen as it comes, and return how many faults there are."""
    found: list[int] = []

    def tell(audited: Audited) -> None:
        print_screen(console, size, audited)
        found.append(len(audited.findings))

    try:
        audit(folder, DEMONSTRATION_PACK, SIZES[size], tell, keeps_all=keeps_all)
    except (HallError, ScreenError, GaveUpError, OSError) as error:
        raise AuditError(f"{size} inches: {error}") from error
    return sum(found)
