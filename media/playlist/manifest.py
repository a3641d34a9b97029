"""A revision as a file: canonical JSON, the same bytes for the same revision.

Read strictly: what is not known, missing, of another kind or too large is refused with a
sentence for each, and a player keeps the revision that it has.
"""

import json
from collections import Counter
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from media.nearest import meant
from media.playlist.faults import Fault, faults_of
from media.playlist.model import Revision
from media.toml_kinds import names_at

MOST_BYTES = 4 * 1024 * 1024
"""Of a manifest: 500 items with long texts in four languages have fewer."""

_LONGEST_SHOWN = 60


class BadManifest(ValueError):  # noqa: N818 - it is an answer to a sender, not a fault of ours
    """The bytes are not a revision that screens could play; `faults` tells all that is wrong."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))


def written(revision: Revision) -> bytes:
    """Return the revision's manifest: keys in order, no spaces, UTF-8."""
    data = _adapter().dump_python(revision, mode="json")
    text = json.dumps(
        data, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
    )
    return text.encode()


def fingerprint(revision: Revision) -> str:
    """Return the SHA-256 of the manifest, by which a screen says what it plays."""
    return sha256(written(revision)).hexdigest()


def read_manifest(data: bytes) -> Revision:
    """Return the revision that the bytes hold, or raise `BadManifest`."""
    if len(data) > MOST_BYTES:
        raise BadManifest([Fault("manifest", f"has {len(data)} bytes; {MOST_BYTES} at most")])
    _refuse_broken(data)
    try:
        revision = _adapter().validate_json(data, strict=True, extra="forbid")
    except ValidationError as error:
        raise BadManifest(map(_told, error.errors(include_url=False))) from None
    if faults := faults_of(revision):
        raise BadManifest(faults)
    return revision


def _refuse_broken(data: bytes) -> None:
    """Raise `BadManifest` for what is not JSON, or says something twice."""
    try:
        json.loads(data, object_pairs_hook=_once)
    except BadManifest:
        raise
    except (ValueError, RecursionError) as error:
        raise BadManifest([Fault("manifest", f"is not JSON ({error})")]) from None


def _once(pairs: list[tuple[str, Any]]) -> None:
    times = Counter(name for name, _ in pairs)
    if twice := [name for name, count in times.items() if count > 1]:
        raise BadManifest(
            [
                Fault("manifest", f'"{name[:_LONGEST_SHOWN]}" stands twice in one place')
                for name in twice
            ]
        )


@cache  # to make the checks takes longer than to do them
def _adapter() -> TypeAdapter[Revision]:
    return TypeAdapter(Revision)


def _told(error: ErrorDetails) -> Fault:
    place = ".".join(map(str, error["loc"])) or "manifest"
    match error["type"]:
        case "unexpected_keyword_argument" | "extra_forbidden":
            name = str(error["loc"][-1])
            return Fault(
                place, f"is not known here{meant(name, names_at(Revision, error['loc'][:-1]))}"
            )
        case "missing" | "missing_argument":
            return Fault(place, "is missing")
        case "value_error":
            return Fault(place, str(error["ctx"]["error"]))
        case _:
            return Fault(place, f"{error['msg']}, not {_shown(error['input'])}")


def _shown(found: object) -> str:
    text = str(found)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
