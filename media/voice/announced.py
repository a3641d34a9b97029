"""What the whole hall is told, as it is said: the Arabic with its vowels.

Tamazight has no confirmed words yet: a speaker says theirs, recorded under the text's name.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from media.voice.prose import Prose
from wire.messages import LANGUAGES, AnnouncementKind, Language

Said = Mapping[Language, str]

_CALLED: Said = MappingProxyType(
    {
        "ar": "مَنْ مَعَهُ تَذْكِرَةٌ سَيُنَادَى عَلَيْه.",
        "fr": "Les tickets déjà pris seront appelés.",
        "en": "Whoever has a ticket will still be called.",
    }
)

_CLOSES: Mapping[int, Said] = MappingProxyType(
    {
        5: MappingProxyType(
            {
                "ar": "تُغْلَقُ الْقَاعَةُ بَعْدَ خَمْسِ دَقَائِق.",
                "fr": "La salle ferme dans cinq minutes.",
                "en": "The hall closes in five minutes.",
            }
        ),
        10: MappingProxyType(
            {
                "ar": "تُغْلَقُ الْقَاعَةُ بَعْدَ عَشْرِ دَقَائِق.",
                "fr": "La salle ferme dans dix minutes.",
                "en": "The hall closes in ten minutes.",
            }
        ),
        15: MappingProxyType(
            {
                "ar": "تُغْلَقُ الْقَاعَةُ بَعْدَ رُبْعِ سَاعَة.",
                "fr": "La salle ferme dans un quart d’heure.",
                "en": "The hall closes in a quarter of an hour.",
            }
        ),
        30: MappingProxyType(
            {
                "ar": "تُغْلَقُ الْقَاعَةُ بَعْدَ نِصْفِ سَاعَة.",
                "fr": "La salle ferme dans une demi-heure.",
                "en": "The hall closes in half an hour.",
            }
        ),
    }
)

_ALL: Said = MappingProxyType({"ar": "كُلُّ الْخِدْمَات", "fr": "Tous les services", "en": "All services"})

_TOLD: Mapping[AnnouncementKind, Said] = MappingProxyType(
    {
        AnnouncementKind.SERVICE_PAUSED: MappingProxyType(
            {
                "ar": "لَا تُعْطَى تَذَاكِرُ فِي الْوَقْتِ الْحَالِي.",
                "fr": "Pas de tickets pour le moment.",
                "en": "No tickets are given for now.",
            }
        ),
        AnnouncementKind.SERVICE_RESUMED: MappingProxyType(
            {
                "ar": "تُعْطَى التَّذَاكِرُ مِنْ جَدِيد.",
                "fr": "Les tickets sont de nouveau donnés.",
                "en": "Tickets are given again.",
            }
        ),
        AnnouncementKind.NO_MORE_TICKETS: MappingProxyType(
            {
                "ar": "لَمْ تَبْقَ تَذَاكِرُ لِهٰذَا الْيَوْم.",
                "fr": "Il n’y a plus de tickets aujourd’hui.",
                "en": "There are no more tickets today.",
            }
        ),
        AnnouncementKind.LONG_WAITS: MappingProxyType(
            {
                "ar": "اَلِانْتِظَارُ أَطْوَلُ مِنَ الْمُعْتَاد. شُكْرًا عَلَى صَبْرِكُم.",
                "fr": "L’attente est plus longue que d’habitude. Merci de votre patience.",
                "en": "Waits are longer than usual. Thank you for your patience.",
            }
        ),
        AnnouncementKind.DOCUMENTS_READY: MappingProxyType(
            {
                "ar": "اَلْمَرْجُوُّ تَحْضِيرُ الْوَثَائِق.",
                "fr": "Merci de préparer vos documents.",
                "en": "Please have your documents ready.",
            }
        ),
    }
)

_WITH_TICKETS = (
    AnnouncementKind.CLOSING_SOON,
    AnnouncementKind.SERVICE_PAUSED,
    AnnouncementKind.NO_MORE_TICKETS,
)
"""After these, visitors wonder what becomes of the ticket in their hand."""

_OF_SERVICES = (
    AnnouncementKind.SERVICE_PAUSED,
    AnnouncementKind.SERVICE_RESUMED,
    AnnouncementKind.NO_MORE_TICKETS,
)


def announced(
    kind: AnnouncementKind, minutes: int | None, service: Mapping[Language, str] | None
) -> tuple[Prose, ...]:
    """Return an announcement in each language that has words for it.

    `service` are the names of the one it is about, nothing for all. Raises `KeyError` for a closing
    in other `minutes` than 5, 10, 15 or 30.
    """
    told = _CLOSES[minutes or 0] if kind is AnnouncementKind.CLOSING_SOON else _TOLD[kind]
    subjects = (service or _ALL) if kind in _OF_SERVICES else None
    found = ((each, " ".join(_sentences(kind, told, subjects, each))) for each in LANGUAGES)
    return tuple(Prose(language, text) for language, text in found if text)


def _sentences(
    kind: AnnouncementKind, told: Said, subjects: Said | None, language: Language
) -> Iterator[str]:
    if language not in told or (subjects is not None and not subjects.get(language)):
        return
    if subjects is not None:
        yield f"{subjects[language]}."
    yield told[language]
    if kind in _WITH_TICKETS:
        yield _CALLED[language]
