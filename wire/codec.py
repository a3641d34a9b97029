"""Messages to and from JSON data: unknown fields are ignored, missing or wrong ones refused."""

from collections.abc import Hashable, Iterator
from functools import cache
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

Message = TypeVar("Message")

NUL = "\0"


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
    """Return the message of this kind that the data holds, or raise `BadMessage`.

    No text may have a NUL character: PostgreSQL keeps none (its manual, 8.3), SQLite does.
    """
    if any(NUL in text for text in _texts(data)):
        raise BadMessage("a text has a NUL character (U+0000)")
    try:
        message: Message = _adapter(cast(Hashable, kind)).validate_python(data)
    except ValidationError as error:
        raise BadMessage(_told(error)) from None
    return message


def _texts(data: object) -> Iterator[str]:
    """Give all texts in JSON data, however deep."""
    left = [data]
    while left:
        match left.pop():
            case str(text):
                yield text
            case dict(fields):
                left += fields.values()
            case list(items) | tuple(items):
                left += items


def _told(error: ValidationError) -> str:
    return "; ".join(
        f"{'.'.join(map(str, problem['loc'])) or 'message'}: {problem['msg']}"
        for problem in error.errors(include_url=False, include_input=False)
    )
