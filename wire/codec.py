"""Messages to and from JSON data: unknown fields are ignored, missing or wrong ones refused."""

from collections.abc import Hashable
from functools import cache
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

Message = TypeVar("Message")


class BadMessage(ValueError):  # noqa: N818 - it is an answer to a sender, not a fault of ours
    """The data is not the message that was expected; the text says what is wrong where."""


@cache
def _adapter(kind: Hashable) -> TypeAdapter[Any]:
    return TypeAdapter(cast(type[Any], kind))


def encode(message: object) -> dict[str, Any]:
    """Return a message as JSON data; times become ISO 8601 texts in UTC."""
    data: dict[str, Any] = _adapter(cast(Hashable, type(message))).dump_python(message, mode="json")
    return data


def decode(kind: type[Message], data: object) -> Message:
    """Return the message of this kind that the data holds, or raise `BadMessage`."""
    try:
        message: Message = _adapter(cast(Hashable, kind)).validate_python(data)
    except ValidationError as error:
        raise BadMessage(_told(error)) from None
    return message


def _told(error: ValidationError) -> str:
    return "; ".join(
        f"{'.'.join(map(str, problem['loc'])) or 'message'}: {problem['msg']}"
        for problem in error.errors(include_url=False, include_input=False)
    )
