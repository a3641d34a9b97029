"""How long a visitor is waited for, and what stays on the screen meanwhile."""

from kiosk.found import Found
from kiosk.page import Printing
from kiosk.visit import Asking, AtCode, CheckingIn, HavingList, Holding, Refused, Visit
from kiosk.waits import Waits


def patience_with(visit: Visit, waits: Waits) -> int:
    """Return the seconds without a touch after which the kiosk takes it that nobody is there."""
    match visit:
        case Holding(printing=Printing.NUMBER_ONLY | Printing.UNDER_WAY):
            return waits.number_only
        case Holding():
            return waits.ticket
        case _:
            return waits.idle


def is_answer(visit: Visit) -> bool:
    """Return whether the visitor reads an answer: that stays, also while the hall is away."""
    match visit:
        case Asking() | CheckingIn() | Refused() | Holding() | HavingList() | Found():
            return True
        case AtCode(_, entry):
            return entry.denial is not None
        case _:
            return False
