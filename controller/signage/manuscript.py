"""A notice as an editor writes it: what is left out is the template's habit."""

from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from typing import Annotated

from pydantic import Field

from controller.signage.habits import HABITS, Habit
from controller.signage.notice import Notice, Template, Where
from media.pack.kinds import Id, PictogramName
from media.playlist.content import (
    Captions,
    Content,
    CouncilSession,
    Document,
    Level,
    News,
    Picture,
    ProcedureOfTheDay,
    QueueState,
    TextNotice,
    Video,
    Vigilance,
)
from media.playlist.kinds import Day, ScreenName, Seconds, WallMoment, Weight
from media.playlist.model import Asset, Item, ItemId, Rank, Strength
from media.playlist.validity import Holidays, Validity, Window
from media.words import Confidence, Words
from wire.messages import Language

_DAY = timedelta(days=1)

FileName = Annotated[str, Field(min_length=1, max_length=400)]
"""Of a file beside the manuscript."""


@dataclass(frozen=True, slots=True)
class Files:
    """The files that belong to a manuscript, as intake made them."""

    pages: tuple[Asset, ...] = ()
    """One picture, or the pages of a paper."""

    film: Asset | None = None
    captions: tuple[tuple[Language, Asset], ...] = ()

    @property
    def all(self) -> tuple[Asset, ...]:
        """Every one of them, each once."""
        film = () if self.film is None else (self.film,)
        files = (*self.pages, *film, *(each for _, each in self.captions))
        return tuple({each.sha256: each for each in files}.values())


NO_FILES = Files()


@dataclass(frozen=True, slots=True)
class Manuscript:
    """What an editor writes: on a page, or as a file of TOML."""

    title: Words
    template: Template = Template.NOTICE
    id: ItemId | None = None
    """By which everybody speaks of it; unless told, made of its template and the day."""

    text: Words | None = None
    """Of a warning of the weather: what to do."""

    since: WallMoment | None = None
    """On the hall's clocks; unless told, now."""

    until: WallMoment | None = None
    """The end; unless told, as long after the start as such notices live."""

    windows: Annotated[tuple[Window, ...], Field(max_length=20)] = ()
    holidays: Holidays = Holidays.AS_EVER
    not_on: Annotated[tuple[Day, ...], Field(max_length=400)] = ()
    only_on: Annotated[tuple[Day, ...], Field(max_length=400)] = ()
    screens: Annotated[tuple[ScreenName, ...], Field(max_length=400)] = ()
    zones: Annotated[tuple[Id, ...], Field(max_length=100)] = ()
    rank: Rank | None = None
    strength: Strength | None = None
    weight: Weight = 1
    seconds: Seconds | None = None
    pictogram: PictogramName | None = None
    level: Level = Level.YELLOW
    """Of a warning of the weather."""

    start: WallMoment | None = None
    """Of a session: when it begins."""

    place: Words | None = None
    """Of a session."""

    is_cancelled: bool = False
    """Of a session: it was put off."""

    picture: FileName | None = None
    document: FileName | None = None
    """A PDF."""

    agenda: Words | None = None
    """Of a session: a point on each line."""

    source: Annotated[str, Field(max_length=120)] = ""
    """Of news: who wrote it. What has one is a piece of news, with its picture if it has any."""

    procedure: Id | None = None
    """A procedure of the pack: its documents, fee and time limit are told."""

    queue: bool = False
    """Whether it tells who waits, and how long."""

    services: Annotated[tuple[Id, ...], Field(max_length=40)] = ()
    """Of the queue: these alone."""

    shows_title: bool = False
    """Of a picture and a paper that do not say it themselves: the title stands below them."""

    film: FileName | None = None
    captions: Annotated[dict[Language, FileName], Field(default_factory=dict)] = field(
        default_factory=dict
    )
    is_silent: bool = False
    """Of a film: nothing is said in it, and it needs no captions."""

    def __post_init__(self) -> None:
        """Refuse what shows two things at once, and a session or a warning that lacks a part."""
        shown = (self.picture, self.document, self.film, self.procedure, self.queue)
        if sum(map(bool, shown)) > 1:
            raise ValueError("has one of picture, document, film, procedure and queue, or none")
        if self.source and any(shown[1:]):
            raise ValueError("news has a picture, or none (source)")
        if self.template is Template.SESSION and self.start is None:
            raise ValueError("a session has a start")
        if self.template is Template.WEATHER and self.text is None:
            raise ValueError("a warning of the weather says what to do (text)")


def notice_of(manuscript: Manuscript, wall: datetime, who: str, files: Files = NO_FILES) -> Notice:
    """Return the notice that the manuscript asks for when the hall's clocks show `wall`.

    Raises `ValueError` for what contradicts itself, such as an end before the start.
    """
    habit = HABITS[manuscript.template]
    item = Item(
        id=manuscript.id or f"{manuscript.template}-{wall:%Y%m%d-%H%M%S}",
        content=_content(manuscript, habit, files, who),
        seconds=manuscript.seconds,
        weight=manuscript.weight,
        rank=manuscript.rank or habit.rank,
        strength=manuscript.strength or habit.strength,
        validity=_validity(manuscript, wall.replace(second=0, microsecond=0), habit),
    )
    where = Where(manuscript.screens, manuscript.zones)
    return Notice(manuscript.template, item, where, files.all)


def _content(manuscript: Manuscript, habit: Habit, files: Files, who: str) -> Content:
    title = _vouched(manuscript.title, who)
    if manuscript.procedure is not None:
        return ProcedureOfTheDay(manuscript.procedure)
    if manuscript.queue:
        return QueueState(manuscript.services)
    if manuscript.source:
        return _news(manuscript, files, who)
    if files.film is not None:
        captions = tuple(Captions(language, each.sha256) for language, each in files.captions)
        return Video(files.film.sha256, title, captions, manuscript.is_silent)
    return _still(manuscript, files, title) or _words(manuscript, habit, title, who)


def _news(manuscript: Manuscript, files: Files, who: str) -> News:
    title = _vouched(manuscript.title, who)
    text = None if manuscript.text is None else _vouched(manuscript.text, who)
    picture = files.pages[0].sha256 if files.pages else None
    return News(title, manuscript.source, text, picture, title if picture else None)


def _still(manuscript: Manuscript, files: Files, title: Words) -> Content | None:
    below = title if manuscript.shows_title else None
    if manuscript.document and files.pages:
        return Document(tuple(each.sha256 for each in files.pages), title, below)
    if files.pages:
        return Picture(files.pages[0].sha256, title, below)
    return None


def _words(manuscript: Manuscript, habit: Habit, title: Words, who: str) -> Content:
    text = manuscript.text
    if manuscript.template is Template.WEATHER and text is not None:
        return Vigilance(manuscript.level, title, _vouched(text, who))
    if manuscript.template is Template.SESSION and manuscript.start is not None:
        place = None if manuscript.place is None else _vouched(manuscript.place, who)
        agenda = None if manuscript.agenda is None else _vouched(manuscript.agenda, who)
        cancelled = manuscript.is_cancelled
        return CouncilSession(title, manuscript.start, place, cancelled, agenda=agenda)
    told = None if text is None else _vouched(text, who)
    return TextNotice(title, told, manuscript.pictogram or habit.pictogram)


def _vouched(words: Words, who: str) -> Words:
    """Let Tamazight be shown that an editor of the commune wrote: they answer for it."""
    if not words.zgh or words.zgh_confidence is not Confidence.LOW:
        return words
    return replace(words, zgh_confidence=Confidence.MEDIUM, zgh_source=who)


def _validity(manuscript: Manuscript, wall: datetime, habit: Habit) -> Validity:
    since = manuscript.since or wall
    return Validity(
        since=since,
        until=manuscript.until or _end(manuscript, since, habit),
        windows=manuscript.windows,
        holidays=manuscript.holidays,
        not_on=manuscript.not_on,
        only_on=manuscript.only_on,
    )


def _end(manuscript: Manuscript, since: datetime, habit: Habit) -> datetime:
    """Return the end that nobody has said: a session is over on the evening of its day."""
    if manuscript.template is Template.SESSION and manuscript.start is not None:
        return datetime.combine(manuscript.start.date() + _DAY, time())
    return since + habit.life
