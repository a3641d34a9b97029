"""One information screen put together: the screen, the conversation, the link.

It opens the window, so it is imported after `media.look.window.prepare`.
"""

import uuid
from dataclasses import replace
from pathlib import Path

import structlog

from kiosk.aids import Aid, Aids
from kiosk.areas import Areas
from kiosk.bulletin_board import BulletinBoard
from kiosk.complaining.outbox import Outbox
from kiosk.complaining.sending import Sending, drawn_code
from kiosk.finding.search import Search
from kiosk.information.flow import InformationFlow
from kiosk.information.turning import InformationTurner
from kiosk.notice_round import NoticeRound
from kiosk.screens.guided import guided
from kiosk.screens.inspector import inspected
from kiosk.screens.kit import Kit
from kiosk.screens.leaflet import LeafletCutter
from kiosk.screens.notice_card import NoticeMeasure
from kiosk.screens.plan import Plan
from kiosk.screens.sheet_cutter import SheetCutter
from kiosk.screens.stage import Stage
from kiosk.screens.surround import Surround
from kiosk.settings import InformationSettings
from kiosk.touch_map import TouchMap
from media.look.look import Look
from media.look.main_loop import save_picture
from media.look.window import opened
from media.pack import load_pack
from media.pack.watching import PackWatch
from media.texts import Texts
from media.toml import TomlError
from wire.codec import BadMessage, decode
from wire.link import Arrival, Link, Message, Offline, Online, Place
from wire.messages import Offer


class InformationScreen:
    """An information screen that runs when its `pulse` and its `second` are called."""

    def __init__(self, settings: InformationSettings) -> None:
        """Open what the settings name; raise `TomlError` or `DeviceError`."""
        self._settings, self._seconds = settings, 0
        self._content = PackWatch(settings.pack)
        pack, texts = load_pack(settings.pack), Texts()
        self._link = Link(Place(settings.controller, "/kiosks", settings.token))
        self._board = BulletinBoard(self._link, settings.home)
        self._outbox = Outbox(self._link, settings.home)
        areas = Areas(opened(settings.screen.geometry()))
        language = settings.languages[0]
        looks = {low: Look(areas.page_screen(is_low=low), language) for low in (False, True)}
        kits = {low: Kit(look, texts, pack, self._touch) for low, look in looks.items()}
        self.stage = Stage(kits[False], self._settled)
        self._notices = NoticeRound(pack, settings.languages, NoticeMeasure(kits[False]))
        self._turners = {each: self._turner(kit) for each, kit in kits.items()}
        self.root = Surround(self.stage, areas, kits, self._turn)
        self.flow = InformationFlow(
            self.stage,
            pack,
            self._turners[False],
            Sending(self._outbox.keep, lambda: str(uuid.uuid4()), drawn_code),
            settings.waits,
        )
        self.flow.on_revision(self._board.revision)
        self.guided = guided(settings, self.stage, self.root, self.flow.heard, lambda: False)

    def _turner(self, kit: Kit) -> InformationTurner:
        return InformationTurner(
            self._settings.languages,
            Plan(kit.look.screen).capacity(),
            SheetCutter(kit),
            LeafletCutter(kit),
            Search(kit.pack),
            lambda: self._board.followed_at,
            self._notices,
        )

    def _turn(self, aids: Aids) -> None:
        self.flow.turn_with(self._turners[aids.low])

    def start(self) -> None:
        """Connect, and listen to the keys."""
        self.guided.start()
        self._link.start()

    def stop(self) -> None:
        """Disconnect. May be called twice."""
        self.guided.stop()
        self._link.stop()

    def pulse(self) -> None:
        """Take in what arrived since the last time."""
        for arrival in self._link.drain():
            self._take_in(arrival)

    def second(self) -> None:
        """Let a second pass."""
        self._seconds += 1
        self._renew_notices()
        self._board.second(self.flow.on_revision)
        self._outbox.second()
        self.flow.tick()
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
            self.flow.on_notices(pack.notices)

    def _take_in(self, arrival: Arrival) -> None:
        match arrival:
            case Online():
                structlog.get_logger().info("connected", controller=self._settings.controller)
                self.flow.on_online()
                self._board.ask(self.flow.on_revision)
                self._outbox.online()
            case Offline(why):
                structlog.get_logger().warning("controller_away", why=why)
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
        self.flow.on_offer(offer)

    def _touch(self, target: str) -> None:
        action, _, aid = target.partition(":")
        if action == "aid":
            self.flow.heard()
            self.root.switch(Aid(aid))
        else:
            self.flow.touch(target)

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
