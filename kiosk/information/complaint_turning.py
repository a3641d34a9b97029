"""Which page shows somebody who complains or suggests."""

from kiosk import complaint_page as pages
from kiosk.complaint_page import ComplaintPage
from kiosk.information.complaint_visit import (
    AtConcerned,
    AtDraft,
    AtKinds,
    AtSubjects,
    AtTyping,
    Complaining,
    HavingFollowUp,
)
from kiosk.paging import Capacity, cut
from media.pack import Pack


def complaint_page(
    visit: Complaining, pack: Pack, capacity: Capacity, followed_at: str
) -> ComplaintPage:
    """Return the page; `followed_at` stands before a follow-up number in its page's address."""
    match visit:
        case AtKinds(language):
            return pages.KindChoice(language, pack.complaints.portal)
        case AtSubjects(language, draft, number):
            subjects, leaf = cut(pack.complaints.subjects, number, capacity.services)
            return pages.SubjectChoice(language, draft.kind, subjects, leaf)
        case AtConcerned(language, _, number):
            offices, leaf = cut(pack.offices, number, capacity.listed)
            return pages.ConcernedChoice(language, offices, leaf)
        case AtDraft(language, draft, was_kept):
            return pages.DraftPage(language, draft, was_kept)
        case AtTyping(language, draft, entry, script):
            return pages.TypingPage(language, entry, script, draft.typed(entry))
        case HavingFollowUp(language, code):
            return pages.FollowUpGiven(language, code, followed_at and followed_at + code)
