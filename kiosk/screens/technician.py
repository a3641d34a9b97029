"""The technician's pages: a code, the tools, what each of them tells, the stars to touch."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, assert_never

from kivy.input import MotionEvent
from kivy.uix.floatlayout import FloatLayout
from kivy.uix.widget import Widget

from kiosk.screens.attract import LANGUAGE_NAMES
from kiosk.screens.frame import footer, framed
from kiosk.screens.further import between_ways
from kiosk.screens.kit import Kit
from kiosk.screens.stack import Stack
from kiosk.screens.target import Target, action
from kiosk.technician_page import (
    Row,
    TechnicianCode,
    TechnicianFacts,
    TechnicianMenu,
    TechnicianPage,
    TechnicianTarget,
    Tool,
)
from media.isolation import isolate
from media.look.screen import Role
from media.look.theme import PALETTE
from media.look.widgets import (
    Body,
    Caption,
    Column,
    Grid,
    Kind,
    Page,
    Panel,
    Pictogram,
    Title,
)
from media.look.widgets import Row as LookRow
from media.texts import msgid
from media.words import on_one_line

TITLES: Mapping[Tool, str] = MappingProxyType(
    {
        Tool.PRINT: msgid("Test print"),
        Tool.SOUND: msgid("Test the sound"),
        Tool.TOUCH: msgid("Calibrate the touch"),
        Tool.NETWORK: msgid("Network"),
        Tool.PRINTER: msgid("Printer"),
        Tool.LOG: msgid("Log"),
        Tool.VERSIONS: msgid("Versions"),
        Tool.RESTART: msgid("Restart the program"),
    }
)
PICTOGRAMS: Mapping[Tool, str] = MappingProxyType(
    {
        Tool.PRINT: "ticket",
        Tool.SOUND: "speaker",
        Tool.TOUCH: "touch",
        Tool.NETWORK: "globe",
        Tool.PRINTER: "printer",
        Tool.LOG: "documents",
        Tool.VERSIONS: "info",
        Tool.RESTART: "repeat",
    }
)
DO = msgid("Do it")
KEYS = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "delete", "0", "enter")
KEY_PICTOGRAMS: Mapping[str, str] = MappingProxyType({"delete": "back", "enter": "check"})
STAR_MM = 12.0
LOW_ROWS = 5
"""A low screen has room for so many lines: the last ones."""


def technician_screen(kit: Kit, page: TechnicianPage) -> Widget:
    """Return the page's screen."""
    match page:
        case TechnicianCode():
            return _code(kit, page)
        case TechnicianMenu():
            return _menu(kit)
        case TechnicianFacts():
            return _facts(kit, page)
        case TechnicianTarget():
            return StarScreen(kit, page)
        case _:
            assert_never(page)


class CodeKeys(Column):
    """What is typed, as dots, what is wrong with it, and the keys."""

    def __init__(self, kit: Kit, page: TechnicianCode) -> None:
        super().__init__(kit.look, spacing=kit.look.gap)
        self._kit = kit
        self._dots = Title(kit.look, align="center", lines=1, color=PALETTE.navy)
        self._told = Body(kit.look, align="center", color=PALETTE.terracotta_deep)
        words = Column(kit.look)
        for text in (self._dots, self._told):
            words.add_widget(text)
        keys = Widget() if page.locked_minutes else _keys(kit)
        if kit.look.screen.is_portrait:
            keys.size_hint_y = 4
            self.add_widget(words)
            self.add_widget(keys)
        else:
            row = LookRow(kit.look)
            words.size_hint_x = 0.5
            row.add_widget(words)
            row.add_widget(keys)
            self.add_widget(row)
        self._tell(page)

    def change(self, before: object, page: object) -> bool:
        """Show the dots of what is typed now."""
        match before, page:
            case TechnicianCode(language, _, _, was), TechnicianCode(language=same) if (
                language == same and bool(was) == bool(page.locked_minutes)
            ):
                self._tell(page)
                return True
            case _:
                return False

    def _tell(self, page: TechnicianCode) -> None:
        self._dots.text = "●" * page.typed
        minutes = page.locked_minutes
        told = self._kit.parts("This is not the code.") if page.is_wrong else ()
        if minutes:
            told = self._kit.parts(
                "Too many wrong codes. Come back in {minutes} min.", minutes=minutes
            )
        self._told.text = on_one_line(told) if told else ""


def _code(kit: Kit, page: TechnicianCode) -> Page:
    keys, ways = CodeKeys(kit, page), footer(kit, first=Widget())
    return framed(kit, kit.parts("The technician’s code"), keys, ways)


def _keys(kit: Kit) -> Grid:
    look = kit.look.within("fr")
    grid = Grid(look, cols=3 if look.screen.is_portrait else 4, spacing=look.screen.apart)
    for key in KEYS:
        target = key if key in KEY_PICTOGRAMS else f"digit:{key}"
        title = "" if key in KEY_PICTOGRAMS else key
        picture = KEY_PICTOGRAMS.get(key)
        role, star = Role.HEADING, look.screen.touch
        kind = Kind.PRIMARY if key == "enter" else Kind.PLAIN
        grid.add_widget(
            Target(
                kit,
                target,
                title,
                pictogram=picture,
                flow="column",
                role=role,
                star=star,
                kind=kind,
            )
        )
    return grid


def _menu(kit: Kit) -> Page:
    grid = Grid(kit.look, cols=2 if kit.look.screen.is_portrait else 4)
    for tool in Tool:
        parts = kit.parts(TITLES[tool])
        line = parts[1][1] if len(parts) > 1 else ""
        picture = PICTOGRAMS[tool] if kit.look.screen.is_portrait else None
        properties: dict[str, Any] = {"line": line, "pictogram": picture, "role": Role.BODY}
        properties["padding"] = kit.look.gap // 2
        star = round(kit.look.screen.touch * 1.6)
        grid.add_widget(
            Target(kit, f"tool:{tool}", parts[0][1], flow="column", star=star, **properties)
        )
    language = Target(
        kit,
        "language",
        kit.say(LANGUAGE_NAMES[kit.look.language]),
        pictogram="language",
        role=Role.BODY,
    )
    return framed(kit, kit.parts("Technician"), grid, footer(kit, first=language))


class FactRows(Panel):
    """What a tool tells, a line each; it changes while it is read."""

    def __init__(self, kit: Kit, page: TechnicianFacts) -> None:
        super().__init__(kit.look, padding=2 * kit.look.gap)
        self._kit = kit
        self._tell(page)

    def change(self, before: object, page: object) -> bool:
        """Show what is known now."""
        match before, page:
            case TechnicianFacts(language, tool, _, may_do), TechnicianFacts() if (
                language,
                tool,
                may_do,
            ) == (page.language, page.tool, page.may_do):
                self._tell(page)
                return True
            case _:
                return False

    def _tell(self, page: TechnicianFacts) -> None:
        self.clear_widgets()
        rows = page.rows if self._kit.look.screen.is_portrait else page.rows[-LOW_ROWS:]
        self.add_widget(Stack(self._kit.look, *(_row(self._kit, row) for row in rows)))


def _row(kit: Kit, row: Row) -> Widget:
    value = on_one_line(kit.parts(row.value)) if row.is_text else isolate(row.value)
    if not row.label:
        kind = Body if row.is_text else Caption
        return kind(kit.look, value, language="own" if row.is_text else "en")
    label = on_one_line(kit.parts(row.label))
    kind = Title if kit.look.screen.is_portrait else Body
    return kind(kit.look, f"{label}: {value}", PALETTE.navy, language="own")


def _facts(kit: Kit, page: TechnicianFacts) -> Page:
    body = Column(kit.look, spacing=kit.look.gap)
    body.add_widget(FactRows(kit, page))
    is_tall, middle = kit.look.screen.is_portrait, None
    if page.may_do and is_tall:
        body.add_widget(action(kit, "do", DO, "play"))
    elif page.may_do:
        middle = between_ways(kit, "do", DO, "play", Kind.PRIMARY)
    return framed(kit, kit.parts(TITLES[page.tool]), body, footer(kit, middle=middle))


class StarScreen(Page):
    """A star to be touched; every touch but that of the way out tells where it was felt."""

    def __init__(self, kit: Kit, page: TechnicianTarget) -> None:
        super().__init__(kit.look)
        self._kit = kit
        side = kit.look.px(STAR_MM)
        field = FloatLayout()
        x, y = page.place
        star = Pictogram(kit.look, "star", side, PALETTE.green, size_hint=(None, None))
        star.size, star.pos_hint = (side, side), {"center_x": x, "center_y": y}
        told = Title(
            kit.look, on_one_line(kit.parts("Touch the middle of the star")), align="center"
        )
        told.size_hint, told.pos_hint = (0.8, 0.08), {"center_x": 0.5, "center_y": 0.66}
        self._out = Target(
            kit, "home", on_one_line(kit.parts("Home")), role=Role.BODY, flow="column"
        )
        touch = kit.look.screen.touch
        self._out.size_hint, self._out.size = (None, None), (touch * 6, round(touch * 1.3))
        self._out.pos_hint = {"center_x": 0.5, "center_y": 0.3}
        for part in (star, told, self._out):
            field.add_widget(part)
        self.add_widget(field)

    def on_touch_down(self, touch: MotionEvent) -> bool:
        """Tell where the glass felt a finger, in shares of the screen."""
        if not super().on_touch_down(touch):
            self._kit.touch(f"felt:{touch.x / self.width}:{touch.y / self.height}")
        return True
