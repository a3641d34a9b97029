"""How a ticket stands, in a sentence: what its page on a telephone says, too."""

from datetime import tzinfo

from media.dates import clock_time
from media.texts import Texts, msgid
from media.words import Parts
from wire.messages import Language, TicketFound, TicketState

KEPT = msgid(
    "Your number was called, but nobody came. Your place is kept until {time}: please go to the "
    "reception desk."
)
MISSED = msgid(
    "Your number was called, but nobody came. Please take a new ticket, or ask at the reception "
    "desk."
)


def standing(texts: Texts, language: Language, found: TicketFound, zone: tzinfo) -> Parts:
    """Return how the ticket stands; `zone` is that of the hall's clock."""
    match found.state:
        case TicketState.WAITING if found.counter is not None:
            text = msgid("Get ready: you will soon be called to counter {counter}")
            return texts.parts(language, text, counter=found.counter)
        case TicketState.WAITING:
            return _ahead(texts, language, found.slip.ahead)
        case TicketState.CALLED:
            text = msgid("It is your turn: please go to counter {counter}")
            return texts.parts(language, text, counter=found.counter or "")
        case TicketState.NO_SHOW if found.kept_until is not None:
            until = clock_time(found.kept_until.astimezone(zone))
            return texts.parts(language, KEPT, time=until)
        case _:
            return texts.parts(language, _over(found.state))


def _ahead(texts: Texts, language: Language, ahead: int) -> Parts:
    if not ahead:
        return texts.parts(language, "Nobody is ahead of you")
    one, many = "{n} person ahead of you", "{n} people ahead of you"
    return texts.plural_parts(language, one, many, ahead)


def _over(state: TicketState) -> str:
    match state:
        case TicketState.SERVING:
            return msgid("You are being served")
        case TicketState.NO_SHOW:
            return MISSED
        case TicketState.PARKED:
            return msgid("Your place is kept. Please come back when you are ready.")
        case TicketState.CANCELLED:
            return msgid("This ticket was cancelled")
        case _:
            return msgid("Your request has been dealt with")
