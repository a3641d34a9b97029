"""The kiosk's press put together: its printer, its spool, and how a ticket is drawn."""

from collections.abc import Callable
from datetime import datetime

import structlog
from PIL.Image import Image

from hardware.devices import open_printer
from hardware.ports import PrinterProfile
from hardware.profiles import printer_profile
from kiosk.list_picture import ListPrint
from kiosk.paper_font import paper_font
from kiosk.press import Picture, Press
from kiosk.printer_watch import PrinterWatch
from kiosk.settings import KioskSettings
from kiosk.slip import Names
from kiosk.slip import slip as told_on
from kiosk.spool import Spool, SpoolError
from kiosk.ticket_picture import draw_ticket
from media.pack import Pack
from media.sheets.words import SheetWords
from media.texts import Texts
from wire.messages import TicketSlip

SPOOL = "spool.db"
"""In the kiosk's home."""


def press_of(
    settings: KioskSettings,
    pack: Pack,
    texts: Texts,
    watch: PrinterWatch,
    now: Callable[[], datetime],
) -> Press:
    """Return it, not started. Raises `DeviceError` or `PaperFontError`."""
    profile = printer_profile(settings.printer.profile, settings.profiles)
    printer = open_printer(settings.printer.address, profile)
    return Press(printer, picture_of(profile, pack, texts), _spool(settings), watch, now)


def picture_of(profile: PrinterProfile, pack: Pack, texts: Texts) -> Picture:
    """Return what draws a ticket for that printer. Raises `PaperFontError`."""
    font, names = paper_font(), _names(pack, SheetWords(texts, pack))

    def picture(slip: TicketSlip, *, is_copy: bool) -> Image:
        told = told_on(slip, names(slip), texts, pack.hall.zone, is_copy=is_copy)
        return draw_ticket(told, profile, font)

    return picture


def list_print_of(settings: KioskSettings, pack: Pack, texts: Texts) -> ListPrint:
    """Return what draws a list to take home. Raises `PaperFontError`."""
    profile = printer_profile(settings.printer.profile, settings.profiles)
    return ListPrint(pack, texts, profile, paper_font())


def _names(pack: Pack, words: SheetWords) -> Callable[[TicketSlip], Names]:
    def names(ticket: TicketSlip) -> Names:
        service, *then = (pack.service(each) for each in (ticket.service, *ticket.then))
        pieces = pack.procedure(service.procedure).documents
        return Names(
            pack.commune.name,
            pack.office(service.office).name,
            service.name,
            tuple(each.name for each in then),
            lambda language: tuple(words.piece(language, piece) for piece in pieces),
        )

    return names


def _spool(settings: KioskSettings) -> Spool:
    """Return the spool on disk. Without a disk tickets are printed all the same."""
    try:
        return Spool(settings.home / SPOOL)
    except SpoolError:
        structlog.get_logger().exception("spool_not_opened", home=str(settings.home))
        return Spool.in_memory()
