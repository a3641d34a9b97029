"""Checking in, several services, how many: a real window, touches, keys, a real controller."""

import pytest
from kivy.core.window import Window

from controller.hall.events import TicketCancelled, TicketIssued, VisitRated
from hardware.wedge import LETTERS
from tests.browser.served import ServedHall
from tests.kiosk.booking import book
from tests.kiosk.lossy_line import LossyLine
from tests.kiosk.test_rules_window import said
from tests.kiosk.visitor import PORTRAIT, SQUARE, TO_TICKET
from wire.appointment_code import shown

pytestmark = pytest.mark.window

EVERY_DAY = "\n".join(
    f'{day} = ["00:00-23:59"]'
    for day in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
)
RULES = f"""
[hours]
{EVERY_DAY}
[services.family_booklet]
slot_minutes = 5
slot_capacity = 1
"""
"""So that an appointment of the next minutes can be booked at any hour, and checked in at once."""

TO_CODE = (("start", "languages"), ("language:fr", "offices"), ("appointment", "code"))
ENTER = 40


@pytest.fixture
def served(tmp_path):
    served = ServedHall(tmp_path, rules=RULES)
    served.start()
    yield served
    assert served.stop() == 0


def issued(served):
    return [event for event in served.journal() if isinstance(event, TicketIssued)]


def comes(visit, served, screen=PORTRAIT, url=None):
    visitor = visit(screen, url or served.url, served.tokens["entrance"])
    visitor.until_sees("attract")
    return visitor


def types(visitor, code):
    """Touch key after key, as fast as a finger can."""
    keys = visitor.sees().targets
    for letter in code:
        visitor.puts_finger(keys[f"key:{letter}"])
    visitor.until(lambda: visitor.kiosk.stage.page.typed == code)


def sends(visitor):
    visitor.until(lambda: "check_in" in visitor.sees().targets)
    visitor.touches("check_in")


def scans(visitor, text):
    """Type as a scanner does; the keys come through the window."""
    usages = {letter: usage for usage, letter in LETTERS.items()}
    for usage in (*map(usages.get, text.lower()), ENTER):
        Window.dispatch("on_key_down", 0, usage, None, [])
    visitor.kiosk.pulse()


def settles(visitor):
    visitor.until(lambda: visitor.sees().turn == visitor.kiosk.stage.touch_map().turn)


def until_denied(visitor, code):
    visitor.until(lambda: getattr(visitor.kiosk.stage.page, "denial", None) is not None)
    assert visitor.kiosk.stage.page.denial.code == code
    visitor.until(lambda: visitor.sees().turn == visitor.kiosk.stage.touch_map().turn)
    return said(visitor.kiosk.stage)


@pytest.mark.parametrize("screen", [PORTRAIT, SQUARE], ids=["portrait", "square"])
def test_a_visitor_types_the_code_and_has_a_printed_ticket(visit, served, printer, screen):
    code = book(served.url, "family_booklet")
    visitor = comes(visit, served, screen)
    visitor.goes(*TO_CODE)
    assert "check_in" not in visitor.sees().targets

    types(visitor, code)
    assert set(code) <= said(visitor.kiosk.stage)
    sends(visitor)
    visitor.until_sees("ticket")
    visitor.until(lambda: visitor.kiosk.stage.page.printing == "printed")

    [ticket] = issued(served)
    assert visitor.sees().ticket == ticket.ticket
    assert (ticket.service, ticket.appointment, ticket.priority, ticket.language) == (
        "family_booklet",
        code,
        "appointment",
        "fr",
    )
    assert len(printer.pages()) == 1


def test_a_wrong_code_changes_nothing_and_is_put_right_letter_by_letter(visit, served):
    code = book(served.url, "family_booklet")
    wrong = code[:-1] + ("3" if code[-1] != "3" else "4")
    visitor = comes(visit, served)
    visitor.goes(*TO_CODE)
    types(visitor, wrong)
    sends(visitor)

    told = until_denied(visitor, "unknown_appointment")
    assert any("Aucun rendez-vous ne porte ce code." in text for text in told)
    assert (visitor.kiosk.stage.page.typed, issued(served)) == (wrong, [])

    visitor.touches("delete")
    visitor.puts_finger(visitor.sees().targets[f"key:{code[-1]}"])
    visitor.until(lambda: visitor.kiosk.stage.page.typed == code)
    assert not any("Aucun rendez-vous" in text for text in said(visitor.kiosk.stage))
    sends(visitor)
    visitor.until_sees("ticket")
    assert [ticket.appointment for ticket in issued(served)] == [code]


def test_who_is_too_early_or_comes_twice_is_told_so(visit, served):
    visitor = comes(visit, served)
    scans(visitor, f"{served.url}/A/{book(served.url, 'family_booklet', day=2)}")
    visitor.until_sees("languages")
    visitor.goes(("language:fr", "code"))
    told = until_denied(visitor, "too_early")
    assert any("Vous pourrez signaler votre arrivée" in text for text in told)

    code = book(served.url, "family_booklet")
    scans(visitor, code)
    visitor.until_sees("ticket")
    visitor.goes(("home", "attract"))
    scans(visitor, shown(code))
    visitor.until_sees("languages")
    visitor.goes(("language:en", "code"))
    assert any("given already" in text for text in until_denied(visitor, "already_checked_in"))
    assert len(issued(served)) == 1


def test_what_is_scanned_at_the_invitation_gives_the_ticket_in_the_bookings_language(
    visit, served, printer
):
    code = book(served.url, "family_booklet", language="zgh")
    visitor = comes(visit, served)
    scans(visitor, f"{served.url}/A/{code}")

    visitor.until_sees("ticket")
    assert visitor.sees().language == "zgh"
    visitor.until(lambda: visitor.kiosk.stage.page.printing == "printed")
    assert len(printer.pages()) == 1


def has_ticket(visitor):
    """Whether there is one; who is told that nobody answers sends the code again."""
    visitor.until(lambda: visitor.kiosk.stage.is_settled)  # a tap before is taken for a double one
    if visitor.sees().screen == "code":
        sends(visitor)
        visitor.until(lambda: visitor.sees().screen != "code")
    return visitor.sees().screen == "ticket"


def test_a_controller_killed_before_it_answered_a_check_in_gives_one_ticket(visit, served):
    code = book(served.url, "family_booklet")
    with LossyLine(served.port) as line:
        visitor = comes(visit, served, url=line.url)
        visitor.goes(*TO_CODE)
        types(visitor, code)

        line.lose_answers()
        sends(visitor)
        visitor.until(lambda: issued(served))
        given = issued(served)
        served.kill()
        line.mend()
        served.start()
        visitor.until(lambda: has_ticket(visitor), 60)

    assert issued(served) == given
    assert visitor.sees().ticket == given[0].ticket


def test_one_ticket_for_three_copies_and_then_another_service(visit, served, printer):
    visitor = comes(visit, served)
    visitor.goes(*TO_TICKET[:-1])
    more = visitor.sees().targets["one_more"]
    for _ in range(2):
        visitor.puts_finger(more)
    visitor.until(lambda: visitor.kiosk.stage.page.quantity == 3)
    assert "3" in said(visitor.kiosk.stage)

    visitor.until(lambda: visitor.sees().turn == visitor.kiosk.stage.touch_map().turn)
    visitor.goes(("another", "offices"), ("office:legalisation", "services"))
    visitor.goes(("service:legalisation", "sheet"))
    assert any("Copie d’acte de naissance" in text for text in said(visitor.kiosk.stage))
    visitor.goes(("take", "ticket"))
    told = said(visitor.kiosk.stage)
    assert {
        "Copie d’acte de naissance ×\u00a03",
        "Ensuite\u00a0: Légalisation de signature",
    } <= told
    visitor.until(lambda: visitor.kiosk.stage.page.printing == "printed")

    [ticket] = issued(served)
    assert (ticket.service, ticket.then, ticket.quantity) == ("birth_copy", ("legalisation",), 3)
    assert len(printer.pages()) == 1


def test_a_ticket_is_scanned_from_its_paper_given_up_and_its_letters_were_on_it(
    visit, served, printer
):
    visitor = comes(visit, served)
    visitor.goes(*TO_TICKET)
    visitor.until(lambda: visitor.kiosk.stage.page.printing == "printed")
    slip = visitor.kiosk.stage.page.slip
    settles(visitor)
    visitor.goes(("home", "attract"))
    scans(visitor, slip.url)
    visitor.until_sees("found")
    assert slip.ticket in said(visitor.kiosk.stage)

    visitor.until(lambda: "print" in visitor.sees().targets)
    settles(visitor)
    visitor.touches("print")
    visitor.until(lambda: len(printer.pages()) == 2)
    settles(visitor)
    visitor.touches("give_up")
    visitor.until(lambda: "give_up_now" in visitor.sees().targets)
    visitor.touches("give_up_now")
    visitor.until(lambda: visitor.kiosk.stage.page.found.state == "cancelled")
    [cancelled] = [each for each in served.journal() if isinstance(each, TicketCancelled)]
    assert cancelled.ticket == slip.ticket


def test_who_was_served_says_at_the_kiosk_how_it_was(visit, served):
    slip = served.take("legalisation", language="fr")
    with served.tablet("amina") as agent:
        agent.ask("open", counter=4, services=["legalisation"])
        for asked in ("call_next", "start", "finish"):
            agent.ask(asked)
    visitor = comes(visit, served)
    scans(visitor, slip["url"])
    visitor.until_sees("found")
    visitor.touches("face:2")
    visitor.until(lambda: "about:welcome" in visitor.sees().targets)
    visitor.touches("about:welcome")
    visitor.until(lambda: visitor.kiosk.stage.page.step == "thanks")

    [rated] = [each for each in served.journal() if isinstance(each, VisitRated)]
    assert (rated.ticket, rated.face, rated.about) == (slip["ticket"], 2, "welcome")
