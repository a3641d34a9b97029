"""The ticket: its number stays large, whatever becomes of the paper."""

from types import MappingProxyType

from kivy.uix.widget import Widget

from kiosk.page import Printing, TicketTaken
from kiosk.screens.code_picture import code_picture
from kiosk.screens.frame import footer, framed
from kiosk.screens.kit import Kit
from kiosk.screens.stack import Lead, Sheet, Stack
from kiosk.screens.target import Target, action
from kiosk.service_words import THEN, counted, listed
from kiosk.slip import ISSUED_ALONE
from kiosk.speech.reading import spelled
from media.look.look import Look
from media.look.screen import Role
from media.look.theme import PALETTE, Color
from media.look.widgets import (
    Body,
    Group,
    Heading,
    Number,
    Page,
    Pictogram,
    Row,
    Title,
)
from media.look.widgets.text import Align
from media.texts import msgid
from media.texts.waiting import expected_parts
from media.words import Parts
from wire.messages import DECLARED

CODE_MM = 100
"""The side of the code that visitors scan, its white edge included, where there is room."""

CODE_SHARES = MappingProxyType({True: 0.33, False: 0.17})
"""What it takes of the screen's width at most: of an upright one, of one that lies."""

CODE_SHARE_CRAMPED = 0.25
"""The same of an upright screen that is low."""


LATE = msgid("The time of your appointment is over: you wait like everybody.")

NUMBER_WIDTHS = MappingProxyType({1: 1.2, 2: 0.8})
"""The width of the number's card on a screen that lies, in that of what stands beside it.

Two languages need more beside it than one.
"""


def ticket_screen(kit: Kit, page: TicketTaken) -> Page:
    """Return the number, how many are ahead, what became of the paper, and the code."""
    gap = kit.look.gap
    number, paper = _number(kit, page), _paper(kit, page)
    if kit.look.screen.is_portrait:
        follow = _follow(kit, page.slip.url)
        body: Widget = Stack(kit.look, number, paper, follow, spacing=gap, growing=number)
    else:
        body = Row(kit.look)
        number.size_hint_x = NUMBER_WIDTHS[len(kit.parts("Your number"))]
        body.add_widget(number)
        follow = _follow(kit, page.slip.url)
        body.add_widget(Stack(kit.look, paper, follow, spacing=gap, growing=follow))
    again = _again(kit, page.printing) if page.is_copy_offered else Widget()
    return framed(kit, kit.parts("Your number"), body, footer(kit, again))


def _number(kit: Kit, page: TicketTaken) -> Sheet:
    look = kit.look
    service = counted(kit.words(page.service.name), page.slip.quantity)
    is_wide = not look.screen.is_portrait
    kind = Title if is_wide or look.screen.is_cramped or len(service) > 1 else Heading
    ahead = kit.parts(ISSUED_ALONE) if page.slip.is_alone else _ahead(kit, page.slip.ahead)
    ahead_kind = Body if len(ahead) > 1 or page.slip.is_alone else kind
    number = WholeNumber(
        look, page.slip.ticket, color=PALETTE.green, font_size=look.screen.width_px
    )
    number.spoken = ((look.language, spelled(page.slip.ticket, look.language)),)
    wait = None if _is_crowded(kit, page) else page.slip.wait
    expected = () if wait is None else (expected_parts(kit.texts, look.language, wait),)
    return Sheet(
        look,
        kit.set(kind, service, color=PALETTE.navy, align="center"),
        *_then(kit, page),
        number,
        *([_noted(kit)] if page.slip.priority in DECLARED else []),
        *([_late(kit)] if page.is_late else []),
        kit.set(ahead_kind, ahead, align="center"),
        *(kit.set(Body, parts, color=PALETTE.slate, align="center") for parts in expected),
        growing=number,
    )


def _noted(kit: Kit) -> Widget:
    """Return that a right to be called sooner is noted: others may look on, so no more is said.

    Where two languages need the room it is the star alone, as on the paper.
    """
    parts = kit.parts("Your priority is noted")
    if len(parts) > 1:
        size = kit.look.text(Body.role)
        return Pictogram(kit.look, "star", size, PALETTE.green, size_hint_y=None, height=size)
    return kit.set(Body, parts, color=PALETTE.green, align="center", bold=True)


def _is_crowded(kit: Kit, page: TicketTaken) -> bool:
    """Whether the wait is left to the paper: two languages on a low screen have more to say."""
    is_low = not kit.look.screen.is_portrait
    return is_low and len(kit.parts(LATE)) > 1 and (page.is_late or bool(page.then))


def _then(kit: Kit, page: TicketTaken) -> list[Widget]:
    """Return the services to visit afterwards, in their order."""
    if not page.then:
        return []
    parts = listed(kit.texts, kit.look.language, THEN, (each.name for each in page.then))
    return [kit.set(Body, parts, color=PALETTE.navy, align="center")]


def _late(kit: Kit) -> Widget:
    return kit.set(Body, kit.parts(LATE), color=PALETTE.slate, align="center")


class WholeNumber(Number):
    """A number as large as the room that others leave it."""

    def needed_height(self, width: float) -> int:  # noqa: ARG002  # one line in every width
        """Return the height below which it does not go: it takes all that others leave."""
        return round(self.look.text(Role.DISPLAY) * 1.1)


def _ahead(kit: Kit, count: int) -> Parts:
    if not count:
        return kit.parts("Nobody is ahead of you")
    return kit.texts.plural_parts(
        kit.look.language, "{n} person ahead of you", "{n} people ahead of you", count
    )


def _paper(kit: Kit, page: TicketTaken) -> Sheet:
    text, pictogram, ground = _told(page.printing)
    words = kit.set(Title, kit.parts(text), color=PALETTE.navy)
    lead = Lead(kit.look, pictogram, kit.look.text(Title.role), words, PALETTE.navy)
    return Sheet(kit.look, lead, ground=ground, edge=None)


def _again(kit: Kit, printing: Printing) -> Target:
    is_printed = printing is Printing.PRINTED
    text = msgid("One more sheet") if is_printed else msgid("Print the ticket again")
    role = Role.TITLE if len(kit.parts(text)) == 1 else Role.BODY
    again = action(kit, "print", text, "printer", role)
    again.padding = (kit.look.gap, 0)  # the footer is low for two lines
    return again


def _told(printing: Printing) -> tuple[str, str, Color]:
    match printing:
        case Printing.UNDER_WAY:
            return msgid("Your ticket is being printed"), "printer", PALETTE.navy_tint
        case Printing.PRINTED:
            return msgid("Please take your ticket"), "ticket", PALETTE.green_tint
        case Printing.NUMBER_ONLY:
            text = msgid("The ticket could not be printed. Please note your number.")
            return text, "warning", PALETTE.gold_tint


def _follow(kit: Kit, url: str) -> Sheet:
    wait = kit.parts("Please wait until your number is called")
    scan = kit.parts("Scan the code to follow your ticket")
    is_one = len(wait) == len(scan) == 1
    align: Align = "start" if is_one else "center"
    kind = Title if is_one else Body
    words = Group(
        kit.look,
        None,
        *(kind(kit.look, text, PALETTE.navy, align, each, bold=True) for each, text in wait),
        *(Body(kit.look, text, PALETTE.ink, align, each) for each, text in scan),
        between=kit.look.gap // 2,
    )
    beside = Beside(kit.look, _code(kit, url), words)
    return Sheet(kit.look, beside, growing=beside)


class Beside(Row):
    """The code, and the text beside it."""

    def __init__(self, look: Look, code: Widget, words: Group) -> None:
        super().__init__(look)
        self._code, self._words = code, words
        self.add_widget(code)
        self.add_widget(words)

    def needed_height(self, width: float) -> float:
        """Return what the higher of the two needs."""
        beside = self._words.needed_height(width - self._code.width - self.spacing)
        return max(float(self._code.width), beside)


def _code(kit: Kit, url: str) -> Widget:
    side = _code_side(kit)
    picture = code_picture(url, side, "medium")
    picture.size_hint = (None, 1)
    return picture


def _code_side(kit: Kit) -> int:
    screen = kit.look.screen
    is_low = screen.is_portrait and screen.is_cramped
    share = CODE_SHARE_CRAMPED if is_low else CODE_SHARES[screen.is_portrait]
    return min(screen.px(CODE_MM), round(screen.width_px * share))
