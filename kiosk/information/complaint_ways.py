"""Where a touch leads while a complaint or a suggestion is told."""

from dataclasses import replace

from kiosk.complaining.draft import Draft, Entry
from kiosk.finding.keyboards import KEYBOARDS, script_of
from kiosk.information.complaint_visit import (
    AtConcerned,
    AtDraft,
    AtKinds,
    AtSubjects,
    AtTyping,
    Complaining,
    HavingFollowUp,
)
from kiosk.searching import SPACE
from media.pack import Pack
from wire.messages import COMPLAINT_KINDS


def told(visit: Complaining, action: str, choice: str, pack: Pack) -> Complaining:
    """Return where a touch leads; what is no way leads nowhere."""
    match visit, action:
        case AtKinds(language, draft), "kind":
            kind = next(each for each in COMPLAINT_KINDS if each == choice)
            return AtSubjects(language, replace(draft, kind=kind))
        case AtSubjects(_, draft), "subject":
            found = next(each for each in pack.complaints.subjects if each.id == choice)
            return _after_subject(visit, draft.about(found))
        case AtConcerned(language, draft), ("office" | "skip"):
            office = pack.office(choice) if action == "office" else None
            return AtDraft(language, replace(draft, office=office))
        case AtDraft(language, draft), "write":
            return AtTyping(language, draft, Entry(choice), script_of(language))
        case AtTyping(), _:
            return _typed(visit, action, choice)
    return visit


def behind_complaining(visit: Complaining) -> Complaining | None:
    """Return where the way back leads, with what is told so far; nothing where it is the menu."""
    match visit:
        case AtKinds() | HavingFollowUp():
            return None
        case AtSubjects(language, draft):
            return AtKinds(language, draft)
        case AtConcerned(language, draft):
            return AtSubjects(language, draft)
        case AtDraft(language, draft):
            return _before_draft(visit)
        case AtTyping(language, draft):
            return AtDraft(language, draft)


def _after_subject(visit: AtSubjects, draft: Draft) -> Complaining:
    assert draft.subject is not None
    asks = draft.subject.is_of_an_office
    return AtConcerned(visit.language, draft) if asks else AtDraft(visit.language, draft)


def _before_draft(visit: AtDraft) -> Complaining:
    assert visit.draft.subject is not None
    if visit.draft.subject.is_of_an_office:
        return AtConcerned(visit.language, visit.draft)
    return AtSubjects(visit.language, visit.draft)


def _typed(visit: AtTyping, action: str, choice: str) -> Complaining:
    draft, entry = visit.draft, visit.entry
    before = draft.typed(entry)
    match action:
        case "done":
            return AtDraft(visit.language, draft)
        case "script":
            return replace(visit, script=next(each for each in KEYBOARDS if each == choice))
        case "key":
            letter = " " if choice == SPACE else choice
            return replace(visit, draft=draft.with_typed(entry, before + letter))
        case "delete":
            return replace(visit, draft=draft.with_typed(entry, before[:-1]))
    return visit
