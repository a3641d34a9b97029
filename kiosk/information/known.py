"""What an information screen can tell now: the pack, and what the controller published."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from kiosk.information_page import CouncilTopic, NewsPiece, Own, Topic
from media.pack import Notice, Pack
from media.playlist.content import CouncilSession, News, TextNotice
from media.playlist.model import Item, Revision
from media.playlist.validity import Validity
from media.words import Words

NOTHING_PUBLISHED: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """All that is known, at a moment of the hall's clocks."""

    pack: Pack
    revision: Revision | None = None
    """What the controller published, as far as words can tell it."""

    moment: datetime | None = None
    """On the hall's clocks; nothing while nobody told the time: then nothing dated is told."""

    @property
    def news(self) -> tuple[NewsPiece, ...]:
        """What is published and what the pack tells today, the latest first."""
        if self.moment is None:
            return ()
        pieces = (*self._published(), *map(_of_pack, self.pack.notices_on(self.moment.date())))
        return tuple(sorted(pieces, key=lambda each: each.day, reverse=True))

    @property
    def sessions(self) -> tuple[CouncilSession, ...]:
        """The council's sessions that are announced, the next one first."""
        told = (each.content for each in self._due())
        sessions = (each for each in told if isinstance(each, CouncilSession))
        return tuple(sorted(sessions, key=lambda each: each.start))

    @property
    def council_topics(self) -> tuple[CouncilTopic, ...]:
        """What there is to tell of the council."""
        council = self.pack.council
        there = {
            CouncilTopic.MEMBERS: bool(council.members),
            CouncilTopic.DECISIONS: bool(council.decisions),
        }
        topics = tuple(each for each in CouncilTopic if there.get(each, True))
        return topics if any(there.values()) or self.sessions else ()

    @property
    def topics(self) -> tuple[Topic, ...]:
        """What there is to look up."""
        there = {
            Topic.COUNCIL: bool(self.council_topics),
            Topic.CHARTER: bool(self.pack.charter),
            Topic.EVENTS: bool(self.pack.life_events),
            Topic.COMPLAINTS: bool(self.pack.complaints.subjects),
        }
        return tuple(each for each in Topic if there.get(each, True))

    def _due(self) -> Iterator[Item]:
        if self.revision is None or self.moment is None:
            return
        holidays = frozenset(self.revision.holidays)
        for item in self.revision.items:
            if is_due(item.validity, self.moment, holidays):
                yield item

    def _published(self) -> Iterator[NewsPiece]:
        for item in self._due():
            since = item.validity.since
            day = (since or self.revision_day).date()
            match item.content:
                case News(title=title, text=text, source=source, only_in=only_in):
                    paragraphs = paragraphs_of(text, only_in)
                    yield NewsPiece(item.id, Own(title, only_in), day, source, paragraphs)
                case TextNotice(title=title, text=text):
                    yield NewsPiece(item.id, Own(title), day, "", paragraphs_of(text))

    @property
    def revision_day(self) -> datetime:
        """When it was published, on the hall's clocks."""
        assert self.revision is not None
        return self.revision.published_at.astimezone(self.pack.hall.zone)


def is_due(validity: Validity, moment: datetime, holidays: frozenset[date]) -> bool:
    """Whether something holds at a moment of the hall's clocks, given with their zone."""
    wall, zone = moment.replace(tzinfo=None), moment.tzinfo
    return _has_begun(validity, moment, zone) and validity.holds_at(wall, holidays)


def _has_begun(validity: Validity, moment: datetime, zone: tzinfo | None) -> bool:
    """Whether a moment lies between start and end."""
    if validity.since is None or validity.until is None:
        return True
    since, until = (each.replace(tzinfo=zone) for each in (validity.since, validity.until))
    return since <= moment < until


def paragraphs_of(text: Words | None, only_in: str | None = None) -> tuple[Own, ...]:
    """Return the paragraphs of a text; all of it as one where its languages have not as many."""
    if text is None:
        return ()
    every = [part.split("\n") for part in (text.ar, text.fr, text.en or text.fr)]
    every = [[each.strip() for each in part if each.strip()] for part in every]
    own = only_in or None
    if len({len(part) for part in every}) > 1:
        return (Own(text, own),)  # type: ignore[arg-type]  # a language
    words = (Words(*part) for part in zip(*every, strict=True))
    return tuple(Own(each, own) for each in words)  # type: ignore[arg-type]  # a language


def _of_pack(notice: Notice) -> NewsPiece:
    title = Own(notice.title)
    return NewsPiece(notice.id, title, notice.since, notice.source, paragraphs_of(notice.text))
