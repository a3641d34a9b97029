"""The code of an appointment: a keyboard of the letters that codes use, and no others."""

from kivy.uix.widget import Widget

from kiosk.denial_words import denial_sentences
from kiosk.page import CodeEntry, Denial, Page
from kiosk.screens.frame import footer, framed
from kiosk.screens.further import between_ways
from kiosk.screens.kit import Kit
from kiosk.screens.stack import Lead
from kiosk.screens.target import Target, action
from kiosk.speech.reading import spelled
from kiosk.speech.words import DELETE_LAST, TYPED
from media.look.screen import Role
from media.look.theme import PALETTE
from media.look.widgets import (
    Body,
    Column,
    Grid,
    Kind,
    Number,
    Panel,
    Row,
    Title,
    even_out,
)
from media.look.widgets import Page as Whole
from media.texts import msgid
from media.words import Parts, on_one_line
from wire.appointment_code import ALPHABET, GROUP, LENGTH

QUESTION = msgid("Enter the code of your appointment or ticket")
WHERE = msgid("It stands on the page of your appointment, or on your ticket, near the QR.")
CHECK_IN = msgid("Check in")
DELETE = msgid("Delete")

COLUMNS = 7
"""Three rows of keys, whole: there are 21 letters."""

LEFT = 0.8
"""The width of what is typed beside the keys, in theirs: each key is a touch target wide."""

BOXES = 1.5
"""The height of what is typed, in touch targets."""


def code_screen(kit: Kit, page: CodeEntry) -> Whole:
    """Return what is typed so far, the keys, and the button that checks in."""
    is_tall = kit.look.screen.is_portrait
    send = _send_below(kit) if is_tall else _send_beside(kit)
    pad = CodePad(kit, page, send)
    return framed(kit, kit.parts(QUESTION), pad, footer(kit, middle=None if is_tall else send))


class CodePad(Column):
    """What is typed, what to know of it, and the keys: it changes with each touch of a key."""

    def __init__(self, kit: Kit, page: CodeEntry, send: Target) -> None:
        super().__init__(kit.look, spacing=kit.look.gap)
        self._kit, self._send = kit, send
        self._boxes = _Boxes(kit)
        self._told = Column(kit.look)
        self._denial: Denial | None = None
        if kit.look.screen.is_portrait:
            self._one_below_the_other()
        else:
            self._side_by_side()
        self._told.add_widget(_message(kit, None))
        self._tell(page)

    def change(self, before: Page, page: Page) -> bool:
        """Show what is typed now."""
        match before, page:
            case CodeEntry(language=language), CodeEntry() if page.language == language:
                self._tell(page)
                return True
            case _:
                return False

    def _tell(self, page: CodeEntry) -> None:
        self._boxes.tell(page.typed)
        self._send.disabled = not page.is_whole
        if page.denial != self._denial:
            self._denial = page.denial
            self._told.clear_widgets()
            self._told.add_widget(_message(self._kit, page.denial))

    def _one_below_the_other(self) -> None:
        keys = _keys(self._kit)
        keys.size_hint_y = 2
        for part in (self._typed(), self._told, keys, self._send):
            self.add_widget(part)

    def _side_by_side(self) -> None:
        row, left = Row(self._kit.look), Column(self._kit.look, spacing=self._kit.look.gap)
        left.size_hint_x = LEFT
        left.add_widget(self._typed())
        left.add_widget(self._told)
        row.add_widget(left)
        row.add_widget(_keys(self._kit))
        self.add_widget(row)

    def _typed(self) -> Row:
        look = self._kit.look
        row = Row(look.within("fr"), size_hint_y=None, height=round(look.screen.touch * BOXES))
        row.add_widget(self._boxes)
        delete = Target(
            self._kit,
            "delete",
            on_one_line(self._kit.parts(DELETE)),
            flow="column",
            role=Role.BODY,
            size_hint_x=0.3,
            padding=look.gap // 3,
        )
        delete.spoken = self._kit.parts(DELETE_LAST)
        row.add_widget(delete)
        return row


class _Boxes(Row):
    """A box for each letter, from left to right in every language."""

    def __init__(self, kit: Kit) -> None:
        look = kit.look.within("fr")
        super().__init__(look, spacing=look.gap // 3)
        self._kit = kit
        self.spoken: Parts = ()
        self._letters: list[Number] = []
        self._panels: list[Panel] = []
        for place in range(LENGTH):
            if place == GROUP:
                self.add_widget(Widget(size_hint_x=0.25))
            letter = Number(look, font_size=look.text(Role.HEADING), color=PALETTE.navy)
            panel = Panel(look, padding=0)
            panel.add_widget(letter)
            self.add_widget(panel)
            self._letters.append(letter)
            self._panels.append(panel)
        even_out(self._letters)

    def tell(self, typed: str) -> None:
        """Show the letters, and where the next one comes; say how many, and not which."""
        self.spoken = self._kit.parts(TYPED, typed=len(typed), whole=LENGTH)
        for place, (letter, panel) in enumerate(zip(self._letters, self._panels, strict=True)):
            letter.text = typed[place : place + 1]
            is_next = place == len(typed)
            panel.paint(PALETTE.gold_tint if is_next else PALETTE.plaster, PALETTE.sand_deep)


def _keys(kit: Kit) -> Grid:
    look = kit.look.within("fr")
    grid = Grid(look, cols=COLUMNS, spacing=look.screen.apart)
    for letter in ALPHABET:
        key = Target(kit, f"key:{letter}", letter, flow="column", role=Role.HEADING, padding=0)
        key.spoken = ((kit.look.language, spelled(letter, kit.look.language)),)
        grid.add_widget(key)
    return grid


def _message(kit: Kit, denial: Denial | None) -> Widget:
    """Return where the code is found, or why it gave no ticket."""
    if denial is None:
        sentences: tuple[Parts, ...] = (kit.parts(WHERE),)
        pictogram, ground = "info", PALETTE.navy_tint
    else:
        sentences = denial_sentences(kit.texts, kit.look.language, denial)
        pictogram, ground = "refused", PALETTE.terracotta_tint
    panel = Panel(kit.look, ground, None, padding=kit.look.gap)
    size = kit.look.text(Title.role)
    panel.add_widget(Lead(kit.look, pictogram, size, _words(kit, sentences), PALETTE.navy))
    return panel


def _words(kit: Kit, sentences: tuple[Parts, ...]) -> Widget:
    """Return the sentences, those of one language together."""
    by_language = dict.fromkeys(language for parts in sentences for language, _ in parts)
    lines = tuple(
        (wanted, " ".join(text for parts in sentences for each, text in parts if each == wanted))
        for wanted in by_language
    )
    role = Role.TITLE if len(lines) == 1 else Role.BODY
    return kit.set(Body, lines, color=PALETTE.navy, font_size=kit.look.text(role))


def _send_below(kit: Kit) -> Target:
    return action(kit, "check_in", CHECK_IN, "check-circle")


def _send_beside(kit: Kit) -> Target:
    """Return the button for a low screen: its place is between back and home."""
    return between_ways(kit, "check_in", CHECK_IN, "check-circle", Kind.PRIMARY)
