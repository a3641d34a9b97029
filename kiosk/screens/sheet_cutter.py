"""Cuts sheets into leaves by measuring their texts: nothing scrolls, nothing is too small."""

from itertools import zip_longest

from kiosk.facts import facts_of
from kiosk.paging import packed
from kiosk.screens.enlarged import leave
from kiosk.screens.frame import heading_height
from kiosk.screens.kit import Kit
from kiosk.screens.plan import plan_of
from kiosk.screens.sheet import (
    Queue,
    column_width,
    documents_panel,
    facts_panel,
    height_above_take,
    take_height,
)
from kiosk.screens.stack import Stack
from kiosk.sheet_part import Fact, SheetPart
from media.pack import Piece, Procedure, Service
from wire.messages import Expected, Language

SQUEEZE = 1.06
"""Texts may take so much more room than there is: then they become a little smaller."""

CROWD = Queue(888, Expected(100, 150, 188))
"""A queue of which is told as much as of any."""

Documents = tuple[Piece, ...]
Facts = tuple[Fact, ...]


class SheetCutter:
    """A `CutSheet` for one screen. It remembers what it cut: texts are slow to measure."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._known: dict[tuple[Language, str, str, bool], tuple[SheetPart, ...]] = {}

    def __call__(
        self, language: Language, procedure: Procedure, service: Service | None, *, is_further: bool
    ) -> tuple[SheetPart, ...]:
        """Return what each leaf holds, every text in a legible size."""
        key = (language, procedure.id, "" if service is None else service.id, is_further)
        if key not in self._known:
            kit = self._kit.within(language)
            beside = height_above_take(kit, service, is_further=is_further)
            self._known[key] = _Measure(kit, procedure, service, beside).parts()
        return self._known[key]


class _Measure:
    """One sheet in one language. Heights and widths are in pixels."""

    def __init__(
        self, kit: Kit, procedure: Procedure, service: Service | None, above_take: float
    ) -> None:
        self._kit, self._service, self._above_take = kit, service, above_take
        self._procedure = procedure
        self._gap, self._is_tall = kit.look.gap, kit.look.screen.is_portrait
        self._width = column_width(kit)

    def parts(self) -> tuple[SheetPart, ...]:
        """Return one leaf where all fits, or as many as it takes."""
        documents, facts = self._procedure.documents, self._facts()
        room = self._room()
        without_turning = room + plan_of(self._kit.look).turning
        if self._is_fitting(documents, facts, without_turning):
            return (SheetPart(documents, facts),)
        if self._is_tall:
            return self._one_below_the_other(documents, facts, room)
        return self._side_by_side(documents, facts, room)

    def _facts(self) -> Facts:
        return facts_of(self._kit.pack, self._procedure, self._service)

    def _one_below_the_other(
        self, documents: Documents, facts: Facts, room: float
    ) -> tuple[SheetPart, ...]:
        items: tuple[Piece | Fact, ...] = (*documents, *facts)
        leaves = packed(items, lambda some: self._is_fitting(*_sorted(some), room))
        return tuple(SheetPart(*_sorted(leaf)) for leaf in leaves)

    def _side_by_side(
        self, documents: Documents, facts: Facts, room: float
    ) -> tuple[SheetPart, ...]:
        """Turn both columns; the one that is over first stays as it is.

        A fact too long for its column has the documents' one, after them.
        """
        left = packed(documents, lambda some: self._is_fitting(some, (), room))
        if not all(self._is_fitting((), (fact,), room) for fact in facts):
            told = packed(facts, lambda some: self._is_main_fitting(some, room))
            return (
                *(SheetPart(some, ()) for some in left),
                *(SheetPart((), some) for some in told),
            )
        right = packed(facts, lambda some: self._is_fitting((), some, room))
        return tuple(
            SheetPart(left[-1] if some is None else some, right[-1] if told is None else told)
            for some, told in zip_longest(left, right)
        )

    def _is_main_fitting(self, facts: Facts, room: float) -> bool:
        panel = facts_panel(self._kit, self._procedure, self._service, facts, None)
        leave(panel)
        return panel.needed_height(self._width) <= room * SQUEEZE

    def _is_fitting(self, documents: Documents, facts: Facts, room: float) -> bool:
        queue = None if self._service is None else CROWD
        above = documents_panel(self._kit, self._procedure, documents)
        below = facts_panel(self._kit, self._procedure, self._service, facts, queue)
        leave(above)
        leave(below)
        beside_take = room - take_height(self._kit) - self._gap - self._above_take
        if self._is_tall:
            both = Stack(self._kit.look, above, below, spacing=self._gap)
            return both.needed_height(self._width) <= beside_take * SQUEEZE
        return (
            above.needed_height(self._width) <= room * SQUEEZE
            and below.needed_height(self._width) <= beside_take * SQUEEZE
        )

    def _room(self) -> float:
        """Return the height between the heading and the row that turns the leaves."""
        plan = plan_of(self._kit.look)
        heading = heading_height(self._kit, self._kit.words(self._procedure.name))
        return plan.body + plan.heading - heading


def _sorted(items: tuple[Piece | Fact, ...]) -> tuple[Documents, Facts]:
    documents = tuple(item for item in items if isinstance(item, Piece))
    return documents, tuple(item for item in items if isinstance(item, Fact))
