"""What is asked after a service, and what may be answered: five faces, and what it is about."""

from collections.abc import Mapping
from types import MappingProxyType

from media.texts.marking import msgid
from wire.messages import About, Face

QUESTION = msgid("How was the service?")
WHY = msgid("What is it about? You need not say.")
THANKS = msgid("Thank you for your answer")

FACES: Mapping[Face, str] = MappingProxyType(
    {
        5: msgid("Very good"),
        4: msgid("Good"),
        3: msgid("Fair"),
        2: msgid("Bad"),
        1: msgid("Very bad"),
    }
)
"""From the best to the worst, as they are shown."""

ABOUT: Mapping[About, str] = MappingProxyType(
    {
        "wait": msgid("The waiting time"),
        "welcome": msgid("The welcome"),
        "clarity": msgid("The explanations"),
        "papers": msgid("The documents asked for"),
        "result": msgid("What came of my request"),
        "place": msgid("The premises"),
    }
)
