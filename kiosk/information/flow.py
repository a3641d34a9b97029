"""The information screen's conversation with one visitor. Knows no Kivy and no network."""

from dataclasses import replace
from datetime import datetime, timedelta

from kiosk.complaining.sending import Sending
from kiosk.information.complaint_visit import AtDraft, HavingFollowUp
from kiosk.information.known import Known
from kiosk.information.turning import InformationTurner
from kiosk.information.visit import AtLeaflet, InformationVisit
from kiosk.information.ways import Ways
from kiosk.information_page import NewsPiece
from kiosk.page import Emergency, Page
from kiosk.ports import KioskView
from kiosk.touchable import is_offered
from kiosk.visit import Nobody
from kiosk.waits import Waits
from media.pack import Notice, Pack
from media.playlist.model import Revision
from wire.messages import EmergencyKind, Offer
from wire.order import is_older

SECOND = timedelta(seconds=1)


class InformationFlow:
    """Leads a visitor from the invitation to what they look up, and forgets them."""

    def __init__(
        self,
        view: KioskView,
        pack: Pack,
        turner: InformationTurner,
        sending: Sending,
        waits: Waits | None = None,
    ) -> None:
        self._view, self._turner, self._waits = view, turner, waits or Waits()
        self._sending = sending
        self._ways = Ways(turner.languages)
        self._known = Known(pack)
        self._visit: InformationVisit = Nobody()
        self._quiet = 0
        self._shown: Page | None = None
        self._offer: Offer | None = None
        self._is_offer_old = False
        self._now: datetime | None = None
        self._emergency: EmergencyKind | None = None
        self._render()

    def turn_with(self, turner: InformationTurner) -> None:
        """Cut lists for another room from now on."""
        self._turner = turner
        self._render()

    # -- What the visitor does --

    def touch(self, target: str) -> None:
        """Follow a touch on what the page offers; on anything else it does nothing.

        The targets are `start`, `language:…`, `topic:…`, `office:…`, `news:…`, `council:…`, those
        by which procedures are found and complaints are told, `back`, `home`, `more`, `less` and
        `stay`.
        """
        self.heard()
        if is_offered(self._shown, target):
            self._go(self._after(target))
        self._render()

    def _after(self, target: str) -> InformationVisit:
        match self._visit, target:
            case AtDraft(), "send":
                return self._sent(self._visit)
            case _:
                return self._ways.after(self._visit, target, self._known)

    def _sent(self, visit: AtDraft) -> InformationVisit:
        """Return where a complaint leads that is on the disk, or could not be put there."""
        code = self._sending.new_code()
        told = visit.draft.told(self._sending.new_request(), code, visit.language, self._now)
        if self._sending.keep(told):
            return HavingFollowUp(visit.language, code)
        return replace(visit, was_kept=False)

    def heard(self) -> None:
        """Take note that the visitor is there."""
        self._quiet = 0
        self._view.ask_whether_there(None)

    def _go(self, visit: InformationVisit) -> None:
        self._visit = visit

    # -- What the controller does --

    def on_offer(self, offer: Offer) -> None:
        """Take the time from the hall, and whether everybody must do something now.

        States may overtake one another: an older one changes nothing.
        """
        known = self._offer
        if known is not None and not self._is_offer_old and is_older(offer, known):
            return
        self._offer, self._is_offer_old, self._now = offer, False, offer.at
        self._tell_time()
        self._be_alarmed(offer.emergencies[-1].kind if offer.emergencies else None)
        self._render()

    def on_online(self) -> None:
        """Take note that the controller is there; its next offer holds, whatever its number."""
        self._is_offer_old = True

    def on_revision(self, revision: Revision | None) -> None:
        """Tell from now on what is published now; what is gone is closed on who reads it."""
        self._know(self._known.pack, revision)

    def on_notices(self, notices: tuple[Notice, ...]) -> None:
        """Tell these notices of the pack from now on; all else of it holds until the next start."""
        self._know(replace(self._known.pack, notices=notices), self._known.revision)

    def _know(self, pack: Pack, revision: Revision | None) -> None:
        self._known = Known(pack, revision, self._known.moment)
        self._close_what_is_gone()
        self._render()

    def _close_what_is_gone(self) -> None:
        match self._visit:
            case AtLeaflet(subject=NewsPiece() as read, before=before):
                if read not in self._known.news:
                    self._visit = before

    def _be_alarmed(self, emergency: EmergencyKind | None) -> None:
        is_new = emergency is not None and self._emergency is None
        self._emergency = emergency
        if is_new:
            self.heard()
            self._go(Nobody())

    # -- Time --

    def tick(self) -> None:
        """Let a second pass."""
        if self._now is not None:
            self._now += SECOND
            self._tell_time()
        self._quiet += 1
        if not isinstance(self._visit, Nobody):
            self._be_patient()
        self._render()

    def _tell_time(self) -> None:
        assert self._now is not None
        moment = self._now.astimezone(self._known.pack.hall.zone)
        self._known = Known(self._known.pack, self._known.revision, moment)

    def _be_patient(self) -> None:
        left = self._waits.idle - self._quiet
        if left <= 0:
            self.heard()
            self._go(Nobody())
        elif left <= self._waits.warning:
            self._view.ask_whether_there(None if self._emergency else left)

    # -- What is shown --

    def _render(self) -> None:
        page = self._page()
        if page != self._shown:
            self._shown = page
            self._view.show(page)

    def _page(self) -> Page:
        if self._emergency is not None:
            return Emergency(self._emergency)
        if isinstance(self._visit, Nobody):
            return self._turner.invitation(self._known, self._quiet)
        return self._turner.page(self._visit, self._known)
