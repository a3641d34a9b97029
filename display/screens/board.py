"""The whole hall screen: a `display.presenter.BoardView` in Kivy."""

from dataclasses import replace

from kivy.uix.widget import Widget

from display.backstage import Backstage, nowhere
from display.livery import colors_of
from display.page import Page as Words
from display.page import QueuePage, Still
from display.plan import Box, Geometry, Parts
from display.scene import Film, Scene
from display.screens.call_list import CallList
from display.screens.call_stage import CallStage
from display.screens.emergency import EmergencyScreen
from display.screens.film_stage import FilmStage
from display.screens.header import Header
from display.screens.identity import BLACK, IdentityScreen
from display.screens.missed_row import MissedRow
from display.screens.notice_stage import NoticeStage
from display.screens.offline_bar import OfflineBar
from display.screens.place import place
from display.screens.queue_stage import QueueStage
from display.screens.ready_row import ReadyRow
from display.screens.still_stage import StillStage
from display.screens.welcome import Welcome
from media.look.look import Look
from media.look.widgets import Page
from media.pack import Commune
from media.playlist.content import Content
from media.texts import Texts
from wire.messages import EmergencyKind


class BoardScreen(Widget):
    """Header or warning, stage, list and who gets ready, laid out anew for each scene."""

    def __init__(
        self, look: Look, commune: Commune, texts: Texts, backstage: Backstage | None = None
    ) -> None:
        """Without a `backstage` it shows words alone."""
        super().__init__(size=(look.screen.width_px, look.screen.height_px))
        self.geometry = Geometry(look.screen, look.is_rtl)
        self._look, self._texts, self._commune = look, texts, commune
        self._backstage = backstage or nowhere()
        self._scene: Scene | None = None
        self.scene_name = "welcome"
        """What stands on the stage, for the names of pictures."""

        self._furnish()

    def dress(self, commune: Commune) -> None:
        """Show the commune's names; in other colours everything is made anew."""
        was, self._commune = self._commune, commune
        if commune.theme == was.theme:
            self._rename(was)
            return
        self.close()
        self.clear_widgets()
        self._furnish()
        if self._scene is not None:
            self.show(self._scene)

    def _rename(self, was: Commune) -> None:
        if self._commune.name != was.name:
            self.header.name(self._commune.name)

    def _furnish(self) -> None:
        """Make every part, in the commune's colours."""
        look, texts = replace(self._look, palette=colors_of(self._commune)), self._texts
        self._ground = Page(look, pos=self.pos, size=self.size)
        self.header = Header(look, self.geometry, self._commune)
        self.call_stage = CallStage(look, self.geometry, texts)
        self.notice_stage = NoticeStage(look, self.geometry, texts)
        self.queue_stage = QueueStage(look, self.geometry, texts)
        self.film_stage = FilmStage(look, self.geometry, self._backstage)
        self.still_stage = StillStage(look, self.geometry, self._backstage)
        self.welcome = Welcome(look, self.geometry, texts)
        self.lines = CallList(look, self.geometry, texts)
        self.ready = ReadyRow(look, self.geometry, texts)
        self.missed = MissedRow(look, self.geometry, texts)
        self.warning = OfflineBar(look, self.geometry, texts)
        self.emergencies = {
            kind: EmergencyScreen(look, self.geometry, texts, kind) for kind in EmergencyKind
        }
        self.identity = IdentityScreen(look, self.geometry)
        self.darkness = Page(look, BLACK)
        self.add_widget(self._ground)

    def capacity(self, *, is_calling: bool, has_ready: bool) -> int:
        """Return how many lines fit the list, beside a large call and over those who get ready."""
        return self.geometry.capacity(is_calling=is_calling, has_ready=has_ready)

    def ready_capacity(self) -> int:
        """Return how many fit the row of those who get ready."""
        return self.ready.capacity

    def missed_capacity(self) -> int:
        """Return how many of those who were missed fit that row."""
        return self.missed.capacity

    def draws(self, content: Content) -> bool:
        """Whether it can draw this."""
        del content
        return True

    def close(self) -> None:
        """End what goes on behind the stage."""
        self.still_stage.close()
        self.film_stage.close()

    def show(self, scene: Scene) -> None:
        """Show this, in place of what was there."""
        self._scene, self.scene_name = scene, _name(scene)
        self._hold(scene.film)
        whole = self._whole(scene)
        if whole is not None:
            self._arrange({whole: self.geometry.whole})
            return
        is_calling = scene.large is not None
        plan = self.geometry.plan(Parts(is_calling, bool(scene.lines), scene.has_foot))
        # The warning takes the header's place: nothing below it moves or shrinks.
        top: Widget = self.header
        if scene.lost_in:
            self.warning.show(scene.lost_in)
            top = self.warning
        shown = {top: plan.header, self._stage(scene, plan.stage): plan.stage}
        self.header.show(scene.waiting, scene.clock, scene.zone)
        if plan.lines:
            self.lines.show(scene.lines, plan.lines)
            shown[self.lines] = plan.lines
        if plan.ready:
            shown[self._foot(scene)] = plan.ready
        self._arrange(shown)

    def _foot(self, scene: Scene) -> Widget:
        if scene.missed:
            self.missed.show(scene.missed)
            return self.missed
        self.ready.show(scene.ready)
        return self.ready

    def _whole(self, scene: Scene) -> Widget | None:
        """Return what has the whole screen, if anything has."""
        if scene.emergency:
            return self.emergencies[scene.emergency]
        if scene.identity:
            self.identity.show(scene.identity)
            return self.identity
        return self.darkness if scene.is_dark else None

    def _stage(self, scene: Scene, box: Box) -> Widget:
        if scene.large:
            self.call_stage.show(scene.large, box)
            return self.call_stage
        match scene.page:
            case Words() as page:
                self.notice_stage.show(page, box)
                return self.notice_stage
            case Still() as still:
                self.still_stage.show(still, box)
                return self.still_stage
            case QueuePage() as queue:
                self.queue_stage.show(queue, box)
                return self.queue_stage
            case None if scene.film:
                self.film_stage.show(scene.film, box)
                return self.film_stage
            case None:
                return self.welcome

    def _hold(self, film: Film | None) -> None:
        """Let go of a film that is over; one that is covered stands still on its frame."""
        if film is None:
            self.film_stage.rest()
        else:
            self.film_stage.hold(film)

    def _arrange(self, shown: dict[Widget, Box]) -> None:
        for part in self.children[:]:
            if part is not self._ground and part not in shown:
                self.remove_widget(part)
        for part, box in shown.items():
            place(part, box)
            if part.parent is None:
                self.add_widget(part)


def _name(scene: Scene) -> str:
    if scene.emergency:
        return f"emergency-{scene.emergency}"
    if scene.identity or scene.is_dark:
        return "identity" if scene.identity else "dark"
    stage = "welcome"
    if scene.large:
        stage = "call"
    elif scene.film and not scene.page:
        stage = "film"
    elif scene.page:
        stage = "-".join(filter(None, (scene.page.kind, scene.page.language)))
    return f"lost-{scene.lost_in}-{stage}" if scene.lost_in else stage
