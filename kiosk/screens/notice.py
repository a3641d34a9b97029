"""Short sentences on a whole screen: wait, no, closed, out of reach."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import assert_never

from kivy.uix.widget import Widget

from kiosk.closed import BY_HOURS, Opening
from kiosk.closing_words import again, day_name, of_hall
from kiosk.denial_words import ASK, AWAY
from kiosk.page import (
    TO_TRY_AGAIN,
    UNREACHED,
    CheckingIn,
    Emergency,
    NothingOpen,
    NotTaken,
    OutOfReach,
    Taking,
)
from kiosk.screens.emergency import emergency_screen
from kiosk.screens.frame import footer, framed, header
from kiosk.screens.further import APPOINTMENT, APPOINTMENT_ALONE, appointment_bar
from kiosk.screens.kit import Kit
from kiosk.screens.plan import plan_of
from kiosk.screens.target import action
from media.dates import clock_time, time_range
from media.isolation import isolate
from media.look.screen import Role
from media.look.theme import PALETTE, Color
from media.look.widgets import (
    Body,
    Card,
    Column,
    Display,
    Group,
    Heading,
    Medallion,
    Number,
    Page,
    Row,
    Text,
    Title,
    ZelligeBand,
)
from media.texts import msgid
from media.texts.refusal import refusal_text
from media.words import Parts
from wire.messages import LANGUAGES, Language

ON_ITS_WAY = "One moment: your number is on its way"
STILL_CALLED = msgid("Whoever has a ticket is still called")
STAR_LINES = 2.6
"""The side of the star of a notice's pictogram, in lines of a greeting."""

LOW_STAR_LINES = 1.4
"""The same above the hours on a low screen."""

HOURS_SIZE = 1.4
"""The font size of the hall's hours, in that of a greeting."""

FEW_LINES = 2
"""So many sentences are as large as a greeting on an upright screen."""

BESIDE = 0.35
"""The width of the pictogram beside many sentences on a low screen, in that of those."""

UNDER = 0.9
"""The width of the texts under a pictogram on a low screen, in that of those beside it."""

MANY_LINES = 7
"""From so many on they stand closer together."""


@dataclass(frozen=True, slots=True)
class Hours:
    """When a closed hall is open: what is told, of which day, and the times as they are written."""

    name: Parts = ()
    days: Parts = ()
    times: tuple[str, ...] = ()


def taking_screen(kit: Kit, page: Taking) -> Page:
    """Say that the number is on its way."""
    sentences = (kit.parts(ON_ITS_WAY),)
    body = _told(kit, "hourglass", sentences)
    return framed(
        kit, kit.words(page.service.name), body, Widget(size_hint_y=None, height=kit.look.gap)
    )


def checking_in_screen(kit: Kit, page: CheckingIn) -> Page:
    """Say the same to who checks in, in every language while none is chosen."""
    return _whole(kit, _told(kit, "hourglass", (_in_all(kit, page.language, ON_ITS_WAY),)))


def not_taken_screen(kit: Kit, page: NotTaken) -> Page:
    """Say why there is no ticket."""
    if page.code == UNREACHED:
        sentences: tuple[Parts, ...] = (kit.parts(AWAY),)
    else:
        sentences = (kit.parts(refusal_text(page.code), code=page.code), kit.parts(ASK))
    body = Column(kit.look, spacing=kit.look.gap)
    body.add_widget(_told(kit, "refused", sentences, PALETTE.terracotta_tint))
    if page.code in TO_TRY_AGAIN:
        body.add_widget(action(kit, "take", msgid("Try again"), "repeat"))
    return framed(kit, kit.words(page.service.name), body, footer(kit))


def nothing_open_screen(kit: Kit, page: NothingOpen) -> Page:
    """Say that no tickets are given now and, where that is known, when they are."""
    languages = (page.language,) if page.language else LANGUAGES
    closed = _told_in(languages, lambda each: of_hall(kit.texts, each, page.closed))
    is_last = page.closed.code == "last_ticket_given"
    ask = _in_all(kit, page.language, STILL_CALLED if is_last else ASK)
    parts: list[Widget] = [_closed(kit, closed, _hours(kit, page, languages), ask)]
    if page.takes_appointments:
        text = APPOINTMENT if page.language else APPOINTMENT_ALONE
        parts.append(appointment_bar(kit, _in_all(kit, page.language, text)))
    return _whole(kit, *parts)


def _hours(kit: Kit, page: NothingOpen, languages: Sequence[Language]) -> Hours:
    """Return when the hall opens: by its own hours, or else by those that the pack prints."""
    opening = page.closed.opening
    if opening is not None:
        days = () if opening.is_today else _days(opening, languages)
        name = _in_all(kit, page.language, again(page.closed.code))
        return Hours(name, days, (clock_time(opening.at),))
    if page.has_timetable or page.closed.code not in BY_HOURS | {""}:
        return Hours()
    printed = tuple(time_range(each.start, each.end) for each in kit.pack.hall.hours)
    return Hours(_in_all(kit, page.language, "Opening hours"), (), printed)


def _days(opening: Opening, languages: Sequence[Language]) -> Parts:
    """Return the day in each language; Tamazight reads it in Arabic and French, as all of it."""
    named = languages if len(languages) > 1 or "zgh" not in languages else ("ar", "fr")
    return tuple((each, day_name(each, opening)) for each in named if each != "zgh")


def out_of_reach_screen(kit: Kit, page: OutOfReach) -> Page:
    """Say that the controller does not answer."""
    return _whole(kit, _told(kit, "offline", (_in_all(kit, page.language, AWAY),)))


def _in_all(kit: Kit, language: Language | None, msgid: str) -> Parts:
    """Return a text in the language, or in each that has it where nobody chose one."""
    return _told_in(
        (language,) if language else LANGUAGES, lambda each: kit.texts.parts(each, msgid)
    )


def _told_in(languages: Sequence[Language], say: Callable[[Language], Parts]) -> Parts:
    """Return what is said in a language, or in each of several that says it itself."""
    if len(languages) == 1:
        return say(languages[0])
    every = ((each, say(each)) for each in languages)
    return tuple(parts[0] for each, parts in every if parts[0][0] == each)


def _whole(kit: Kit, *parts: Widget) -> Page:
    page = Page(kit.look)
    page.add_widget(header(kit))
    page.add_widget(ZelligeBand(kit.look))
    frame = Column(kit.look, padding=2 * kit.look.gap, spacing=kit.look.gap)
    for part in parts:
        frame.add_widget(part)
    page.add_widget(frame)
    if len(parts) > 1:  # what is touched stands within reach
        page.add_widget(Widget(size_hint_y=None, height=plan_of(kit.look).foot))
    return page


def _closed(kit: Kit, closed: Parts, hours: Hours, ask: Parts) -> Card:
    """Return a card: that it is closed, when it is open, and where to ask."""
    look, smaller = kit.look, _smaller_kind(kit, len(ask))
    size = round(look.text(Role.DISPLAY) * HOURS_SIZE)
    named = [parts for parts in (hours.name, hours.days) if parts]
    told = smaller if look.screen.is_portrait or len(ask) == 1 else Body
    when = (
        *(told(look, _beside_one_another(parts), PALETTE.slate, "center") for parts in named),
        *(Number(look, each, color=PALETTE.green, font_size=size) for each in hours.times),
    )
    why, whom = _set(kit, _kind(kit, len(closed)), closed), _set(kit, smaller, ask)
    if look.screen.is_portrait or not when:
        return _card(kit, "lock", (*why, *when, *whom), PALETTE.navy_tint)
    return _card_of_two(kit, "lock", when, (*why, *whom))


def _beside_one_another(parts: Parts) -> str:
    return " · ".join(isolate(text) for _, text in parts)


def _set(kit: Kit, kind: type[Text], parts: Parts) -> list[Text]:
    return [kind(kit.look, text, PALETTE.navy, "center", each) for each, text in parts]


def _told(
    kit: Kit, pictogram: str, sentences: tuple[Parts, ...], ground: Color = PALETTE.navy_tint
) -> Card:
    """Return a card: the pictogram large, the sentences directly beneath it."""
    lines = tuple(part for parts in sentences for part in parts)
    return _card(kit, pictogram, _set(kit, _kind(kit, len(lines)), lines), ground)


def _kind(kit: Kit, lines: int) -> type[Text]:
    if not kit.look.screen.is_portrait:
        return Heading if lines <= FEW_LINES else Title
    return Display if lines <= FEW_LINES else Heading


def _smaller_kind(kit: Kit, lines: int) -> type[Text]:
    if not kit.look.screen.is_portrait:
        return Title if lines <= FEW_LINES else Body
    return Heading if lines <= FEW_LINES else Title


def _card_of_two(
    kit: Kit, pictogram: str, under: tuple[Text, ...], beside: tuple[Text, ...]
) -> Card:
    """Return a card for a low screen: some texts under the pictogram, the others beside it."""
    look = kit.look
    card, row = Card(look, padding=2 * look.gap), Row(look, spacing=2 * look.gap)
    medallion = Medallion(look, pictogram, kit.line(Display, LOW_STAR_LINES))
    medallion.paint(PALETTE.navy, PALETTE.navy_tint)
    row.add_widget(Group(look, medallion, *under, between=look.gap // 2, size_hint_x=UNDER))
    row.add_widget(Group(look, None, *beside, between=look.gap))
    card.add_widget(row)
    return card


def _card(kit: Kit, pictogram: str, texts: Iterable[Text], ground: Color) -> Card:
    look, lines = kit.look, tuple(texts)
    card = Card(look, padding=2 * look.gap)
    medallion = Medallion(look, pictogram, kit.line(Display, STAR_LINES))
    medallion.paint(PALETTE.navy, ground)
    between = look.gap * (1 if len(lines) > MANY_LINES else 2)
    if look.screen.is_portrait or len(lines) <= FEW_LINES:
        card.add_widget(Group(look, medallion, *lines, between=between))
        return card
    medallion.size_hint = (BESIDE, 1)
    row = Row(look, spacing=2 * look.gap)
    row.add_widget(medallion)
    row.add_widget(Group(look, None, *lines, between=between // 2))
    card.add_widget(row)
    return card


Notice = CheckingIn | Taking | NotTaken | NothingOpen | OutOfReach | Emergency


def notice_screen(kit: Kit, page: Notice) -> Widget:
    """Return the screen of a short sentence."""
    match page:
        case CheckingIn():
            return checking_in_screen(kit, page)
        case Taking():
            return taking_screen(kit, page)
        case NotTaken():
            return not_taken_screen(kit, page)
        case NothingOpen():
            return nothing_open_screen(kit, page)
        case OutOfReach():
            return out_of_reach_screen(kit, page)
        case Emergency():
            return emergency_screen(kit, page)
        case _:
            assert_never(page)
