"""What is the same on every screen: the commune above, the ways back below."""

from collections.abc import Mapping
from types import MappingProxyType

from kivy.uix.widget import Widget

from kiosk.leaf import Leaf
from kiosk.screens.kit import Kit
from kiosk.screens.plan import plan_of
from kiosk.screens.target import Target
from kiosk.speech.words import PAGE
from media.look.screen import Role
from media.look.theme import PALETTE
from media.look.widgets import (
    Bar,
    Body,
    Column,
    Heading,
    Kind,
    Page,
    Pictogram,
    Row,
    Text,
    Title,
    ZelligeBand,
    even_out,
)
from media.texts import msgid
from media.words import Parts, on_one_line
from wire.messages import Language

ARROWS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {"less": (msgid("Previous"), "previous"), "more": (msgid("Next"), "next")}
)
"""What is said of a button that turns a leaf, and its pictogram."""


def framed(
    kit: Kit, heading: Parts, body: Widget, footer: Widget, leaf: Leaf | None = None
) -> Page:
    """Return a whole screen around its own content; `leaf` where that is part of a list."""
    plan, heading = plan_of(kit.look), kit.told(heading)
    page = Page(kit.look)
    is_tall = kit.look.screen.is_portrait
    page.add_widget(header(kit) if is_tall else _heading_bar(kit, heading))
    page.add_widget(ZelligeBand(kit.look))
    page.add_widget(_inside(kit, heading if is_tall else None, body, leaf if is_tall else None))
    if leaf is not None and leaf.count > 1 and not is_tall:
        _turn_between(kit, footer, leaf)
    page.add_widget(footer)
    page.add_widget(Widget(size_hint_y=None, height=plan.foot))
    return page


def bare(kit: Kit, body: Widget, footer: Widget) -> Page:
    """Return a whole screen without a heading, for what needs all the room of a low one."""
    page, gap = Page(kit.look), kit.look.gap
    page.add_widget(ZelligeBand(kit.look))
    column = Column(kit.look, padding=(2 * gap, gap, 2 * gap, gap // 2), spacing=gap)
    column.add_widget(body)
    page.add_widget(column)
    page.add_widget(footer)
    page.add_widget(Widget(size_hint_y=None, height=plan_of(kit.look).foot))
    return page


def header(kit: Kit) -> Bar:
    """Return the commune's name in the visitor's language and in another, as on letters.

    One stands at the left and one at the right: Arabic at the right.
    """
    plan, look, name = plan_of(kit.look), kit.look, kit.pack.commune.name
    bar = Bar(look, size_hint_y=None, height=plan.header)
    bar.add_widget(_emblem(kit))
    own, text = kit.words(name)[0]
    other: Language = "fr" if own == "ar" else "ar"
    bar.add_widget(Title(look, text, PALETTE.plaster, language=own, lines=2))
    bar.add_widget(Body(look, name.text(other), PALETTE.sand, language=other, size_hint_x=0.7))
    bar.spoken = ()  # the same on every screen: it is said with the invitation
    return bar


def _heading_bar(kit: Kit, heading: Parts) -> Bar:
    """Return what a low screen has room for above: what it is about, each language at its side."""
    padding = (2 * kit.look.gap, 0)
    bar = Bar(kit.look, size_hint_y=None, height=plan_of(kit.look).header, padding=padding)
    bar.add_widget(_emblem(kit))
    for language, text in heading:
        kind = Heading if len(heading) == 1 else Title
        bar.add_widget(kind(kit.look, text, PALETTE.plaster, language=language, lines=2))
    return bar


def _emblem(kit: Kit) -> Pictogram:
    size = kit.line(Title, 1.3)
    return Pictogram(
        kit.look, "town-hall", size, PALETTE.gold, size_hint=(None, 1), width=round(size * 1.2)
    )


def _inside(kit: Kit, heading: Parts | None, body: Widget, leaf: Leaf | None) -> Column:
    gap = kit.look.gap
    column = Column(kit.look, padding=(2 * gap, gap, 2 * gap, gap // 2), spacing=gap)
    if heading is not None:
        line = kit.set(_heading_kind(heading), heading, color=PALETTE.navy, bold=True)
        line.size_hint_y, line.height = None, heading_height(kit, heading)
        column.add_widget(line)
    column.add_widget(body)
    if leaf is not None and leaf.count > 1:
        column.add_widget(leaves_row(kit, leaf))
    return column


def heading_height(kit: Kit, heading: Parts) -> int:
    """Return the height of the line, or the two, that say what an upright screen is about."""
    if not kit.look.screen.is_portrait:
        return 0
    return max(plan_of(kit.look).heading, kit.line(_heading_kind(heading), len(heading)))


def _heading_kind(heading: Parts) -> type[Text]:
    return Heading if len(heading) == 1 else Title


COUNT, LONG_COUNT = 2.2, 3.2
"""The width of «1 / 2» and of «12 / 12», in font sizes."""


def _turn_between(kit: Kit, ways: Widget, leaf: Leaf) -> None:
    """Put the arrows that turn the leaves behind the first of the ways of a low screen."""
    count = _count(kit, leaf)
    less = arrow(kit, "less", disabled=leaf.is_first)
    more = arrow(kit, "more", disabled=leaf.is_last)
    count.size_hint_x = None
    wide = COUNT if leaf.count < 10 else LONG_COUNT
    count.width = round(max(kit.look.screen.touch * 0.9, kit.look.text(Body.role) * wide))
    at = len(ways.children) - 1
    for part in (less, count, more):
        ways.add_widget(part, at)


def arrow(kit: Kit, target: str, *, disabled: bool) -> Target:
    """Return a button that says by its arrow alone where it leads, and by ear in words."""
    touch, (text, pictogram) = kit.look.screen.touch, ARROWS[target]
    arrow = Target(
        kit,
        target,
        "",
        pictogram=pictogram,
        flow="column",
        star=touch,
        padding=0,
        disabled=disabled,
        size_hint_x=None,
        width=round(touch * 1.1),
    )
    arrow.spoken = kit.parts(text)
    return arrow


def _count(kit: Kit, leaf: Leaf) -> Body:
    told = Body(kit.look, f"{leaf.number} / {leaf.count}", PALETTE.navy, "center", "en", lines=1)
    told.spoken = kit.parts(PAGE, number=leaf.number, count=leaf.count)
    return told


def leaves_row(kit: Kit, leaf: Leaf) -> Row:
    """Return the row that turns the leaves of a long list."""
    row = Row(kit.look, size_hint_y=None, height=plan_of(kit.look).leaves)
    previous, following = kit.alike("Previous", "Next")
    less = _turn(kit, "less", previous, "previous", disabled=leaf.is_first)
    more = _turn(kit, "more", following, "next", disabled=leaf.is_last, is_last=True)
    even_out((less.title, more.title))
    count = _count(kit, leaf)
    count.size_hint_x = 0.4
    row.add_widget(less)
    row.add_widget(count)
    row.add_widget(more)
    return row


def _turn(kit: Kit, target: str, parts: Parts, pictogram: str, **properties: bool) -> Target:
    """Return a button whose arrow points out of the row, where its leaf lies."""
    return Target(
        kit,
        target,
        on_one_line(parts),
        pictogram=pictogram,
        role=Role.BODY,
        star=kit.look.screen.touch,
        padding=kit.look.gap // 2,
        align="center",
        **properties,
    )


def footer(kit: Kit, first: Widget | None = None, middle: Widget | None = None) -> Row:
    """Return the row with back and home, and perhaps another button in its middle.

    `first` stands in place of back, and is wider.
    """
    look, plan = kit.look, plan_of(kit.look)
    row = Row(look, size_hint_y=None, height=plan.footer, padding=(2 * look.gap, look.gap))
    back, home = kit.alike("Back", "Home")
    if first is None:
        row.add_widget(_way(kit, "back", back))
        row.add_widget(middle or Widget(size_hint_x=0.5))
    else:
        first.size_hint = (1.5, 1)  # as wide as back and the space beside it
        row.add_widget(first)
    row.add_widget(_way(kit, "home", home))
    return row


def _way(kit: Kit, target: str, parts: Parts) -> Target:
    screen, gap = kit.look.screen, kit.look.gap
    is_narrow = screen.is_cramped and not screen.is_portrait
    return Target(
        kit,
        target,
        parts[0][1],
        line=parts[1][1] if len(parts) > 1 else "",
        pictogram=target,
        kind=Kind.NAVY,
        role=Role.BODY,
        star=round(screen.touch * 0.6) if is_narrow else None,
        padding=(gap // 2, 0) if screen.is_flat else (gap, gap // 2),
    )
