"""How the things of a pack are called outside of it."""

from dataclasses import dataclass

from media.words import Confidence, Words

OWN = "urn:nouba:"
"""Where the ids stand when the commune names no address of its own."""

Node = dict[str, object]


@dataclass(frozen=True, slots=True)
class Address:
    """Makes addresses out of ids, under one that the commune owns."""

    base: str = OWN

    def of(self, kind: str, *ids: object) -> str:
        """Return the address of a thing, such as `urn:nouba:procedure/birth_copy`."""
        return self.base + "/".join((kind, *map(str, ids)))


def in_languages(words: Words) -> dict[str, str]:
    """Return a text by language; Tamazight only where somebody has confirmed it."""
    told = {"ar": words.ar, "fr": words.fr}
    if words.en:
        told["en"] = words.en
    if words.zgh and words.zgh_confidence is not Confidence.LOW:
        told["zgh"] = words.zgh
    return told
