"""Why an appointment's code gave no ticket, in a visitor's words."""

from collections.abc import Mapping

from kiosk.closed import Opening
from kiosk.closing_words import day_name
from kiosk.page import UNREACHED, Denial
from media.dates import clock_time
from media.texts import Texts, msgid
from media.texts.refusal import refusal_text
from media.words import Parts
from wire.messages import Language

AWAY = msgid("The kiosk cannot reach the hall. Please ask at the reception desk.")
ASK = msgid("Please ask at the reception desk")
CHOOSE = msgid("Please ask at the reception desk for another time, or take a ticket.")
CHECK = msgid("Please check the code, letter by letter.")
TODAY = msgid("You can check in today from {time} on.")
ON_A_DAY = msgid("You can check in on {day} from {time} on.")


def denial_sentences(texts: Texts, language: Language, denial: Denial) -> tuple[Parts, ...]:
    """Return why there is no ticket and, in a second sentence, what to do about it."""
    if denial.code == UNREACHED:
        return (texts.parts(language, AWAY),)
    why = texts.parts(language, refusal_text(denial.code), code=denial.code)
    if denial.opening is not None:
        return why, _from_when(texts, language, denial.opening)
    match denial.code:
        case "try_again":
            return (why,)
        case "unknown_appointment":
            return why, texts.parts(language, CHECK)
        case "appointment_stranded":
            return why, texts.parts(language, CHOOSE)
        case _:
            return why, texts.parts(language, ASK)


def _from_when(texts: Texts, language: Language, opening: Opening) -> Parts:
    time = clock_time(opening.at)
    if opening.is_today:
        return texts.parts(language, TODAY, time=time)
    spoken = [each for each, _ in texts.parts(language, ON_A_DAY)]
    return tuple(
        part
        for each in spoken
        for part in texts.parts(each, ON_A_DAY, **_moment(each, opening, time))
    )


def _moment(language: Language, opening: Opening, time: str) -> Mapping[str, str]:
    return {"day": day_name(language, opening), "time": time}
