"""What stands on a leaflet."""

from collections.abc import Iterator

from kiosk.information.known import Known
from kiosk.information_page import (
    CouncilTopic,
    NewsHead,
    NewsPiece,
    OfficeFact,
    OfficeLine,
    Paragraph,
    Remark,
    Subject,
    Thing,
    Topic,
)
from media.pack import Office, Pack
from media.texts import msgid

EXAMPLES = msgid("Demonstration: names and decisions are examples")
NO_SESSION = msgid("No session is announced")
NO_MORE = msgid("There is no more to read here: ask at the reception desk")


def things_on(subject: Subject, known: Known) -> tuple[Thing, ...]:
    """Return what is told of a subject, in the order of reading."""
    match subject:
        case Office():
            return tuple(OfficeLine(subject, each) for each in _facts(subject, known.pack))
        case NewsPiece():
            paragraphs = tuple(map(Paragraph, subject.paragraphs))
            return (NewsHead(subject), *(paragraphs or (Remark(NO_MORE),)))
        case Topic.CHARTER:
            return known.pack.charter
        case CouncilTopic.SESSIONS:
            return known.sessions or (Remark(NO_SESSION, "calendar"),)
        case CouncilTopic.MEMBERS:
            return (*_example(known.pack), *known.pack.council.members)
        case CouncilTopic.DECISIONS:
            return (*_example(known.pack), *known.pack.council.decisions)


def _example(pack: Pack) -> tuple[Remark, ...]:
    return (Remark(EXAMPLES, "warning"),) if pack.commune.is_demonstration else ()


def _facts(office: Office, pack: Pack) -> Iterator[OfficeFact]:
    there = {
        OfficeFact.DOES: office.does is not None,
        OfficeFact.PLACE: office.place is not None,
        OfficeFact.HOURS: office.is_in_hall or bool(office.hours),
        OfficeFact.PHONE: bool(office.phone),
        OfficeFact.ELSEWHERE: not office.is_communal,
        OfficeFact.PROCEDURES: bool(pack.procedures_of(office.id)),
    }
    return (fact for fact in OfficeFact if there[fact])
