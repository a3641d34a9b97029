"""Draws scenes as words: where each part lies, how large its letters are, what they say."""

from dataclasses import replace

from display.livery import colors_of, logo_of, tile_share
from display.nameplate import has_room_for_logo, number_size
from display.page import Page, QueuePage, Still
from display.plan import HEADER_AIR, NAME_LINE, STRIP_SHARE, Box, Geometry, Parts
from display.scene import LargeCall, Scene
from display.web.drawing import (
    Alarm,
    Area,
    Called,
    Cover,
    Drawing,
    Greeting,
    Header,
    Lost,
    Picture,
    QueueRow,
    QueueTable,
    Stage,
    Text,
    Words,
)
from display.web.lettering import Lettering
from display.web.lists import Lists
from display.web.measuring import Measure
from display.web.notice_sizes import NoticeSizes
from display.wording import (
    LOST,
    TINTS,
    WELCOME,
    Said,
    header_names,
    kind_of,
    named,
    own,
    place_of,
    queue_numbers,
    way_pictogram,
)
from media.dates import clock_time
from media.look.css import worn_tokens
from media.look.emergency import ORDERS, SUSPENDED, in_all
from media.look.look import is_rtl
from media.look.pictograms import glyph
from media.look.screen import Role
from media.pack import Commune
from media.texts import Texts
from wire.messages import EmergencyKind, Language

NAME_SHARE = 0.26
"""The font size of the commune's name at most, in heights of the header."""

CAPTION_SHARE = 0.09
"""A call's captions, in its stage's shorter side: a quarter of the ticket's size or less."""

PLACE_SIZE = 0.7
"""The counter's floor or room, in the captions' size."""

WIDE = 2.0
"""From this many heights of width on, ticket and counter stand side by side."""

LOST_SIZE = 1.5
"""The warning's letters at most, in the size of the smallest text."""

SMALL = 0.55
"""What the columns of the queue are, in the services' size."""

ALARM_SHARE = 0.1
"""An alarm's letters at most, in the screen's shorter side."""


class Drafting:
    """Draws for one screen, as large as its browser says that it is."""

    def __init__(
        self, geometry: Geometry, measure: Measure, texts: Texts, languages: tuple[Language, ...]
    ) -> None:
        self._geometry, self._texts = geometry, texts
        self._lettering = Lettering(geometry, measure)
        self.lists = Lists(geometry, self._lettering, texts)
        self._language = languages[0]
        self.sizes = NoticeSizes(geometry, measure, texts)

    def drawn(self, scene: Scene, commune: Commune) -> Drawing:
        """Return the whole picture of a scene."""
        screen = self._geometry.screen
        empty = Drawing(
            width=screen.width_px,
            height=screen.height_px,
            unit=self._geometry.unit,
            smallest=self._geometry.afar,
            direction="rtl" if self._geometry.is_rtl else "ltr",
            alarm=self._alarm(scene.emergency) if scene.emergency else None,
            cover=None if scene.emergency else _cover(scene),
            colors=worn_tokens(colors_of(commune)),
        )
        is_whole = empty.alarm is not None or empty.cover is not None
        return empty if is_whole else self._hall(empty, scene, commune)

    @property
    def _is_portrait(self) -> bool:
        return self._geometry.screen.is_portrait

    def _hall(self, empty: Drawing, scene: Scene, commune: Commune) -> Drawing:
        parts = Parts(scene.large is not None, bool(scene.lines), scene.has_foot)
        plan = self._geometry.plan(parts)
        header, lists = self._lettering.area(plan.header), self.lists
        return replace(
            empty,
            header=None if scene.lost_in else self._header(header, scene, commune),
            lost=self._lost(header, scene.lost_in) if scene.lost_in else None,
            stage=self._stage(scene, plan.stage),
            lines=lists.lines(scene.lines, plan.lines) if plan.lines else None,
            ready=lists.ready(scene.ready, plan.ready) if plan.ready and scene.ready else None,
            missed=lists.missed(scene.missed, plan.ready) if plan.ready and scene.missed else None,
        )

    def _header(self, area: Area, scene: Scene, commune: Commune) -> Header:
        large = number_size(self._geometry)
        said = header_names(commune.name, scene.zone, is_portrait=self._is_portrait)
        names = tuple(map(self._lettering.texts, said))
        return Header(
            area=area,
            names=names,
            name_size=self._name_size(area.height, large),
            waiting="" if scene.waiting is None else str(scene.waiting),
            clock="" if scene.clock is None else clock_time(scene.clock),
            name_line=NAME_LINE,
            number_size=round(large),
            queue=glyph("people"),
            logo=self._logo(commune, names),
        )

    def _logo(self, commune: Commune, names: tuple[tuple[Text, ...], ...]) -> str:
        """Return its address, another one for each change of the file; empty without room."""
        file, afar = logo_of(commune), self._geometry.afar
        if file is None:
            return ""
        widest = max(sum(self._lettering.width(each, afar) + afar for each in row) for row in names)
        if not has_room_for_logo(self._geometry, widest, tile_share(file)):
            return ""
        return f"/logo?changed={file.stat().st_mtime_ns}"

    def _name_size(self, height: int, facts: float) -> int:
        """Return the font size of the commune's names, in as many rows as the header has."""
        rows, below = (3, facts) if self._is_portrait else (2, 0)
        free = height - 2 * HEADER_AIR * self._geometry.unit - below
        size = min(height * NAME_SHARE, free / rows / NAME_LINE)
        return max(self._geometry.afar, round(size))

    def _lost(self, area: Area, language: Language) -> Lost:
        said = self._lettering.text(Said(language, self._texts.text(language, LOST)))
        return Lost(area, said, round(self._geometry.afar * LOST_SIZE), glyph("offline"))

    def _stage(self, scene: Scene, box: Box) -> Stage:
        if scene.large:
            return self._called(scene.large, box)
        match scene.page:
            case Page() as page:
                return self._words(page, box)
            case Still() as still:
                return self._picture(still, box)
            case QueuePage() as queue:
                return self._queue(queue, box)
            case None:
                return self._greeting(box)

    def _greeting(self, box: Box) -> Greeting:
        columns = 1 if self._is_portrait else 2
        greetings = self._lettering.texts(own(self._texts, WELCOME))
        size = self._geometry.screen.text(Role.DISPLAY)
        return Greeting(self._lettering.area(box), greetings, size, columns)

    def _picture(self, still: Still, box: Box) -> Picture:
        said = Said(still.language or self._language, still.title)
        title = self._lettering.text(said) if still.title else None
        part = _part(still.part, still.parts)
        size = self._geometry.reading(box, STRIP_SHARE)
        return Picture(self._lettering.area(box), still.item, still.asset, title, part, size)

    def _queue(self, page: QueuePage, box: Box) -> QueueTable:
        size = self._geometry.reading(box, STRIP_SHARE)
        captions = (self._texts.text(page.language, each) for each in ("Waiting", "Wait (min)"))
        waiting_is, wait_is = (self._lettering.text(Said(page.language, each)) for each in captions)
        rows = (
            QueueRow(self._lettering.text(Said(page.language, each.name)), *queue_numbers(each))
            for each in page.lines
        )
        small = max(self._geometry.afar, round(size * SMALL))
        part = _part(page.part, page.parts)
        return QueueTable(
            self._lettering.area(box), waiting_is, wait_is, tuple(rows), part, size, small
        )

    def _called(self, call: LargeCall, box: Box) -> Called:
        is_wide = box.width >= WIDE * box.height
        place = self._lettering.texts(place_of(call.direction))
        share = CAPTION_SHARE * PLACE_SIZE
        place_size = max(self._geometry.afar, round(min(box.width, box.height) * share))
        wanted = sum(self._lettering.width(each, place_size) for each in place) + 2 * place_size
        return Called(
            area=self._lettering.area(box),
            ticket=call.ticket,
            counter=str(call.counter),
            ticket_is=self._lettering.texts(named(self._texts, "Ticket")),
            counter_is=self._lettering.texts(named(self._texts, "Counter")),
            arrow=glyph(way_pictogram(call.direction.way))
            if call.direction.way
            else self._lettering.arrow,
            has_way=call.direction.way is not None,
            place=place,
            place_size=place_size,
            is_place_in_lines=is_wide or wanted > box.width - 5 * self._geometry.unit,
            caption_size=max(
                self._geometry.afar, round(min(box.width, box.height) * CAPTION_SHARE)
            ),
            is_bright=call.is_bright,
            is_wide=is_wide,
        )

    def _words(self, page: Page, box: Box) -> Words:
        size = self.sizes.title(page, box)
        return Words(
            area=self._lettering.area(box),
            pictogram=glyph(page.pictogram, is_rtl=is_rtl(page.language)),
            head=self._lettering.text(Said(page.language, kind_of(self._texts, page))),
            title=self._lettering.text(Said(page.language, page.title)),
            body=self._lettering.text(Said(page.language, page.text)),
            part=_part(page.part, page.parts),
            title_size=size,
            body_size=self.sizes.body(size),
            head_size=self.sizes.head(page, size),
            ground=TINTS[page.level].ground.hex if page.level else "",
            ink=TINTS[page.level].ink.hex if page.level else "",
        )

    def _alarm(self, kind: EmergencyKind) -> Alarm:
        order, screen = ORDERS[kind], self._geometry.screen
        titles = {each.text: each for each in reversed(own(self._texts, order.title))}
        suspended = self._lettering.texts(named(self._texts, SUSPENDED))
        return Alarm(
            kind=kind.value,
            pictogram=glyph(kind.value),
            ground=order.ground.hex,
            title=tuple(reversed(self._lettering.texts(titles.values()))),
            orders=self._lettering.texts(Said(*each) for each in in_all(self._texts, order.text)),
            suspended=suspended,
            is_in_lines=self._is_in_lines(suspended),
            size=round(min(screen.width_px, screen.height_px) * ALARM_SHARE),
            foot_size=self._geometry.afar,
            is_portrait=self._is_portrait,
        )

    def _is_in_lines(self, texts: tuple[Text, ...]) -> bool:
        """Tell whether texts of the smallest size need a line each."""
        size = self._geometry.afar
        needed = sum(self._lettering.width(each, size) for each in texts) + 4 * size
        return needed > self._geometry.screen.width_px


def _cover(scene: Scene) -> Cover | None:
    if scene.identity:
        return Cover(scene.identity)
    return Cover("") if scene.is_dark else None


def _part(part: int, parts: int) -> str:
    return f"{part}/{parts}" if parts > 1 else ""
