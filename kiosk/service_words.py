"""How services are named together, and how many of one are wanted."""

from collections.abc import Iterable

from media.isolation import isolate
from media.texts import Texts, msgid
from media.words import Parts, Words
from wire.messages import Language

BETWEEN = " · "

THEN = msgid("Then: {services}")
"""What follows the first service of a ticket."""


def listed(texts: Texts, language: Language, text: str, services: Iterable[Words]) -> Parts:
    """Return a text with the names of services in its place `{services}`, in their order.

    Each language that stands for the text has the names in its own words. Each name is isolated
    by itself: a line may end between two.
    """
    names = tuple(services)
    return tuple(
        (each, told.replace("{services}", BETWEEN.join(isolate(n.text(each)) for n in names)))
        for each, told in texts.parts(language, text)
    )


def counted(name: Parts, quantity: int) -> Parts:
    """Return a service's name with how many of it are wanted, where that is more than one."""
    if quantity == 1:
        return name
    times = f"×\u00a0{isolate(str(quantity))}"  # the sign stands on the name's side of the number
    return tuple((language, f"{text} {times}") for language, text in name)
