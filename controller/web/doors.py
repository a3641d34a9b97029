"""Opens the doors of agents, supervisors, kiosks and screens, and keeps telling who came in."""

from functools import partial

from flask import Flask
from flask_socketio import SocketIO

from controller.identity import Device, Person
from controller.web import signage
from controller.web.agents import AgentsDoor
from controller.web.alone import OwnNumbers
from controller.web.answers import Answers
from controller.web.attendance import PACE as ATTENDANCE_PACE
from controller.web.attendance import Attendance
from controller.web.broadcast import Broadcast
from controller.web.bulletin import Bulletins
from controller.web.complaining import register_complaints
from controller.web.door import Door, StrangeDoor
from controller.web.issuing import Issuing
from controller.web.kiosks import KioskDesks, KiosksDoor
from controller.web.looking_up import LookingUp
from controller.web.metrics import Metrics
from controller.web.parts import Parts
from controller.web.presence import Presence
from controller.web.rounds import go_on
from controller.web.screens import ScreensDoor
from controller.web.slips import Slips
from controller.web.staff import Entrance
from controller.web.states import States
from controller.web.supervisors import SupervisorsDoor
from controller.web.together import Together

Doors = tuple[ScreensDoor, KiosksDoor, AgentsDoor, SupervisorsDoor]


def open_doors(
    app: Flask, socketio: SocketIO, parts: Parts, metrics: Metrics, presence: Presence
) -> None:
    """Let everybody in whom the parts know, count them, and tell them what happens."""
    attendance = Attendance(parts.reception, parts.now, parts.pace, is_alone=parts.is_alone)
    states = States(parts.reception, presence, attendance, parts.expectations, parts.pace)
    answers = Answers(parts.reception, metrics)
    slips = Slips(parts.codes, parts.expectations, parts.reception, parts.zone)
    issuing = Issuing(answers, slips, parts.appointments)
    entrance = Entrance(app, parts.sessions)
    desks = _kiosk_desks(app, socketio, parts, issuing, slips)
    doors = (
        ScreensDoor(parts.devices, presence, states, parts.signage, parts.fleet),
        KiosksDoor(parts.devices, presence, states, desks),
        AgentsDoor(entrance, states, answers, issuing, attendance),
        SupervisorsDoor(entrance, states, answers),
    )
    for door in doors:
        _open(door, socketio, metrics, parts.recheck_seconds)
    socketio.on_namespace(StrangeDoor([door.namespace for door in doors]))
    _measure(metrics, presence, attendance)
    _tell(socketio, parts, doors, states, presence, attendance)


def _kiosk_desks(
    app: Flask, socketio: SocketIO, parts: Parts, issuing: Issuing, slips: Slips
) -> KioskDesks:
    own = OwnNumbers(parts.reception, parts.codes, parts.zone)
    looking_up = LookingUp(
        issuing, slips, parts.reception, parts.expectations, parts.codes, parts.today
    )
    kept = parts.complaining.kept(parts.content, parts.zone, parts.now)
    taking = register_complaints(app, socketio, parts.complaining, kept, parts.codes, parts.people)
    return KioskDesks(
        issuing, looking_up, own, Bulletins(parts.signage, parts.codes.followed_at), taking
    )


def _open(
    door: Door[Person] | Door[Device], socketio: SocketIO, metrics: Metrics, seconds: float
) -> None:
    """Let guests in, count them, and see out every so many seconds who may not stay."""
    socketio.on_namespace(door)
    told = f"Connections to {door.namespace}"
    metrics.watch(f"nouba_{door.namespace[1:]}", told, partial(len, door.guests))
    rounds = partial(go_on, f"rounds of {door.namespace}", door.see_out, seconds)
    socketio.start_background_task(rounds)


def _measure(metrics: Metrics, presence: Presence, attendance: Attendance) -> None:
    metrics.watch(
        "nouba_printers_in_trouble",
        "Kiosks here whose printer has a fault or little paper",
        presence.printers_in_trouble,
    )
    metrics.watch(
        "nouba_counters_unattended",
        "Open counters whose agents' pages have been gone for too long",
        lambda: len(attendance.alarms),
    )


def _tell(
    socketio: SocketIO,
    parts: Parts,
    doors: Doors,
    states: States,
    presence: Presence,
    attendance: Attendance,
) -> None:
    *_, agents, supervisors = doors
    broadcast = Broadcast(
        socketio, parts.reception, states, agents, supervisors, lambda: attendance.unattended
    )
    attendance.listen(broadcast.hurry)
    socketio.start_background_task(go_on, "attendance", attendance.look, ATTENDANCE_PACE)
    presence.listen(broadcast.touch)
    presence.listen_to_printers(broadcast.hurry)
    parts.reception.listen(broadcast)
    broadcast.start(parts.poll_seconds)
    signage.Telling(socketio, parts.signage.publisher).start()
    if parts.neighbours is not None:
        together = Together(parts.neighbours, presence, attendance, broadcast.catch_up)
        parts.reception.listen(together)
        together.start(socketio)
    expect = partial(go_on, "devices", presence.refresh, parts.recheck_seconds)
    socketio.start_background_task(expect)
