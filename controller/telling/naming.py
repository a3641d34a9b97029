"""What the values of sentences are called: services, people, reasons, whoever did something."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

from controller.doer import Doer, Role
from controller.hall.events import CLOSING
from controller.story import Value, Values
from controller.telling.names import Names
from media.dates import clock_time
from media.texts import msgid
from media.texts.classes import CLASSES
from media.texts.outcomes import OUTCOMES
from media.texts.proposed import proposed
from media.texts.reasons import PLACES, PROPOSED
from media.texts.satisfaction import ABOUT, FACES
from media.words import Parts, on_one_line
from wire.messages import Language

DOERS: Mapping[Role, str] = MappingProxyType(
    {
        "agent": msgid("{agent} at counter {counter}"),
        "supervisor": msgid("{agent}, a supervisor"),
        "kiosk": msgid("The kiosk “{name}”"),
        "rater": msgid("The device “{name}”, for a visitor"),
        "visitor": msgid("The visitor"),
        "rule": msgid("The rule “{name}”"),
        "clock": msgid("The time that was set"),
        "closing": msgid("The end of the day"),
    }
)

AGENT_AWAY = msgid("{agent}, an agent")


@dataclass(frozen=True, slots=True)
class Naming:
    """Fills sentences in the reader's language.

    Where two languages stand for a missing one, each gets its values in its own.
    """

    names: Names
    zone: ZoneInfo
    people: Mapping[str, str]
    """How those are called who sign in, by the names to sign in."""

    def sentence(self, language: Language, text: str, values: Values) -> Parts:
        """Return a text of the catalogues with its values."""
        texts = self.names.texts
        spoken = [each for each, _ in texts.parts(language, text)]
        return tuple((each, texts.text(each, text, **self._shown(values, each))) for each in spoken)

    def doer(self, doer: Doer | None, language: Language) -> Parts:
        """Return who did something; a dash where nobody knows."""
        if doer is None:
            return ((language, "–"),)
        if doer.role == "staff":
            return ((language, self.people.get(doer.name, doer.name)),)
        values: Values = {"agent": doer.name, "name": doer.name, "counter": doer.counter or ""}
        return self.sentence(language, _doer_text(doer), values)

    def clock(self, at: datetime) -> str:
        """Return the moment on the hall's clock."""
        return clock_time(at.astimezone(self.zone))

    def service(self, service: str, language: Language) -> str:
        """Return a service's name on one line."""
        return on_one_line(self.names.service(service, language))

    def reason(self, reason: str, language: Language) -> Parts:
        """Return a reason that the hall proposes in the language, any other as it is."""
        known = proposed(self.names.texts, reason, (*PROPOSED, *PLACES))
        return ((language, reason),) if known is None else self.names.texts.parts(language, known)

    def outcome(self, code: str, language: Language) -> Parts:
        """Return how a service ended; a code that has no name in words as it is."""
        text = _outcome_text(code)
        if text is None:
            return ((language, code.replace("_", " ")),)
        return self.names.texts.parts(language, text)

    def _shown(self, values: Values, language: Language) -> dict[str, str]:
        return {name: self._value(name, each, language) for name, each in values.items()}

    def _value(  # noqa: C901, PLR0911 - one flat match
        self, name: str, value: Value, language: Language
    ) -> str:
        match name, value:
            case _, datetime():
                return self.clock(value)
            case "service", str():
                return self.service(value, language)
            case "services", tuple():
                comma = "، " if language == "ar" else ", "
                return comma.join(self.service(each, language) for each in value)
            case "priority", str():
                return self.names.texts.text(language, CLASSES[value])  # type: ignore[index]  # of an event
            case "agent", str():
                return self.people.get(value, value)
            case "reason" | "place", str():
                return on_one_line(self.reason(value, language))
            case "outcome", str():
                return on_one_line(self.outcome(value, language))
            case "face" | "about", str():
                return self.names.texts.text(language, _answer_text(value))
            case _, tuple():
                return ", ".join(value)
            case _:
                return str(value)


def _doer_text(doer: Doer) -> str:
    is_away = doer.role == "agent" and doer.counter is None
    return AGENT_AWAY if is_away else DOERS[doer.role]


def _answer_text(value: str) -> str:
    """Return a face, or what an answer is about, in words."""
    known = {str(face): text for face, text in FACES.items()} | dict(ABOUT)
    return known[value]


def _outcome_text(code: str) -> str | None:
    match code:
        case "":
            return msgid("No outcome was given")
        case _ if code == CLOSING:
            return msgid("The hall closed")
        case _:
            return OUTCOMES.get(code)
