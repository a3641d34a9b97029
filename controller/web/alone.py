"""What kiosks ask for, to issue tickets while they are alone, and to hand them over afterwards."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import structlog

from controller import views
from controller.hall import Hall, commands
from controller.hall.blocks import Block
from controller.hall.events import NumbersReserved, TicketIssued
from controller.hall.ids import KioskName, ServiceId, TicketNumber
from controller.hall.refusals import Refused, TooLate
from controller.identity import Device
from controller.reception import Reception
from controller.request_key import request_key
from controller.web.follow_code import FollowCodes
from controller.web.kiosk_requests import HandOverNow, HeldNow, LineNow, OwnTicketNow, ReserveNow
from controller.web.kiosk_seals import KioskSeals
from wire.codec import BadMessage, decode
from wire.messages import DECLARED, Grant, HandedOver, NumberBlock, Refusal, TakenIn
from wire.numbering import ticket_number
from wire.seal import is_sealed

SEAL_BROKEN = "seal_broken"
"""The code for a line that is not what the kiosk wrote."""


class OwnNumbers:
    """Gives kiosks numbers of their own, and takes in the tickets that they made of them.

    Both answers raise `BadMessage`, and `JournalError` when it could not be written down.
    """

    def __init__(self, reception: Reception, codes: FollowCodes, zone: ZoneInfo) -> None:
        self._reception, self._codes, self._zone = reception, codes, zone
        self._seals = KioskSeals(codes)

    def reserve(self, guest: Device, sid: str, data: object) -> Grant | Refusal:
        """Return which numbers of today the kiosk has, with more of them where few were left."""
        del sid
        asked, kiosk = decode(ReserveNow, data), KioskName(guest.name)
        day = self._reception.read(self._today)
        held = tuple(self._proved(kiosk, day, asked.held))
        try:
            new = tuple(self._reserved(commands.ReserveNumbers(kiosk, held), asked.request))
        except Refused as refused:
            return Refusal(refused.code)
        return self._reception.read(lambda hall, _: self._grant(hall, kiosk, day, {*held, *new}))

    def _proved(self, kiosk: KioskName, day: date, held: Iterable[HeldNow]) -> Iterator[Block]:
        for each in dict.fromkeys(held):
            block = Block(kiosk, each.prefix, each.first, each.last)
            if self._seals.is_proved(block, day, each.proof):
                yield block

    def _reserved(self, command: commands.ReserveNumbers, request: str) -> Iterator[Block]:
        key = request_key("kiosk", command.kiosk, command, request)
        for fact in self._reception.execute(command, key).facts:
            event = fact.event
            assert isinstance(event, NumbersReserved)
            yield Block(event.kiosk, event.prefix, event.first, event.last)

    def _grant(self, hall: Hall, kiosk: KioskName, day: date, known: set[Block]) -> Grant:
        mine = (block for block in hall.blocks.granted if block in known)
        told = tuple(self._told(block, day, hall.blocks.given_of(block)) for block in mine)
        hours = views.ticket_hours(hall, day)
        return Grant(day, self._seals.key(kiosk, day), self._codes.beginning, told, hours)

    def _told(self, block: Block, day: date, given: int) -> NumberBlock:
        serials = range(block.first, block.last + 1)
        numbers = (TicketNumber(ticket_number(block.prefix, serial)) for serial in serials)
        codes = tuple(self._codes.code(number, day) for number in numbers)
        proof = self._seals.proof(block, day)
        return NumberBlock(block.prefix, block.first, block.last, codes, given, proof)

    def hand_over(self, guest: Device, sid: str, data: object) -> HandedOver:
        """Take in the tickets, one after the other, and return what became of each."""
        del sid
        handed = decode(HandOverNow, data)
        return HandedOver(tuple(self._taken_in(KioskName(guest.name), handed)))

    def _taken_in(self, kiosk: KioskName, handed: HandOverNow) -> Iterator[TakenIn]:
        key, before = self._seals.key(kiosk, handed.day), handed.before
        for line in handed.lines:
            taken = self._line(kiosk, handed.day, line, _is_whole(key, before, line))
            if taken.refused:
                log = structlog.get_logger()
                log.error("ticket_not_taken_in", kiosk=kiosk, text=line.text, why=taken.refused)
            yield taken
            before = line.seal

    def _line(self, kiosk: KioskName, day: date, line: LineNow, is_whole: bool) -> TakenIn:  # noqa: FBT001 - of this file alone
        try:
            own = decode(OwnTicketNow, _json(line.text))
        except BadMessage:
            return TakenIn("", SEAL_BROKEN)
        number = ticket_number(own.prefix, own.serial)
        if not is_whole:
            return TakenIn(number, SEAL_BROKEN)
        try:
            self._check_day(day)
            self._execute(kiosk, own)
        except Refused as refused:
            return TakenIn(number, refused.code)
        return TakenIn(number)

    def _check_day(self, day: date) -> None:
        if self._reception.read(self._today) != day:
            raise TooLate

    def _execute(self, kiosk: KioskName, own: OwnTicketNow) -> None:
        """Let the hall take the ticket in, in the place of the very wish that it answers."""
        command = _command(kiosk, own)
        wished = request_key("kiosk", kiosk, command.wish, own.request)
        first = self._issued(command, wished)
        if first != ticket_number(own.prefix, own.serial):
            # That wish had reached the hall; its answer never reached the kiosk.
            key = request_key("kiosk", kiosk, command, own.request)
            self._issued(replace(command, instead_of=first), key)

    def _issued(self, command: commands.TakeIn, key: str) -> TicketNumber:
        issued = self._reception.execute(command, key).facts[0].event
        assert isinstance(issued, TicketIssued)
        return issued.ticket

    def _today(self, hall: Hall, at: datetime) -> date:
        del hall
        return self._day(at)

    def _day(self, at: datetime) -> date:
        return at.astimezone(self._zone).date()


def _is_whole(key: str, before: str, line: LineNow) -> bool:
    return is_sealed(key, before, line.text, line.seal)


def _json(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadMessage(str(error)) from None


def _command(kiosk: KioskName, own: OwnTicketNow) -> commands.TakeIn:
    wish = commands.IssueTicket(
        service=ServiceId(own.service),
        language=own.language,
        priority=own.priority if own.priority in DECLARED else "normal",
        then=tuple(map(ServiceId, own.then)),
        quantity=own.quantity,
        sheets=own.sheets,
    )
    return commands.TakeIn(kiosk, own.prefix, own.serial, wish, own.issued_at, own.heard_at)
