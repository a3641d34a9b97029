"""Whether the parts of a pack fit together; each misfit is told with its file and line."""

from collections.abc import Iterable, Iterator
from typing import get_args

from media.nearest import meant
from media.pack.council import Council
from media.pack.model import Notice, Pack, Way
from media.pack.sheet_references import Known, references_of
from media.toml import Problem, TomlFile

Files = dict[str, TomlFile]
"""The pack's files, by their names inside its folder."""


def wrong_references(pack: Pack, notices: tuple[Notice, ...], files: Files) -> Iterator[Problem]:
    """Tell what is unknown, doubled or contradictory; `notices` in their file's order."""
    yield from _wrong_hall(pack, files["pack.toml"])
    yield from _doubled([each.id for each in pack.offices], files["offices.toml"], ("offices",))
    yield from _doubled([each.id for each in pack.services], files["services.toml"], ("services",))
    yield from _doubled([each.id for each in notices], files["notices.toml"], ("notices",))
    keys = [each.key for each in pack.charter]
    yield from _doubled(keys, files["charter.toml"], ("commitments",), "key")
    yield from _wrong_services(pack, files["services.toml"])
    yield from _shared_prefixes(pack, files["services.toml"])
    yield from _wrong_catalogues(pack, files)
    yield from _wrong_procedures(pack, files)
    yield from _wrong_notices(notices, files["notices.toml"])
    if "council.toml" in files:
        yield from _wrong_council(files["council.toml"])
    if "complaints.toml" in files:
        ids = [each.id for each in pack.complaints.subjects]
        yield from _doubled(ids, files["complaints.toml"], ("subjects",))


def _wrong_hall(pack: Pack, file: TomlFile) -> Iterator[Problem]:
    numbers = [str(counter.number) for counter in pack.hall.counters]
    yield from _doubled(numbers, file, ("hall", "counters"), "number")
    known = {service.id for service in pack.services}
    for index, counter in enumerate(pack.hall.counters):
        for place, service in enumerate(counter.services):
            if service not in known:
                yield file.problem(
                    f'there is no service "{service}"', "hall", "counters", index, "services", place
                )
    yield from _wrong_zones(pack, file)
    yield from _wrong_signposts(pack, file)
    yield from _wrong_shifts(pack, file)


def _wrong_zones(pack: Pack, file: TomlFile) -> Iterator[Problem]:
    services = {service.id for service in pack.services}
    numbers = {counter.number for counter in pack.hall.counters}
    yield from _doubled([each.id for each in pack.hall.zones], file, ("hall", "zones"))
    for index, zone in enumerate(pack.hall.zones):
        where = ("hall", "zones", index)
        if not zone.services and not zone.counters:
            yield file.problem("the zone has neither services nor counters", *where)
        for place, service in enumerate(zone.services):
            if service not in services:
                text = f'there is no service "{service}"'
                yield file.problem(text, *where, "services", place)
        for place, number in enumerate(zone.counters):
            if number not in numbers:
                yield file.problem(f"there is no counter {number}", *where, "counters", place)


def _wrong_signposts(pack: Pack, file: TomlFile) -> Iterator[Problem]:
    numbers = {counter.number for counter in pack.hall.counters}
    screens = [each.screen for each in pack.hall.signposts]
    yield from _doubled(screens, file, ("hall", "signposts"), "screen")
    for index, post in enumerate(pack.hall.signposts):
        told: set[int] = set()
        for way in get_args(Way):
            for place, number in enumerate(getattr(post, way)):
                where = ("hall", "signposts", index, way, place)
                if number not in numbers:
                    yield file.problem(f"there is no counter {number}", *where)
                if number in told:
                    yield file.problem(f"counter {number} has another way already", *where)
                told.add(number)


def _wrong_shifts(pack: Pack, file: TomlFile) -> Iterator[Problem]:
    for index, shift in enumerate(pack.hall.shifts):
        if shift.end <= shift.start:
            yield file.problem("the shift ends before it starts", "hall", "shifts", index, "end")


def _wrong_services(pack: Pack, file: TomlFile) -> Iterator[Problem]:
    offices = {office.id for office in pack.offices}
    sheets = {procedure.id: procedure for procedure in pack.procedures}
    for index, service in enumerate(pack.services):
        if service.office not in offices:
            yield file.problem(
                f'there is no office "{service.office}"', "services", index, "office"
            )
        if service.procedure not in sheets:
            text = f'there is no procedure "{service.procedure}"'
            yield file.problem(text, "services", index, "procedure")


def _shared_prefixes(pack: Pack, file: TomlFile) -> Iterator[Problem]:
    owners: dict[str, str] = {}
    offices = {office.id for office in pack.offices}
    for index, service in enumerate(pack.services):
        if service.office not in offices:
            continue  # told already
        owner = owners.setdefault(service.prefix, service.office)
        if owner != service.office:
            text = f'the office "{owner}" has the prefix "{service.prefix}" already'
            yield file.problem(text, "services", index, "prefix")


def _wrong_catalogues(pack: Pack, files: Files) -> Iterator[Problem]:
    for name, things in (
        ("documents", pack.documents),
        ("laws", pack.laws),
        ("life_events", pack.life_events),
    ):
        yield from _doubled([each.id for each in things], files[f"{name}.toml"], (name,))
    sheets = {procedure.id for procedure in pack.procedures}
    for index, document in enumerate(pack.documents):
        if document.procedure is not None and document.procedure not in sheets:
            text = f'there is no procedure "{document.procedure}"'
            yield files["documents.toml"].problem(text, "documents", index, "procedure")


def _wrong_procedures(pack: Pack, files: Files) -> Iterator[Problem]:
    known = Known.of(pack)
    sheets = [(name, file) for name, file in files.items() if name.startswith("procedures/")]
    for procedure, (name, file) in zip(pack.procedures, sheets, strict=True):
        if name != f"procedures/{procedure.id}.toml":
            yield file.problem(f'the file of "{procedure.id}" must bear its name', "id")
        for kind, wanted, field in references_of(procedure):
            if wanted not in known.ids(kind):
                hint = meant(wanted, known.ids(kind))
                near = hint if hint.startswith(":") else ""
                yield file.problem(f'there is no {kind} "{wanted}"{near}', *field)


def _wrong_notices(notices: Iterable[Notice], file: TomlFile) -> Iterator[Problem]:
    for index, notice in enumerate(notices):
        if notice.until is not None and notice.until < notice.since:
            yield file.problem("the notice ends before it starts", "notices", index, "until")


def _wrong_council(file: TomlFile) -> Iterator[Problem]:
    council = file.value(Council)
    yield from _doubled([each.id for each in council.members], file, ("members",))
    yield from _doubled([each.id for each in council.decisions], file, ("decisions",))
    yield from _doubled([each.number for each in council.decisions], file, ("decisions",), "number")


def _doubled(
    names: list[str], file: TomlFile, array: tuple[str, ...], field: str = "id"
) -> Iterator[Problem]:
    for index, name in enumerate(names):
        if name in names[:index]:
            yield file.problem(f'"{name}" stands there twice', *array, index, field)
