"""Look at a complaint: as the staff answer it, and as its visitor reads the answer."""

from pathlib import Path

import socketio
from playwright.sync_api import Browser

from nouba.demo.staff import PASSWORD, Member
from nouba.pages import staff_page
from nouba.shots.looking import PHONE, Looker, open_page
from wire.codec import decode, encode
from wire.messages import ComplaintTaken, TellComplaint

SENT = 30.0
"""Seconds within which the controller takes a complaint."""

TOLD = TellComplaint(
    request="picture-of-a-complaint",
    code="K7QM3XPTR4WD",
    kind="complaint",
    subject="reception",
    office="civil_status",
    language="ar",
    words="انتظرت ساعتين في شباك الحالة المدنية دون جواب",
)
ANSWER = "نعتذر عن هذا الانتظار. أضفنا شباكا ثالثا صباح كل يوم اثنين."


class ComplaintsTour:
    """A screen that tells a complaint, the staff who answer it, the visitor's telephone."""

    def __init__(self, browser: Browser, address: str, folder: Path) -> None:
        self._browser, self._address, self._folder = browser, address, folder

    def tell(self, token: str) -> None:
        """Tell the complaint with a screen's token."""
        screen = socketio.SimpleClient()
        auth = {"token": token}
        screen.connect(self._address, auth=auth, namespace="/kiosks", transports=["websocket"])
        decode(ComplaintTaken, screen.call("complaint", encode(TOLD), timeout=SENT))
        screen.disconnect()

    def staff(self, member: Member) -> None:
        """Take the list, the complaint with its answer, and the figures."""
        page = staff_page(self._browser, self._address, member.name, PASSWORD)
        looker = Looker(page, self._folder)
        page.goto(f"{self._address}/complaints/{TOLD.request}")
        page.select_option("#office", "complaints")
        page.tap("form[action$=assign] button")
        page.fill("#answer", ANSWER)
        page.tap("form[action$=answer] button")
        looker.keep("complaint", "ol .card:nth-child(2)")
        page.goto(f"{self._address}/complaints")
        looker.keep("complaints", ".all .card")
        page.goto(f"{self._address}/complaints/figures")
        looker.keep("complaints-figures", "table")
        page.close()

    def visitor(self) -> None:
        """Take the question for the number, and the page with the answer."""
        page = open_page(self._browser, PHONE)
        looker = Looker(page, self._folder)
        page.goto(f"{self._address}/complaint")
        looker.keep("complaint-ask", "#number")
        page.goto(f"{self._address}/C/{TOLD.code}")
        looker.keep("complaint-answered", ".answer")
        page.close()
