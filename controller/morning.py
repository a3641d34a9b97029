"""The hall as it is in the morning: of the pack, and of its supervisors' rules."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from controller.appointments import Appointments, Book, Calendar, closed_today
from controller.hall import Hall
from controller.hall.deadlines import in_time_from
from controller.hall.ids import CounterId, ServiceId
from controller.hall.refusals import Refused
from controller.hall.service import Service
from controller.reception import Reception
from controller.rulebook import Rulebook, read_rulebook
from controller.rulebook.model import ServiceFields
from controller.settings import Settings
from media.pack import Pack, model


def rulebook_of(settings: Settings, pack: Pack) -> Rulebook:
    """Return the hall's own rules; raises `TomlError` when they are not right."""
    beside_pack = settings.pack / "rules.toml"
    path = settings.rules or (beside_pack if beside_pack.is_file() else None)
    return Rulebook() if path is None else read_rulebook(path, pack)


def empty_hall(pack: Pack, rulebook: Rulebook) -> Hall:
    """Return the hall of the pack as it is in the morning."""
    counters = {
        CounterId(each.number): tuple(map(ServiceId, each.services)) for each in pack.hall.counters
    }
    services = (_service(each, rulebook.services.get(each.id)) for each in pack.services)
    return Hall(services, counters, rulebook.rules)


def appointments_of(
    book: Book, reception: Reception, pack: Pack, rulebook: Rulebook, now: Callable[[], datetime]
) -> Appointments:
    """Return the appointments of the hall in which the reception sits; `now` is its clock."""
    calendar = Calendar.of(empty_hall(pack, rulebook), pack.hall.zone)

    def closed(service: ServiceId) -> Refused | None:
        return reception.read(lambda hall, _: closed_today(hall, service))

    def in_time(at: datetime) -> datetime:
        return reception.read(lambda hall, _: in_time_from(hall, at))

    return Appointments(book, calendar, closed, in_time, now)


def always_open(pack: Pack, rulebook: Rulebook) -> Hall:
    """Return the same hall, with tickets at any hour: for days that are only thought of."""
    hall = empty_hall(pack, rulebook)
    hall.rules = replace(hall.rules, hours=None)
    return hall


def _service(service: model.Service, limits: ServiceFields | None) -> Service:
    kind = Service(ServiceId(service.id), service.prefix, timedelta(minutes=service.target_minutes))
    if limits is None:
        return kind
    slot = None if limits.slot_minutes is None else timedelta(minutes=limits.slot_minutes)
    return replace(kind, quota=limits.quota, slot=slot, slot_capacity=limits.slot_capacity or 1)
