"""What the supervisor's page says of interventions."""

from collections.abc import Mapping
from types import MappingProxyType

from controller.web.steps_wording import steps_wording
from controller.web.wording import Wording
from media.texts import msgid, reasons
from media.texts.classes import CLASSES

SUPERVISORS_REASONS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "pause_service": reasons.PAUSE_OF_SERVICE,
        "cancel": reasons.CANCELLING,
        "reinstate": reasons.REINSTATING,
        "redirect": reasons.REDIRECTING,
        "reprioritise": reasons.REPRIORITISING,
        "reopen_day": reasons.REOPENING,
    }
)


def interventions_wording() -> Wording:
    """Return what the page asks before an intervention."""
    classes = {f"class_{name}": text for name, text in CLASSES.items()}
    return (
        steps_wording()
        | classes
        | _where()
        | _announcements()
        | {
            "counter": msgid("Counter {counter}"),
            "state_paused": msgid("On a break"),
            "which_counter": msgid("Which counter?"),
            "which_class": msgid("Which class?"),
            "is_read": msgid("Visitors read this reason"),
            "more_close_day": msgid("Close the day"),
            "close_day_question": msgid("Close the day now?"),
            "close_day_effect": msgid(
                "Every ticket that is left will be decided: those who wait lose their place."
            ),
        }
    )


def _where() -> Wording:
    return {
        "where_to": msgid("Where to?"),
        "to_service": msgid("To a service"),
        "to_counter": msgid("To a counter"),
        "to_agent": msgid("To an agent"),
        "stays": msgid("It stays, in another place"),
        "which_agent": msgid("Which agent?"),
        "which_place": msgid("Place in the queue"),
        "place_first": msgid("In front"),
        "place_due": msgid("When due"),
        "place_last": msgid("At the end"),
    }


def _announcements() -> Wording:
    return {
        "which_announcement": msgid("Which announcement?"),
        "announcement_effect": msgid(
            "The screens say it once in the hall’s languages, and show it in theirs."
        ),
        "announcement_closing_soon": msgid("The hall closes soon"),
        "announcement_service_paused": msgid("No tickets are given for now"),
        "announcement_service_resumed": msgid("Tickets are given again."),
        "announcement_no_more_tickets": msgid("There are no more tickets today."),
        "announcement_long_waits": msgid("Waits are longer than usual"),
        "announcement_documents_ready": msgid("Please have your documents ready"),
    }
