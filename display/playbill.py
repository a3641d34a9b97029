"""What a published revision plays on one screen: which shows are due, and their pages."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from display.arbiter.claims import Show
from display.arbiter.programme import Playing
from display.item_pages import ItemPages
from display.page import Leaf
from display.pages import Leaves, PageMaker
from media.pack import Pack
from media.playlist.content import (
    Commitments,
    Content,
    CouncilSession,
    Document,
    News,
    Picture,
    ProcedureOfTheDay,
    QueueState,
    TextNotice,
    Video,
    Vigilance,
)
from media.playlist.model import Item, Revision, Spot
from media.playlist.schedule import ClockTrust, Due, schedule
from media.texts import Texts

Draws = Callable[[Content], bool]
"""Whether a screen can draw it."""


@dataclass(frozen=True, slots=True)
class Published:
    """A revision, and the screen on which it plays."""

    revision: Revision
    spot: Spot


class Playbill:
    """Tells what is due as the hall's time goes on. What a screen cannot draw is left out."""

    def __init__(self, published: Published, pack: Pack, maker: PageMaker, draws: Draws) -> None:
        self._published, self._maker, self._draws = published, maker, draws
        self._texts = Texts()
        self.made: dict[Item, Leaves] = {}
        """What is laid out of the items that were due."""

        self.renew(pack)
        self._films = {each.sha256: each.seconds for each in published.revision.assets}
        self._seen: tuple[datetime | None, ClockTrust] = (None, ClockTrust.NONE)
        self._pages: dict[str, Leaves] = {}

    def take_over(self, before: "Playbill") -> None:
        """Keep the pages of items that were there before: to lay words out takes time."""
        if before.pack is self.pack:
            there = set(self._published.revision.items)
            self.made = {item: made for item, made in before.made.items() if item in there}

    def renew(self, pack: Pack) -> None:
        """Go on with this content of the commune's."""
        self.pack = pack
        self._items = ItemPages(self._maker, self._texts, pack)
        self._due: Due | None = None
        self.made.clear()

    def due(self, now: datetime | None, trust: ClockTrust) -> tuple[Show, ...] | None:
        """Return what may play now, on the hall's clocks; nothing when that has not changed."""
        if self._due is not None and not self._may_have_changed(self._due, now, trust):
            return None
        self._seen = now, trust
        self._due = schedule(self._published.revision, self._published.spot, now, trust)
        self.made |= {i: self.laid_out(i) for i in self._due.items if i not in self.made}
        self._pages = {item.id: self.made[item] for item in self._due.items}
        return tuple(show for item in self._due.items for show in self._shows(item))

    def page(self, playing: Playing) -> Leaf | None:
        """Return the page that is shown; nothing for a film."""
        pages = self._pages.get(playing.show.item.id)
        return pages[playing.page] if pages else None

    def _may_have_changed(self, due: Due, now: datetime | None, trust: ClockTrust) -> bool:
        before, trusted = self._seen
        if now is None or before is None or trust != trusted:
            return (now, trust) != self._seen
        is_set_back = now < before
        return is_set_back or (due.until is not None and now >= due.until)

    def _shows(self, item: Item) -> tuple[Show, ...]:
        """Return the show of an item, or nothing where there is nothing to draw."""
        if not self._draws(item.content):
            return ()
        if isinstance(item.content, Video):
            return (Show(item, (self._films[item.content.asset],)),)
        pages = self._pages[item.id]
        lengths = tuple(item.seconds or page.seconds for page in pages)
        return (Show(item, lengths),) if lengths else ()

    def laid_out(self, item: Item) -> Leaves:
        """Return the pages of what editors wrote or handed in, or else of what the hall tells."""
        match item.content:
            case TextNotice(title=title, text=text):
                since = item.validity.since
                return self._maker.of_notice(item.id, title, text, since.date() if since else None)
            case Commitments(keys=keys):
                chosen = (each for each in self.pack.charter if not keys or each.key in keys)
                return tuple(page for each in chosen for page in self._maker.of_commitment(each))
            case Picture() as picture:
                return self._maker.of_picture(item.id, picture)
            case Document() as document:
                return self._maker.of_document(item.id, document)
            case _:
                return self._told(item)

    def _told(self, item: Item) -> Leaves:
        """Return the pages of what has words of the program's own; none of a film."""
        match item.content:
            case Vigilance() as warning:
                return self._items.of_vigilance(item.id, warning, item.validity)
            case News() as news:
                return self._items.of_news(item.id, news, item.validity.since)
            case CouncilSession() as session:
                return self._items.of_session(item.id, session)
            case ProcedureOfTheDay(procedure=key):
                return self._items.of_procedure(item.id, key)
            case QueueState() as queue:
                return self._items.of_queue(item.id, queue)
            case _:
                return ()
