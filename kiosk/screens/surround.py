"""All of the glass: the page where the visitor reaches it, and the bar of aids."""

from collections.abc import Callable, Mapping

from kivy.input import MotionEvent
from kivy.uix.floatlayout import FloatLayout

from kiosk.aids import Aid, Aids
from kiosk.areas import Area, Areas
from kiosk.page import Attract, Page
from kiosk.personal import is_nobodys
from kiosk.screens.aids_bar import AidsBar
from kiosk.screens.contrast import be_stark, coloured_canvas
from kiosk.screens.kit import Kit
from kiosk.screens.reading import reading_of
from kiosk.screens.stage import Stage
from kiosk.screens.target import place_of, targets
from kiosk.speech.reading import Control
from kiosk.technician_page import TechnicianPage
from kiosk.touch_map import Rectangle
from media.look.theme import PALETTE
from media.look.widgets import Page as Ground
from wire.messages import Language

PATIENCE = 60
"""Seconds after which an aid ends that was asked for where nobody's page stays."""


class Surround(FloatLayout):
    """The window's one widget. The aids end with the visitor who asked for them."""

    def __init__(
        self,
        stage: Stage,
        areas: Areas,
        kits: Mapping[bool, Kit],
        turn: Callable[[Aids], None],
    ) -> None:
        """`kits` by whether the page is low; `turn` is told so, to cut lists for its room."""
        self.canvas = coloured_canvas()
        super().__init__()
        self._stage, self._areas, self._kits, self._turn = stage, areas, kits, turn
        self.aids = Aids()
        self._was_visited, self._quiet = False, 0
        self._bar: AidsBar | None = None
        self.add_widget(Ground(kits[False].look, PALETTE.navy))
        self.add_widget(stage)
        stage.size_hint, stage.room = (None, None), self._room
        stage.draw_anew()

    def switch(self, aid: Aid) -> None:
        """Let an aid begin, or end; while the screen settles nothing, lest a double tap do both."""
        if not self._stage.is_settled:
            return
        self._quiet = 0
        self._be(self.aids.switched(aid))
        if isinstance(self._stage.page, Attract):
            self._stage.kit.touch("start")  # who needs an aid has come to use the kiosk

    def settled(self) -> None:
        """Take note that the stage has settled: once a visitor has gone, no aid stays."""
        if not self._is_nobody_there:
            self._was_visited = True
        elif self._was_visited:
            self._be(Aids())
            self._was_visited = False

    def second(self) -> None:
        """Let a second pass."""
        self._quiet += 1
        if self._is_nobody_there and self._quiet >= PATIENCE:
            self._be(Aids())

    @property
    def places(self) -> Mapping[str, Rectangle]:
        """Where the aids' buttons are, by their targets."""
        if self._bar is None:
            return {}
        return {target: place_of(widget) for target, widget in targets(self._bar).items()}

    def controls(self, language: Language) -> tuple[Control, ...]:
        """Return the aids' buttons by ear, in a language."""
        if self._bar is None:
            return ()
        return reading_of(self._bar_in(language), "", language).controls

    def on_touch_down(self, touch: MotionEvent) -> bool:
        """Let the bar and the page have a touch; one beside them says that somebody is there."""
        if super().on_touch_down(touch):
            return True
        if self._stage.question is not None:
            self._stage.kit.touch(self._stage.question.target)
        return True

    def _be(self, aids: Aids) -> None:
        before, self.aids = self.aids, aids
        if aids == before:
            return
        be_stark(self, is_stark=aids.contrast)
        self._turn(aids)
        self._stage.draw_anew()

    def _room(self, page: Page | TechnicianPage) -> Kit:
        """Place the stage for a page; a technician has all of the glass."""
        if isinstance(page, TechnicianPage):
            self._place(Area(0, 0, self._areas.screen.width_px, self._areas.screen.height_px))
            self._hide_bar()
            return self._kits[False]
        self._place(self._areas.page(is_low=self.aids.low))
        self._show_bar()
        return self._kits[self.aids.low]

    def _place(self, area: Area) -> None:
        self._stage.pos, self._stage.size = (area.left, area.bottom), (area.width, area.height)

    def _show_bar(self) -> None:
        self._hide_bar()
        self._bar = self._bar_in(self._stage.language)
        self.add_widget(self._bar)

    def _bar_in(self, language: Language | None) -> AidsBar:
        kit = self._kits[self.aids.low]
        told = kit.within(language) if language else kit
        return AidsBar(told, self._areas.bar, self._areas.aids, self.aids)

    def _hide_bar(self) -> None:
        if self._bar is not None:
            self.remove_widget(self._bar)
            self._bar = None

    @property
    def _is_nobody_there(self) -> bool:
        page = self._stage.page
        return page is None or is_nobodys(page)
