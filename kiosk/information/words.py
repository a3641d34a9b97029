"""What a leaflet says, in words: of offices, the council, the charter and the news."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kiosk.information_page import (
    CouncilTopic,
    NewsHead,
    NewsPiece,
    OfficeFact,
    OfficeLine,
    Own,
    Paragraph,
    Remark,
    Subject,
    Thing,
    Topic,
)
from media.dates import clock_time, full_date, long_date
from media.isolation import isolate
from media.pack import Commitment, Decision, Member, Office, Pack
from media.playlist.content import CouncilSession
from media.sheets import SheetWords
from media.sheets.joining import joined
from media.texts import Texts, msgid
from media.words import Parts
from wire.messages import Language

TOPICS: Mapping[Topic, tuple[str, str]] = MappingProxyType(
    {
        Topic.SEARCH: (msgid("Find a procedure"), "search"),
        Topic.EVENTS: (msgid("By life event"), "people"),
        Topic.DIRECTORY: (msgid("Offices: floor and room"), "pin"),
        Topic.NEWS: (msgid("News of the commune"), "news"),
        Topic.COUNCIL: (msgid("The council"), "town-hall"),
        Topic.CHARTER: (msgid("Our commitments"), "handshake"),
        Topic.COMPLAINTS: (msgid("Complaints and suggestions"), "complaint"),
    }
)
"""What the menu says of each topic, and its pictogram."""

COUNCIL: Mapping[CouncilTopic, tuple[str, str]] = MappingProxyType(
    {
        CouncilTopic.MEMBERS: (msgid("Members of the council"), "people"),
        CouncilTopic.SESSIONS: (msgid("Sessions of the council"), "calendar"),
        CouncilTopic.DECISIONS: (msgid("Decisions of the council"), "stamp"),
    }
)

CANCELLED = msgid("This session is cancelled")
ELSEWHERE = msgid("This office is not the commune’s")
NUMBER = msgid("Decision {number} of {day}")
SESSION = msgid("{day} at {time}")

FACTS: Mapping[OfficeFact, tuple[str, str]] = MappingProxyType(
    {
        OfficeFact.PLACE: (msgid("Where"), "pin"),
        OfficeFact.HOURS: (msgid("Opening hours"), "clock"),
        OfficeFact.PHONE: (msgid("Phone"), "phone"),
        OfficeFact.PROCEDURES: (msgid("Procedures"), "documents"),
    }
)
"""The facts that have a name."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of one thing: its name, and the lines below it. Either may be empty."""

    pictogram: str
    title: Parts = ()
    lines: tuple[Parts, ...] = ()


class InformationWords:
    """Tells what stands on leaflets."""

    def __init__(self, texts: Texts, pack: Pack) -> None:
        self._texts, self._pack = texts, pack
        self._sheets = SheetWords(texts, pack)

    def heading(self, language: Language, subject: Subject) -> Parts:
        """Return what a leaflet is about."""
        match subject:
            case Office():
                return subject.name.parts(language)
            case NewsPiece():
                return self._texts.parts(language, TOPICS[Topic.NEWS][0])
            case CouncilTopic():
                return self._texts.parts(language, COUNCIL[subject][0])
            case topic:
                return self._texts.parts(language, TOPICS[topic][0])

    def told(self, language: Language, thing: Thing) -> Told:
        """Return what is said of a thing."""
        match thing:
            case OfficeLine():
                return self._office(language, thing)
            case Member() | Decision() | CouncilSession():
                return self._council(language, thing)
            case Commitment():
                title, sentence = thing.title.parts(language), thing.sentence.parts(language)
                return Told(thing.pictogram, title, (sentence,))
            case NewsHead() | Paragraph() | Remark():
                return self._plain(language, thing)

    def _council(self, language: Language, thing: Member | Decision | CouncilSession) -> Told:
        match thing:
            case Member():
                return self._member(language, thing)
            case Decision():
                return self._decision(language, thing)
            case CouncilSession():
                return self._session(language, thing)

    def _plain(self, language: Language, thing: NewsHead | Paragraph | Remark) -> Told:
        match thing:
            case NewsHead(piece):
                return Told("news", piece.title.parts(language), (self._dated(language, piece),))
            case Paragraph(text):
                return Told("", (), (text.parts(language),))
            case Remark(remark, pictogram):
                return Told(pictogram, (), (self._texts.parts(language, remark),))

    def day(self, language: Language, piece: NewsPiece) -> Parts:
        """Return the day of a piece of news, in the language of its title."""
        return _in(piece.title.parts(language), lambda each: long_date(each, piece.day))

    def _dated(self, language: Language, piece: NewsPiece) -> Parts:
        day = self.day(language, piece)
        if not piece.source:
            return day
        return tuple((each, f"{isolate(text)} · {isolate(piece.source)}") for each, text in day)

    def _office(self, language: Language, line: OfficeLine) -> Told:
        office = line.office
        match line.fact:
            case OfficeFact.DOES:
                assert office.does is not None
                return Told("info", (), (office.does.parts(language),))
            case OfficeFact.ELSEWHERE:
                return Told("info", (), (self._texts.parts(language, ELSEWHERE),))
            case fact:
                name, pictogram = FACTS[fact]
                title = self._texts.parts(language, name)
                return Told(pictogram, title, (self._fact(language, line),))

    def _fact(self, language: Language, line: OfficeLine) -> Parts:
        office = line.office
        match line.fact:
            case OfficeFact.PLACE:
                assert office.place is not None
                return office.place.parts(language)
            case OfficeFact.HOURS:
                return self._sheets.hours(language, office)
            case OfficeFact.PHONE:
                return _in(office.name.parts(language), lambda _: isolate(office.phone))[:1]
            case _:
                procedures = self._pack.procedures_of(office.id)
                return joined(language, lambda each: [one.name.parts(each) for one in procedures])

    def _member(self, language: Language, member: Member) -> Told:
        commission = () if member.commission is None else (member.commission.parts(language),)
        title, role = member.name.parts(language), member.role.parts(language)
        return Told("person", title, (role, *commission))

    def _decision(self, language: Language, decision: Decision) -> Told:
        title = decision.title.parts(language)
        number = isolate(decision.number)
        when = tuple(
            (each, told.format(number=number, day=isolate(long_date(each, decision.taken))))
            for each, told in self._spoken(title, NUMBER)
        )
        text = () if decision.text is None else (decision.text.parts(language),)
        return Told("stamp", title, (when, *text))

    def _session(self, language: Language, session: CouncilSession) -> Told:
        title = Own(session.title, session.only_in).parts(language)
        when = tuple(
            (each, told.format(day=full_date(each, session.start.date()), time=_time(session)))
            for each, told in self._spoken(title, SESSION)
        )
        more = (session.place, session.agenda)
        told = [Own(each, session.only_in).parts(language) for each in more if each is not None]
        gone = [self._texts.parts(language, CANCELLED)] if session.is_cancelled else []
        pictogram = "cross" if session.is_cancelled else "calendar"
        return Told(pictogram, title, (*gone, when, *told))

    def _spoken(self, like: Parts, text: str) -> Parts:
        """Return a text in the very languages of another."""
        every = (self._texts.parts(each, text) for each, _ in like)
        return tuple(part for parts in every for part in parts[:1])


def _time(session: CouncilSession) -> str:
    return isolate(clock_time(session.start))


def _in(like: Parts, say: Callable[[Language], str]) -> Parts:
    return tuple((each, say(each)) for each, _ in like)
