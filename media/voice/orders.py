"""What is said in an emergency, as it is said: the screen's own words, the Arabic with its vowels.

Tamazight has no confirmed words yet: a speaker says theirs, recorded under the Arabic text's name.
"""

from collections.abc import Mapping
from types import MappingProxyType

from media.voice.prose import Prose
from wire.messages import LANGUAGES, EmergencyKind, Language

ORDERS: Mapping[EmergencyKind, Mapping[Language, str]] = MappingProxyType(
    {
        EmergencyKind.EVACUATION: MappingProxyType(
            {
                "ar": "اُخْرُجُوا مِنْ أَقْرَبِ مَخْرَج. لَا تَسْتَعْمِلُوا الْمَصَاعِد.",
                "fr": "Sortez par l’issue la plus proche. Ne prenez pas l’ascenseur.",
                "en": "Leave by the nearest exit. Do not use the lifts.",
            }
        ),
        EmergencyKind.SECURITY: MappingProxyType(
            {
                "ar": "اِبْتَعِدُوا عَنِ الْأَبْوَاب. اِتَّبِعُوا تَعْلِيمَاتِ الْمُوَظَّفِين.",
                "fr": "Éloignez-vous des portes. Suivez le personnel.",
                "en": "Stay away from the doors. Follow the staff.",
            }
        ),
    }
)


def orders(kind: EmergencyKind) -> tuple[Prose, ...]:
    """Return the order in each language of the halls."""
    texts = ORDERS[kind]
    return tuple(Prose(language, texts.get(language, texts["ar"])) for language in LANGUAGES)
