"""Why a code gave no ticket, in four languages."""

from datetime import datetime

import pytest

from kiosk.closed import Opening
from kiosk.denial_words import denial_sentences
from kiosk.page import UNREACHED, Denial
from media.isolation import plain
from media.texts import Texts
from tests.kiosk.conversation import NOON, PACK


@pytest.fixture(scope="module")
def texts() -> Texts:
    return Texts()


def at(day, hour):
    moment = datetime(2026, 11, day, hour, 30, tzinfo=PACK.hall.zone)
    return Opening(moment, NOON.date())


DENIALS = {
    Denial("unknown_appointment"): {
        "ar": ("لا يوجد موعد بهذا الرمز.", "المرجو التحقق من الرمز حرفا حرفا."),
        "fr": (
            "Aucun rendez-vous ne porte ce code.",
            "Veuillez vérifier le code, lettre par lettre.",
        ),
        "en": ("No appointment has this code.", "Please check the code, letter by letter."),
    },
    Denial("too_early", at(23, 14)): {
        "ar": (
            "الوقت مبكر لتسجيل الحضور لهذا الموعد.",
            "يمكنكم تسجيل حضوركم اليوم ابتداء من الساعة 14:30.",
        ),
        "fr": (
            "Il est trop tôt pour signaler votre arrivée à ce rendez-vous.",
            "Vous pourrez signaler votre arrivée aujourd’hui à partir de 14:30.",
        ),
        "en": (
            "It is too early to check in for this appointment.",
            "You can check in today from 14:30 on.",
        ),
    },
    Denial("too_early", at(27, 8)): {
        "ar": (
            "الوقت مبكر لتسجيل الحضور لهذا الموعد.",
            "يمكنكم تسجيل حضوركم يوم الجمعة ابتداء من الساعة 08:30.",
        ),
        "fr": (
            "Il est trop tôt pour signaler votre arrivée à ce rendez-vous.",
            "Vous pourrez signaler votre arrivée vendredi à partir de 08:30.",
        ),
        "en": (
            "It is too early to check in for this appointment.",
            "You can check in on Friday from 08:30 on.",
        ),
    },
    Denial("already_checked_in"): {
        "ar": ("سبق تسليم تذكرة هذا الموعد.", "المرجو التوجه إلى مكتب الاستقبال"),
        "fr": (
            "Le ticket de ce rendez-vous a déjà été remis.",
            "Veuillez vous adresser à l’accueil",
        ),
        "en": (
            "The ticket for this appointment was given already.",
            "Please ask at the reception desk",
        ),
    },
    Denial("appointment_stranded"): {
        "ar": (
            "القاعة مغلقة في وقت هذا الموعد.",
            "اطلبوا وقتا آخر من مكتب الاستقبال، أو خذوا تذكرة.",
        ),
        "fr": (
            "Le hall est fermé à l’heure de ce rendez-vous.",
            "Demandez une autre heure à l’accueil, ou prenez un ticket.",
        ),
        "en": (
            "The hall is closed at the time of this appointment.",
            "Please ask at the reception desk for another time, or take a ticket.",
        ),
    },
    Denial(UNREACHED): {
        "ar": ("الجهاز غير متصل حاليا. المرجو التوجه إلى مكتب الاستقبال.",),
        "fr": ("La borne n’est pas connectée pour le moment. Veuillez vous adresser à l’accueil.",),
        "en": ("The kiosk cannot reach the hall. Please ask at the reception desk.",),
    },
    Denial("try_again"): {
        "ar": ("تعذر التسجيل ولم يتغير أي شيء. المرجو المحاولة من جديد.",),
        "fr": ("L’enregistrement a échoué et rien n’a changé. Veuillez réessayer.",),
        "en": ("It could not be recorded. Nothing has changed; please try again.",),
    },
}


@pytest.mark.parametrize("denial", DENIALS, ids=str)
def test_why_and_what_to_do_are_told_in_each_language(texts, denial):
    for language, told in DENIALS[denial].items():
        sentences = denial_sentences(texts, language, denial)
        assert [[(lang, plain(text)) for lang, text in parts] for parts in sentences] == [
            [(language, text)] for text in told
        ]


@pytest.mark.parametrize("denial", DENIALS, ids=str)
def test_in_tamazight_every_sentence_is_told_in_arabic_and_french(texts, denial):
    for parts in denial_sentences(texts, "zgh", denial):
        assert [language for language, _ in parts] == ["ar", "fr"]
