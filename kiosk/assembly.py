"""One kiosk put together: the screen, the conversation, the link and the printer.

It opens the window, so it is imported after `media.look.window.prepare`.
"""

import uuid
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

import structlog

from hardware.ports import PrintResult
from kiosk.affine import Affine, read_affine
from kiosk.aids import Aid, Aids
from kiosk.alone.alone import Alone
from kiosk.alone.handing_over import HandingOver
from kiosk.areas import Areas
from kiosk.asked import Asked
from kiosk.backstage import Backstage
from kiosk.choices import Choices
from kiosk.finding.search import Search
from kiosk.flow import KioskFlow
from kiosk.notice_round import NoticeRound
from kiosk.press_room import list_print_of, press_of
from kiosk.printer_news import PrinterNews
from kiosk.printer_watch import PrinterWatch
from kiosk.recent_log import RecentLog
from kiosk.screens.guided import guided
from kiosk.screens.inspector import inspected
from kiosk.screens.kit import Kit
from kiosk.screens.notice_card import NoticeMeasure
from kiosk.screens.plan import Plan
from kiosk.screens.scanner import Scanner
from kiosk.screens.sheet_cutter import SheetCutter
from kiosk.screens.stage import Stage
from kiosk.screens.surround import Surround
from kiosk.screens.touch_correction import TouchCorrection
from kiosk.settings import KioskSettings
from kiosk.technician import Technician
from kiosk.technician_code import CodeLock
from kiosk.ticket_desk import LinkedDesk
from kiosk.touch_map import TouchMap
from kiosk.turning import Turner
from kiosk.workshop import CORRECTION, Workshop
from media.look.look import Look
from media.look.main_loop import save_picture
from media.look.screen import Screen
from media.look.window import opened
from media.pack import Pack, load_pack
from media.pack.watching import PackWatch
from media.texts import Texts
from media.toml import TomlError
from wire.codec import BadMessage, decode
from wire.link import Arrival, Link, Message, Offline, Online, Place
from wire.messages import Offer


class Kiosk:
    """A kiosk that runs when its `pulse` and its `second` are called by a main loop."""

    def __init__(self, settings: KioskSettings, log: RecentLog | None = None) -> None:
        """Open what the settings name; raise `TomlError`, `DeviceError` or `PaperFontError`."""
        self._settings, self._seconds = settings, 0
        self._content = PackWatch(settings.pack)
        pack, texts = load_pack(settings.pack), Texts()
        self._link = Link(Place(settings.controller, "/kiosks", settings.token))
        self._watch = PrinterWatch(settings.printer.address)
        press = press_of(settings, pack, texts, self._watch, _now)
        lists = list_print_of(settings, pack, texts)
        self._alone = Alone(settings.home / "alone", pack, _now, monotonic)
        self._desk = LinkedDesk(
            self._link, press, lists.picture, self._alone, settings.waits.outage
        )
        self._handing_over = HandingOver(self._link, self._alone, _new_request)
        self._news = PrinterNews(self._link)
        screen = opened(settings.screen.geometry())
        language = settings.languages[0]
        areas = Areas(screen)
        looks = {low: Look(areas.page_screen(is_low=low), language) for low in (False, True)}
        kits = {low: Kit(look, texts, pack, self._touch) for low, look in looks.items()}
        self.stage = Stage(kits[False], self._settled, self._held)
        self._backstage = Backstage(self.stage, self.stage.show)
        choices = Choices(pack, settings.languages)
        self._notices = NoticeRound(pack, settings.languages, NoticeMeasure(kits[False]))
        self._turners = {each: self._turner(kit) for each, kit in kits.items()}
        self.root = Surround(self.stage, areas, kits, self._turn)
        self.flow = KioskFlow(
            self._backstage,
            self._desk,
            choices,
            self._turners[False],
            Asked(_new_request),
            settings.waits,
        )
        self._scanner = Scanner(self._scanned)
        self._correction = TouchCorrection(_correction(settings))
        self.guided = guided(settings, self.stage, self.root, self.flow.heard, self._is_technicians)
        self._tools = self._workshop(pack, screen, log or RecentLog())
        lock = CodeLock(settings.technician_code)
        self.technician = Technician(self._backstage, self._tools, lock, settings.languages)

    def _workshop(self, pack: Pack, screen: Screen, log: RecentLog) -> Workshop:
        return Workshop(
            self._settings.controller,
            self._settings.home,
            pack,
            screen,
            self._desk,
            self._watch,
            log,
            self._correction,
            _now,
            self._settings.speaker,
            self.guided,
        )

    def _turner(self, kit: Kit) -> Turner:
        capacity = Plan(kit.look.screen).capacity()
        cutter, search = SheetCutter(kit), Search(kit.pack)
        return Turner(self._settings.languages, capacity, cutter, search, self._notices)

    def _turn(self, aids: Aids) -> None:
        self.flow.turn_with(self._turners[aids.low])

    def start(self) -> None:
        """Connect, and be ready to print and to read what is scanned."""
        self._correction.start()
        self._scanner.start()
        self.guided.start()
        self._desk.start()
        self._link.start()

    def stop(self) -> None:
        """Disconnect. May be called twice."""
        self._correction.stop()
        self._scanner.stop()
        self.guided.stop()
        self._desk.stop()
        self._link.stop()

    def pulse(self) -> None:
        """Take in what arrived since the last time."""
        for arrival in self._link.drain():
            self._take_in(arrival)
        self._desk.drain(self._printed)
        self._desk.drain_lists()
        self._news.pulse(self._watch.troubles)
        self.flow.on_printer(is_ready=self._desk.is_printer_ready)

    def second(self) -> None:
        """Let a second pass."""
        self._seconds += 1
        self._renew_notices()
        self._desk.second()
        self._handing_over.second()
        self.flow.tick()
        self._tools.tick()
        self.technician.tick()
        self.guided.second()
        self.root.second()

    def save_picture(self) -> Path | None:
        """Save the window as `SCREEN-LANGUAGE.png` where the settings say; return where."""
        if self._settings.screenshots is None:
            return None
        shown = self.stage.touch_map()
        name = f"{shown.screen}-{shown.language or 'all'}"
        return save_picture(self.root, self._settings.screenshots, name)

    def _renew_notices(self) -> None:
        """Tell the notices that the pack has now; all else of it holds until the next start."""
        try:
            pack = self._content.renewed(self._seconds)
        except TomlError as error:
            structlog.get_logger().error("content_not_renewed", problems=str(error))
            return
        if pack is not None:
            self._notices.renew(pack)

    def _take_in(self, arrival: Arrival) -> None:
        match arrival:
            case Online():
                structlog.get_logger().info("connected", controller=self._settings.controller)
                self._news.online()
                self._handing_over.online()
                self._tools.connected = 0
                self.flow.on_online()
            case Offline(why):
                structlog.get_logger().warning("controller_away", why=why)
                self._handing_over.offline(why)
                self._tools.connected = None
                self.flow.on_offline()
            case Message("offer", data):
                self._offer(data)
            case Message(event, _):
                structlog.get_logger().debug("event_ignored", name=event)

    def _offer(self, data: object) -> None:
        try:
            offer = decode(Offer, data)
        except BadMessage as error:
            structlog.get_logger().error("offer_not_understood", problem=str(error))
            return
        self._alone.heard(offer)
        self.flow.on_offer(offer)
        if offer.emergencies:
            self.technician.leave()

    def _touch(self, target: str) -> None:
        action, _, where = target.partition(":")
        if action == "aid":
            self.flow.heard()
            self.root.switch(Aid(where))
        elif action == "felt":
            x, _, y = where.partition(":")
            self.technician.felt((float(x), float(y)))
        elif self.technician.is_there:
            self.technician.touch(target)
        else:
            self.flow.touch(target)

    def _held(self) -> None:
        self.technician.come()

    def _is_technicians(self) -> bool:
        return self.technician.is_there

    def _scanned(self, line: str) -> None:
        if not self.technician.is_there:
            self.flow.scanned(line)

    def _printed(self, ticket: str, result: PrintResult) -> None:
        self._tools.printed(ticket, result)
        self.flow.printed(ticket, result)

    def _settled(self, touch_map: TouchMap) -> None:
        self.root.settled()
        if not self.stage.is_settled:  # an aid has ended with its visitor: it is drawn anew
            return
        touch_map = replace(touch_map, targets={**touch_map.targets, **self.root.places})
        self.guided.settled(touch_map)
        if self._settings.inspection is not None:
            inspected(self.root, self.stage).write(self._settings.inspection)
        if self._settings.touch_map is not None:
            touch_map.write(self._settings.touch_map)


def _correction(settings: KioskSettings) -> Affine:
    """Return the correction of touches that is kept; what cannot be read is none, and logged."""
    try:
        return read_affine(settings.home / CORRECTION)
    except (ValueError, TypeError, OSError):
        structlog.get_logger().exception("touch_correction_not_read")
        return Affine()


def _new_request() -> str:
    return str(uuid.uuid4())


def _now() -> datetime:
    return datetime.now(UTC)
