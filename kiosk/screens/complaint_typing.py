"""Typing a complaint's words, its place or a telephone: what is typed, and the keys."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from kivy.uix.widget import Widget

from kiosk.complaining.draft import Entry
from kiosk.complaint_page import TypingPage
from kiosk.finding.keyboards import DIGITS, Script
from kiosk.page import Page
from kiosk.screens.frame import bare, footer, framed
from kiosk.screens.further import between_ways
from kiosk.screens.keys import key_of, last_row, letters_of
from kiosk.screens.kit import Kit
from kiosk.screens.plan import plan_of
from kiosk.screens.stack import Lead
from kiosk.screens.target import TwoTongued
from kiosk.speech.reading import letter_by_ear, script_language, spelled
from kiosk.speech.words import DELETE_LAST
from media.look.screen import Role
from media.look.theme import PALETTE
from media.look.widgets import Body, Column, Kind, Panel, Row, Title
from media.look.widgets import Page as Whole
from media.texts import msgid
from media.words import Parts, on_one_line
from wire.messages import Language

DONE = msgid("Done")
DELETE = msgid("Delete")
QUESTIONS: Mapping[Entry, str] = MappingProxyType(
    {
        Entry.WORDS: msgid("What has happened, or could be better?"),
        Entry.PLACE: msgid("Where is it? A street, a quarter"),
        Entry.PHONE: msgid("Your phone number, only if you want to be called"),
    }
)
WHY_PHONE = msgid(
    "Only the commune’s staff see it. It is removed after your complaint is closed (law 09-08)."
)
CURSOR = "|"
BOX = 2.6
"""The height of what is typed on one line, with why it is asked, in touch targets."""


def typing_screen(kit: Kit, page: TypingPage) -> Whole:
    """Return what is typed so far, and the keys."""
    done = between_ways(kit, "done", DONE, "check-circle", Kind.PRIMARY)
    pad = TypingPad(kit, page)
    if kit.look.screen.is_portrait:
        return framed(kit, kit.parts(QUESTIONS[page.entry]), pad, footer(kit, middle=done))
    return bare(kit, pad, footer(kit, middle=done))


class TypingPad(Column):
    """It changes with each touch of a key: whoever types must not lose letters."""

    def __init__(self, kit: Kit, page: TypingPage) -> None:
        super().__init__(kit.look, spacing=kit.look.gap)
        self._kit, self._script = kit, page.script
        own: Language | Literal["own"] = "fr" if page.entry is Entry.PHONE else "own"
        self._typed = Title(kit.look, "", PALETTE.navy, language=own)
        apart, height = kit.look.screen.apart, _keys_height(kit, page.entry)
        self._keys = Column(kit.look, size_hint_y=None, height=height, spacing=apart)
        self.add_widget(_box(kit, page.entry, self._typed))
        self.add_widget(self._keys)
        self._lay_keys(page.entry)
        self._tell(page)

    def change(self, before: Page, page: Page) -> bool:
        """Show what is typed now."""
        match before, page:
            case TypingPage(language=language, entry=entry), TypingPage() if (
                page.language == language and page.entry == entry
            ):
                self._tell(page)
                return True
            case _:
                return False

    def _tell(self, page: TypingPage) -> None:
        self._typed.text = page.typed + CURSOR
        question = () if self._kit.look.screen.is_portrait else self._question(page.entry)
        self._typed.spoken = (*question, *_by_ear(self._kit, page))
        if page.script != self._script:
            self._script = page.script
            self._lay_keys(page.entry)

    def _question(self, entry: Entry) -> Parts:
        return self._kit.parts(QUESTIONS[entry])

    def _lay_keys(self, entry: Entry) -> None:
        self._keys.clear_widgets()
        for rows in _rows(self._kit, entry, self._script):
            self._keys.add_widget(rows)


def _rows(kit: Kit, entry: Entry, script: Script) -> tuple[Widget, ...]:
    if entry is Entry.PHONE:
        return tuple(_figures(kit, some) for some in ("123", "456", "789", "0"))
    letters = letters_of(kit, script)
    letters.add_widget(_figures(kit, DIGITS), len(letters.children))
    letters.add_widget(last_row(kit, script))
    return (letters,)


def _figures(kit: Kit, figures: str) -> Row:
    """Return a row of figures, from left to right as on any keyboard."""
    row = Row(kit.look.within("fr"), spacing=kit.look.screen.apart)
    for each in figures:
        row.add_widget(key_of(kit, each))
    return row


def _keys_height(kit: Kit, entry: Entry) -> int:
    screen, rows = kit.look.screen, 4 if entry is Entry.PHONE else 5
    least = rows * round(screen.touch * 1.05) + (rows - 1) * screen.apart
    own = plan_of(kit.look).search_room * (0.45 if screen.is_portrait else 0.6)
    return max(least, round(own))


def _box(kit: Kit, entry: Entry, typed: Title) -> Row:
    look = kit.look
    row, panel = Row(look), Panel(look, PALETTE.plaster, PALETTE.gold, padding=look.gap)
    if not look.screen.is_portrait:
        panel.add_widget(_lead(kit, QUESTIONS[entry], "info"))
    panel.add_widget(typed)
    if entry is Entry.PHONE:
        panel.add_widget(_lead(kit, WHY_PHONE, "lock"))
    row.add_widget(panel)
    delete = kit.parts(DELETE)
    if not look.screen.is_portrait:
        delete = ((look.language, on_one_line(delete)),)
    key = TwoTongued(kit, "delete", delete, role=Role.BODY, size_hint_x=0.3, padding=0)
    key.spoken = kit.parts(DELETE_LAST)
    row.add_widget(key)
    return row


def _lead(kit: Kit, text: str, pictogram: str) -> Lead:
    words = kit.set(Body, kit.parts(text), color=PALETTE.slate)
    return Lead(kit.look, pictogram, kit.look.text(Body.role), words, PALETTE.navy)


def _by_ear(kit: Kit, page: TypingPage) -> Parts:
    """Return what is typed as it is said: words as words, figures and Tifinagh one by one."""
    typed, language = page.typed.strip(), kit.look.language
    if not typed:
        return ()
    if page.entry is Entry.PHONE:
        return ((language, spelled(typed, language)),)
    if page.script == "tifinagh":
        return tuple(letter_by_ear(each, language) for each in typed if each.isalpha())
    return ((script_language(typed, language), typed),)
