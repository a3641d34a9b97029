"""Boards, calls and packs for the tests of the hall screen."""

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from display.page import Page
from media.pack import Commitment, Notice, Pack, Words, load_pack
from wire.messages import Board, Call, Row, TicketState

AT = datetime(2026, 11, 23, 9, 41, 30, tzinfo=UTC)
DEMO = Path(__file__).resolve().parents[2] / "media" / "packs" / "demo"


def row(ticket="A012", counter=3, state="called", calls=1, language="ar") -> Row:
    return Row(ticket, "birth_copy", counter, calls, TicketState(state), language)


def board(seq, *rows: Row, waiting=7, at=AT) -> Board:
    return Board(seq, at, rows, waiting)


def call(seq, ticket="A012", counter=3, calls=1) -> Call:
    return Call(seq, ticket, counter, calls, "ar")


def notice(key="roads", since=date(2026, 11, 1), until=None, text="نص البلاغ.") -> Notice:
    title = Words(ar="بلاغ حول الطرق", fr="Avis sur les routes", en="Notice on roads")
    return Notice(key, title, since, "commune", Words(ar=text, fr="Le texte de l’avis."), until)


def commitment(key="access") -> Commitment:
    title = Words(ar="الولوج", fr="L’accès", en="Access")
    return Commitment(key, title, Words(ar="نسهل الولوج.", fr="Nous facilitons l’accès."), "door")


@cache
def demo_pack() -> Pack:
    return load_pack(DEMO)


def pack(notices=(), charter=()) -> Pack:
    return replace(demo_pack(), notices=tuple(notices), charter=tuple(charter))


def everything_fits(page: Page) -> bool:
    return True
