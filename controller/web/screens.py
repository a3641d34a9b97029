"""The hall's screens: they get boards and calls, and say what they show."""

from controller.fleet.wishes import Answer as WishAnswer
from controller.identity import Device, Devices
from controller.web.device_door import DeviceDoor
from controller.web.door import Answer
from controller.web.fleet import Fleet
from controller.web.presence import Presence
from controller.web.screen_requests import (
    HealthNow,
    PictureRefusedNow,
    PlayedNow,
    PlayingNow,
    ShownNow,
)
from controller.web.signage import Signage
from controller.web.states import States
from wire.codec import decode, encode
from wire.messages import Kept, Playing, Shown


class ScreensDoor(DeviceDoor):
    """The namespace `/screens`."""

    def __init__(
        self,
        devices: Devices,
        presence: Presence,
        states: States,
        signage: Signage,
        fleet: Fleet,
    ) -> None:
        # Three hundred screens acknowledge each call, and change nothing by it.
        super().__init__("screen", devices, presence, is_looked_up_at_each_event=False)
        self._states, self._signage = states, signage
        self._fleet = fleet
        self._answers: dict[str, Answer[Device]] = {
            "shown": self._shown,
            "playing": self._playing,
            "played": self._played,
            "health": self._health,
            "no_picture": self._no_picture,
        }

    def answers(self) -> dict[str, Answer[Device]]:
        """Screens only say what they show."""
        return self._answers

    def welcome(self, sid: str, guest: Device) -> None:
        """Send the board, who waits, and what is published."""
        self._presence.came(sid, guest, self._signage.now())
        self.emit("board", encode(self._states.board()), room=sid)
        self.emit("queues", encode(self._states.queues()), room=sid)
        self.emit("published", encode(self._signage.publisher.published), room=sid)

    def _shown(self, guest: Device, sid: str, data: object) -> None:
        del guest
        now = decode(ShownNow, data)
        self._presence.showed(sid, Shown(now.seq, now.spoken, now.elsewhere))

    def _playing(self, guest: Device, sid: str, data: object) -> None:
        del guest
        now = decode(PlayingNow, data)
        told = Playing(
            number=now.number,
            sha256=now.sha256,
            state=now.state,
            since=now.since,
            clock_trust=now.clock_trust,
            fetched=now.fetched,
            wanted=now.wanted,
            problem=now.problem,
            item=now.item,
            quarantined=now.quarantined,
        )
        self._presence.plays(sid, told, self._signage.now())

    def _health(self, guest: Device, sid: str, data: object) -> None:
        del guest
        self._presence.told_health(sid, decode(HealthNow, data))

    def _no_picture(self, guest: Device, sid: str, data: object) -> None:
        del sid
        told = decode(PictureRefusedNow, data)
        answer = WishAnswer(None, told.why)
        self._fleet.wishes.answer(told.wish, guest.name, answer, self._fleet.machine_now())

    def _played(self, guest: Device, sid: str, data: object) -> Kept:
        del sid
        rows = decode(PlayedNow, data).rows
        return Kept(self._signage.archive.keep(guest.name, rows))
