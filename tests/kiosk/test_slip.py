"""What stands on a ticket, line by line."""

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from kiosk.slip import Line, Names, Role, Slip, slip
from media.isolation import isolate
from media.texts import Texts
from media.words import Confidence, Words
from wire.messages import Expected, TicketSlip

URL = "HTTPS://HALL.EXAMPLE/T/7Q2KX9AB"

NAMES = Names(
    commune=Words(
        ar="جماعة عين النور",
        fr="Commune d’Aïn Nour",
        en="Commune of Ain Nour",
        zgh="ⵜⴰⴳⵔⴰⵡⵜ ⵏ ⵄⵉⵏ ⵏⵓⵔ",
        zgh_confidence=Confidence.MEDIUM,
    ),
    office=Words(ar="مكتب الحالة المدنية", fr="Bureau d’état civil", en="Civil status office"),
    service=Words(
        ar="التصريح بالولادة",
        fr="Déclaration de naissance",
        zgh="ⴰⵙⵏⵎⵎⵍ",
        zgh_confidence=Confidence.LOW,
    ),
)


@pytest.fixture(scope="module")
def texts() -> Texts:
    return Texts()


def issued(language="fr", ahead=12, at=datetime(2026, 11, 23, 8, 41, tzinfo=UTC)) -> TicketSlip:
    return TicketSlip(7, "A042", "birth_declaration", language, at, ahead, URL)


def made(texts: Texts, ticket: TicketSlip, **options) -> Slip:
    return slip(ticket, NAMES, texts, ZoneInfo("Africa/Casablanca"), **options)


def told(lines: tuple[Line, ...]) -> list[tuple[str, str]]:
    return [(line.language, line.text) for line in lines]


def test_a_french_ticket_is_in_arabic_and_french(texts):
    lines = [
        Line(Role.COMMUNE, "ar", "جماعة عين النور"),
        Line(Role.COMMUNE, "fr", "Commune d’Aïn Nour"),
        Line(Role.OFFICE, "ar", "مكتب الحالة المدنية"),
        Line(Role.OFFICE, "fr", "Bureau d’état civil"),
        Line(Role.SERVICE, "ar", "التصريح بالولادة"),
        Line(Role.SERVICE, "fr", "Déclaration de naissance"),
        Line(Role.NUMBER, "en", "A042"),
        Line(Role.AHEAD, "ar", f"{isolate('12')} شخصا قبلكم"),
        Line(Role.AHEAD, "fr", f"{isolate('12')} personnes avant vous"),
        Line(Role.FOLLOW, "ar", "امسحوا الرمز ضوئيا لتتبع تذكرتكم"),
        Line(Role.FOLLOW, "fr", "Scannez le code pour suivre votre ticket"),
        Line(Role.MOMENT, "fr", "23/11/2026 · 09:41"),
    ]

    assert made(texts, issued("fr")) == Slip(tuple(lines), URL)


def test_for_a_reader_of_arabic_french_is_the_second_language(texts):
    assert made(texts, issued("ar")) == made(texts, issued("fr"))


def test_an_english_ticket_says_in_french_what_has_no_english_name(texts):
    ticket = made(texts, issued("en"))

    assert told(ticket.having(Role.COMMUNE)) == [
        ("ar", "جماعة عين النور"),
        ("en", "Commune of Ain Nour"),
    ]
    assert told(ticket.having(Role.SERVICE)) == [
        ("ar", "التصريح بالولادة"),
        ("fr", "Déclaration de naissance"),
    ]


def test_a_tamazight_ticket_shows_confirmed_tamazight_only(texts):
    ticket = made(texts, issued("zgh"))

    assert told(ticket.having(Role.COMMUNE)) == [
        ("ar", "جماعة عين النور"),
        ("zgh", "ⵜⴰⴳⵔⴰⵡⵜ ⵏ ⵄⵉⵏ ⵏⵓⵔ"),
    ]
    assert told(ticket.having(Role.SERVICE)) == [
        ("ar", "التصريح بالولادة"),
        ("fr", "Déclaration de naissance"),
    ]


@pytest.mark.parametrize(
    ("ahead", "arabic", "french"),
    [
        (0, "لا أحد قبلكم", "Il n’y a personne avant vous"),
        (1, "شخص واحد قبلكم", f"{isolate('1')} personne avant vous"),
        (2, "شخصان قبلكم", f"{isolate('2')} personnes avant vous"),
        (3, f"{isolate('3')} أشخاص قبلكم", f"{isolate('3')} personnes avant vous"),
        (100, f"{isolate('100')} شخص قبلكم", f"{isolate('100')} personnes avant vous"),
    ],
)
def test_people_ahead_agree_with_their_number(texts, ahead, arabic, french):
    ticket = made(texts, issued("fr", ahead))

    assert told(ticket.having(Role.AHEAD)) == [("ar", arabic), ("fr", french)]


def test_the_moment_is_the_halls_own_also_after_midnight_in_utc(texts):
    late = issued(at=datetime(2026, 12, 31, 23, 30, tzinfo=UTC))

    assert told(made(texts, late).having(Role.MOMENT)) == [("fr", "01/01/2027 · 00:30")]


def test_a_ticket_that_is_printed_again_says_so_in_both_languages(texts):
    copy = made(texts, issued("fr"), is_copy=True)

    assert told(copy.having(Role.COPY)) == [
        ("ar", "نسخة من التذكرة"),
        ("fr", "Duplicata du ticket"),
    ]
    assert made(texts, issued("fr")).having(Role.COPY) == ()


@pytest.mark.parametrize(
    ("wait", "arabic", "french"),
    [
        (
            Expected(10, 17, 25),
            f"الانتظار المتوقع: من {isolate('10')} إلى {isolate('25')} دقيقة تقريبا",
            f"Attente\u00a0: environ {isolate('10')} à {isolate('25')} minutes",
        ),
        (
            Expected(3, 5, 8),
            f"الانتظار المتوقع: من {isolate('3')} إلى {isolate('8')} دقائق تقريبا",
            f"Attente\u00a0: environ {isolate('3')} à {isolate('8')} minutes",
        ),
        (
            Expected(1, 1, 2),
            "الانتظار المتوقع: من دقيقة إلى دقيقتين تقريبا",
            f"Attente\u00a0: environ {isolate('1')} à {isolate('2')} minutes",
        ),
        (
            Expected(0, 0, 0),
            "الانتظار المتوقع: أقل من دقيقة",
            "Attente\u00a0: moins d’une minute",
        ),
        (
            Expected(0, 4, 12),
            f"الانتظار المتوقع: أقل من {isolate('12')} دقيقة",
            f"Attente\u00a0: moins de {isolate('12')} minutes",
        ),
        (
            Expected(7, 7, 7),
            f"الانتظار المتوقع: حوالي {isolate('7')} دقائق",
            f"Attente\u00a0: environ {isolate('7')} minutes",
        ),
    ],
)
def test_an_expected_wait_is_a_range_that_agrees_with_its_end(texts, wait, arabic, french):
    ticket = made(texts, replace(issued("fr"), wait=wait))

    assert told(ticket.having(Role.WAIT)) == [("ar", arabic), ("fr", french)]


def test_the_services_to_visit_afterwards_are_listed_in_their_order(texts):
    names = replace(NAMES, then=(NAMES.office, NAMES.service))
    ticket = slip(issued("fr"), names, texts, ZoneInfo("Africa/Casablanca"))

    assert told(ticket.having(Role.THEN)) == [
        ("ar", "ثم: مكتب الحالة المدنية · التصريح بالولادة"),
        ("fr", "Ensuite\u00a0: Bureau d’état civil · Déclaration de naissance"),
    ]
    assert made(texts, issued("fr")).having(Role.THEN) == ()


def test_how_many_are_wanted_stands_beside_the_service(texts):
    ticket = made(texts, replace(issued("fr"), quantity=3))

    assert told(ticket.having(Role.SERVICE)) == [
        ("ar", f"التصريح بالولادة ×\u00a0{isolate('3')}"),
        ("fr", f"Déclaration de naissance ×\u00a0{isolate('3')}"),
    ]


def test_a_wait_that_nobody_knows_is_not_told(texts):
    assert made(texts, issued("fr")).having(Role.WAIT) == ()


@pytest.mark.parametrize(
    ("priority", "is_starred"),
    [("normal", False), ("appointment", False), ("disability", True), ("pregnant", True)],
)
def test_a_declared_priority_is_a_star_on_the_ticket_and_no_word(texts, priority, is_starred):
    plain, noted = (
        made(texts, replace(issued("fr"), priority=each)) for each in ("normal", priority)
    )

    assert (noted.is_starred, noted.lines) == (is_starred, plain.lines)


def pieces(language):
    words = {"ar": ("وثيقة", "نسخة"), "fr": ("Acte", "Copie"), "zgh": ("Acte", "Copie")}
    shown = "fr" if language == "zgh" else language
    return tuple(((shown, text),) for text in words[language])


def test_the_documents_to_bring_are_listed_under_a_title_in_each_language(texts):
    names = replace(NAMES, documents=pieces)
    ticket = slip(issued("fr"), names, texts, ZoneInfo("Africa/Casablanca"))

    assert told(ticket.having(Role.BRING)) == [
        ("ar", "الوثائق المطلوب إحضارها"),
        ("fr", "Documents à apporter"),
    ]
    assert told(ticket.having(Role.DOCUMENT)) == [
        ("ar", "☐ وثيقة"),
        ("ar", "☐ نسخة"),
        ("fr", "☐ Acte"),
        ("fr", "☐ Copie"),
    ]


def test_a_service_that_needs_no_document_has_no_list(texts):
    assert made(texts, issued("fr")).having(Role.BRING) == ()


def test_where_french_stands_in_for_tamazight_nothing_is_listed_twice(texts):
    names = replace(NAMES, documents=pieces)
    ticket = slip(issued("zgh"), names, texts, ZoneInfo("Africa/Casablanca"))

    assert [line.language for line in ticket.having(Role.DOCUMENT)] == ["ar", "ar", "fr", "fr"]
    assert len(ticket.having(Role.BRING)) == 2


def test_a_ticket_of_a_kiosk_alone_says_so_in_place_of_who_is_ahead(texts):
    ticket = made(texts, replace(issued("fr"), is_alone=True))

    assert told(ticket.having(Role.ALONE)) == [
        ("ar", "سُلّمت هذه التذكرة بلا اتصال. سيُنادى على رقمكم كالمعتاد."),
        ("fr", "Délivré sans connexion. Votre numéro sera appelé comme d’habitude."),
    ]
    assert ticket.having(Role.AHEAD) == ticket.having(Role.WAIT) == ()
    assert made(texts, issued("fr")).having(Role.ALONE) == ()
