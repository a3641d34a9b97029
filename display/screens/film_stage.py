"""A film with its captions, when nobody is called."""

from kivy.clock import Clock
from kivy.graphics.texture import Texture

from display.backstage import Backstage
from display.plan import STRIP_SHARE, Box, Geometry
from display.projector import FilmFrame, Projector
from display.scene import Film
from display.screens.afar import AfarText
from display.screens.frame import Frame
from display.subtitles import Cue, cues_of, said_at
from media.look.look import Look
from media.look.theme import PALETTE
from media.look.widgets import Column, Panel
from wire.messages import Language

PACE = 1 / 30
"""Seconds between two looks at the film."""

MOST_CAPTIONS = 2
"""Languages at once: more would leave no room for the film."""

CAPTION_SHARE = 0.8
"""A caption's font size, in that of what must be read."""

CAPTION_LINES = 2.9
"""The height of a caption, in its font size: two lines of it."""

BACK = 1.0
"""Seconds by which a film is set back when it begins again, at least."""

Said = tuple[Language, tuple[Cue, ...]]


class FilmStage(Panel):
    """The film, whole, on a dark ground; below it, in words, what is said in it."""

    def __init__(self, look: Look, geometry: Geometry, backstage: Backstage) -> None:
        super().__init__(look, look.palette.navy_deep, None, padding=0, spacing=0)
        self._geometry, self._backstage = geometry, backstage
        self._film: Film | None = None
        self._place: tuple[str, Box] | None = None
        self._projector: Projector | None = None
        self._captions: list[tuple[AfarText, tuple[Cue, ...]]] = []
        self._beat = Clock.schedule_interval(self._go_on, PACE)
        self.frame = Frame()

    @property
    def captions(self) -> tuple[str, ...]:
        """What stands below it now, one text for each language."""
        return tuple(text.text for text, _ in self._captions)

    def show(self, film: Film, box: Box) -> None:
        """Show it in a box of this size; where it is suspended, its frame stands still."""
        is_another = self._film is None or self._film.asset != film.asset
        self._film = film
        if is_another:
            self.frame.hang(None)
        if self._place != (film.asset, box) or self._is_set_back:
            self._place = (film.asset, box)
            self._begin(film, box)

    def rest(self) -> None:
        """Nothing of a film is to be seen or to come back: let go of it."""
        self._film = self._place = None
        self._end()
        self.frame.hang(None)

    def hold(self, film: Film) -> None:
        """Keep the frame of a film that is covered."""
        if self._film is not None and self._film.asset == film.asset:
            self._film = film

    def close(self) -> None:
        """End for good."""
        self._beat.cancel()
        self.rest()

    @property
    def _is_set_back(self) -> bool:
        """Whether it begins again: what is decoded ahead is of another place."""
        return self._projector is not None and self._position < self._projector.wanted - BACK

    @property
    def _position(self) -> float:
        film = self._film
        assert film is not None
        if film.since is None:
            return film.position
        return film.position + max(0.0, self._backstage.moment() - film.since)

    def _begin(self, film: Film, box: Box) -> None:
        self._end()
        self.clear_widgets()
        size = max(
            self._geometry.afar, round(self._geometry.reading(box, STRIP_SHARE) * CAPTION_SHARE)
        )
        said = self._said(film)
        unit = self._geometry.unit
        below = len(said) * size * CAPTION_LINES + (unit if said else 0)
        if self.frame.parent is not None:
            self.frame.parent.remove_widget(self.frame)
        self.add_widget(self.frame)
        self._captions = [(self._caption(language, size), cues) for language, cues in said]
        column = Column(self.look, size_hint_y=None, height=below, spacing=0)
        column.padding = (unit, unit / 2)
        for text, _ in self._captions:
            column.add_widget(text)
        self.add_widget(column)
        room = int(box.width), int(box.height - below)
        self._projector = Projector(self._backstage.file(film.asset), room, self._position)

    def _said(self, film: Film) -> list[Said]:
        """Read its captions. One that cannot be read is left away: the film is not."""
        found: list[Said] = []
        for each in film.captions[:MOST_CAPTIONS]:
            try:
                text = self._backstage.file(each.asset).read_text("utf-8-sig")
            except (OSError, UnicodeDecodeError):
                continue
            found.append((each.language, cues_of(text)))
        return found

    def _caption(self, language: Language, size: int) -> AfarText:
        look = self.look.within(language)
        return AfarText(
            look, self._geometry, "", color=PALETTE.plaster, font_size=size, align="center"
        )

    def _go_on(self, _seconds: float) -> None:
        film, projector = self._film, self._projector
        if film is None or projector is None:
            return
        if projector.is_broken:
            self.rest()
            self._backstage.failed(film.item)
            return
        position = self._position
        frame = projector.frame_at(position)
        if frame is not None:
            self._project(frame)
        for text, cues in self._captions:
            text.text = said_at(cues, position)

    def _project(self, frame: FilmFrame) -> None:
        texture = self.frame.texture
        if texture is None or tuple(texture.size) != frame.size:
            texture = Texture.create(size=frame.size, colorfmt="rgb")
            texture.flip_vertical()  # Kivy counts rows from the bottom
        texture.blit_buffer(frame.pixels, colorfmt="rgb", bufferfmt="ubyte")
        self.frame.hang(texture)
        self.frame.canvas.ask_update()

    def _end(self) -> None:
        if self._projector is not None:
            self._projector.close()
        self._projector = None
