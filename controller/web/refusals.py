"""Refusals below Flask: in JSON, as everywhere else."""

import json
from collections.abc import Callable, Iterable
from typing import Any

Environ = dict[str, Any]
Start = Callable[..., Any]
Application = Callable[[Environ, Start], Iterable[bytes]]


def refuse(
    start: Start, status: str, code: str, why: str, *headers: tuple[str, str]
) -> tuple[bytes]:
    """Begin the answer to a WSGI request that is refused, and return its body."""
    body = json.dumps({"refused": code, "why": why}).encode()
    length = ("Content-Length", str(len(body)))
    start(status, [("Content-Type", "application/json"), length, *headers])
    return (body,)
