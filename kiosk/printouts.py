"""What is printed for a visitor: another sheet of a ticket, the list to take home."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from hardware.ports import PrintResult, Verdict
from kiosk.found import Found
from kiosk.page import Printing
from kiosk.ports import TicketDesk
from kiosk.visit import AtProcedure, AtTicks, HavingList, Holding, Visit

ListTold = Callable[[HavingList, PrintResult], None]
"""Hears what became of a list, and of whose."""


@dataclass(frozen=True, slots=True)
class Printouts:
    """Prints what a visitor touches for."""

    desk: TicketDesk

    def after(self, visit: Visit, told: ListTold) -> Visit:
        """Return where it leads to touch `keep` or `print`; what became of a list goes to `told`.

        It leads nowhere where there is nothing to print.
        """
        match visit:
            case AtTicks() | AtProcedure():
                return self._list(HavingList(visit, visit.take_home), told)
            case HavingList():
                return self._list(replace(visit, is_printed=None), told)
            case Holding():
                return self._copy(visit)
            case _:
                return visit

    def _list(self, having: HavingList, told: ListTold) -> HavingList:
        self.desk.print_list(having.take_home, partial(told, having))
        return having

    def _copy(self, visit: Holding) -> Holding:
        self.desk.print(visit.slip, is_copy=True)
        return replace(
            visit, printing=Printing.UNDER_WAY, is_copy_offered=False, copies=visit.copies + 1
        )


def after_ticket(visit: Visit, ticket: str, result: PrintResult) -> Visit:
    """Return where the visitor stands once the printer is done with that ticket."""
    if not isinstance(visit, Holding) or visit.slip.ticket != ticket:
        return visit
    is_printed = result.verdict is Verdict.PRINTED
    return replace(visit, printing=Printing.PRINTED if is_printed else Printing.NUMBER_ONLY)


def after_list(visit: Visit, asked: HavingList, result: PrintResult) -> Visit:
    """Return the same for a list: another visitor may stand there now, with the same list."""
    if visit is not asked:
        return visit
    return replace(asked, is_printed=result.verdict is Verdict.PRINTED)


def with_printer(visit: Visit, *, is_ready: bool) -> Visit:
    """Return where the visitor stands with such a printer: a number may have another sheet."""
    if not isinstance(visit, Holding | Found):
        return visit
    is_offered = is_ready and visit.may_have_another
    return (
        visit if is_offered == visit.is_copy_offered else replace(visit, is_copy_offered=is_offered)
    )
