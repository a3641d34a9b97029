"""The sentences that the pages' scripts show, by the names that the scripts know them by."""

from media.texts import msgid
from media.texts.devices import TROUBLES, WELL
from media.texts.refusal import refusal_text

Wording = dict[str, str]
"""The name of each sentence, and the sentence in English: the key of the catalogues."""

Counting = dict[str, tuple[str, str]]
"""The same of sentences that agree with a number: the singular and the plural in English."""

REFUSALS = (
    "nobody_waiting",
    "counter_busy",
    "counter_idle",
    "counter_not_open",
    "agent_elsewhere",
    "wrong_moment",
    "unknown_counter",
    "unknown_service",
    "service_closed",
    "counter_paused",
    "not_skilled",
    "agent_away",
    "unknown_ticket",
    "unknown_outcome",
    "unknown_appointment",
    "appointment_cancelled",
    "already_checked_in",
    "appointment_stranded",
    "too_early",
    "service_paused",
    "quota_reached",
    "last_ticket_given",
    "reason_missing",
    "recalled_enough",
    "too_late",
    "bad_quantity",
    "too_many_services",
    "day_over",
    "emergency",
    "same_service",
    "bad_request",
    "not_allowed",
    "sign_in_first",
    "try_again",
)
"""Every code that a page may get."""


def desk_wording() -> Wording:
    """Return what an agent's page says."""
    return _shared() | {
        "counter": msgid("Counter {counter}"),
        "state_none": msgid("Nobody at the counter"),
        "language": msgid("Language"),
        "language_ar": msgid("Arabic"),
        "language_zgh": msgid("Tamazight"),
        "language_fr": msgid("French"),
        "language_en": msgid("English"),
        "wait_time": msgid("Wait time"),
        "since_call": msgid("Since the call"),
        "since_start": msgid("Since the start"),
        "shown_and_spoken": msgid("Shown and spoken"),
        "shown": msgid("Shown, not spoken yet"),
        "not_spoken_yet": msgid("Not spoken yet"),
        "not_shown_yet": msgid("Not shown yet"),
        "no_screen": msgid("No screen is connected"),
        "documents": msgid("Documents required"),
        "fee": msgid("Fee"),
        "delay": msgid("Time limit"),
        "basis": msgid("Legal basis"),
        "notes": msgid("Good to know"),
        "no_document": msgid("No document is required"),
        "conditions": msgid("Conditions"),
        "unsure": msgid("To be confirmed by the commune"),
        "transfer_to": msgid("Transfer ticket {ticket} to"),
        "screen_off": msgid("Not connected: {name}"),
    }


def desk_counting() -> Counting:
    """Return what an agent's page counts."""
    return {
        "shown_on": (
            msgid("Shown on {n} screen of {total}"),
            msgid("Shown on {n} screens of {total}"),
        ),
        "spoken_by": (msgid("Spoken by {n} screen"), msgid("Spoken by {n} screens")),
    }


def overview_wording() -> Wording:
    """Return what the supervisor's page says."""
    return (
        _shared()
        | {
            "waiting": msgid("Waiting"),
            "longest": msgid("Longest wait"),
            "served": msgid("Served"),
            "no_shows": msgid("No-shows"),
            "mean_wait": msgid("Mean wait"),
            "level": msgid("Service level"),
            "closed": msgid("Closed"),
            "free": msgid("Free"),
            "unattended": msgid("The agent’s page is not connected"),
            "clock_astray": msgid(
                "The clock of this controller is wrong: nothing can be done until it is set right."
            ),
            "clocks_say": msgid("It says {ours}, and the database {theirs}"),
            "close": msgid("Close"),
            "release": msgid("Release"),
            "release_question": msgid("Release counter {counter}, open for {agent}?"),
            "release_effect": msgid(
                "Ticket {ticket} takes its place in the queue again, and can be called to another "
                "counter."
            ),
            "not_known": msgid("Not known yet"),
            "all_services": msgid("All services"),
            "from_age": msgid("The queue now"),
            "from_pace": msgid("Its past tickets"),
            "from_model": msgid("A trained model"),
            "kiosk": msgid("Kiosk"),
            "screen": msgid("Screen"),
            "rater": msgid("Satisfaction tablet"),
            "on": msgid("Connected"),
            "off": msgid("Not connected"),
        }
        | _printer_wording()
        | _machine_wording()
    )


def _machine_wording() -> Wording:
    """Return how a device's machine is, by `wire.messages.DeviceTrouble`."""
    return {f"trouble_{code}": text for code, text in TROUBLES.items()} | {"machine_well": WELL}


def _printer_wording() -> Wording:
    """Return how a kiosk's printer is, by `wire.messages.PrinterTrouble`."""
    return {
        "not_taken_in": msgid("Given without connection, and not taken in:"),
        "printer_ready": msgid("The printer is ready"),
        "printer_paper_low": msgid("The printer’s paper is running low"),
        "printer_paper_out": msgid("The printer has no paper"),
        "printer_cover_open": msgid("The printer’s cover is open"),
        "printer_cutter": msgid("The printer’s knife is jammed"),
        "printer_jam": msgid("Paper is stuck in the printer"),
        "printer_hot": msgid("The printer must cool down"),
        "printer_unrecoverable": msgid("The printer needs a technician"),
        "printer_offline": msgid("The printer does not answer"),
    }


def _shared() -> Wording:
    states = {
        "state_called": msgid("Being called"),
        "state_serving": msgid("Serving"),
        "accessible": msgid("Wheelchair access"),
    }
    refusals = {f"refusal_{code}": refusal_text(code) for code in (*REFUSALS, "other")}
    return states | refusals
