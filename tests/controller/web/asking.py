"""How tests ask: an event with a request id of its own, and its acknowledgement."""

from itertools import count
from typing import Any

_numbers = count(1)


def request_id() -> str:
    return f"request-{next(_numbers):06}"


def ask(client: Any, namespace: str, event: str, **data: Any) -> Any:
    return client.emit(event, {"request": request_id()} | data, namespace=namespace, callback=True)


def take(kiosk: Any, service: str = "legalisation", **data: Any) -> Any:
    return ask(kiosk, "/kiosks", "take_ticket", service=service, **({"language": "ar"} | data))
