"""The key with which the journal keeps a request: who asked, and what tells requests apart."""

import hashlib
import json
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from controller.hall.commands import Command

AskerRole = Literal["agent", "supervisor", "kiosk", "visitor", "rater"]
"""As what somebody asks."""

KEY_LENGTH = 64
"""Characters of a key in the journal; a name has at most 40 of them."""

SIGNED_KEY = re.compile(r"([askvr]):(.+):[0-9a-f]*")
"""A key that begins with who asked, such as `a:amina:`; older journals have others, too."""

ASKERS: Mapping[str, AskerRole] = MappingProxyType(
    {"a": "agent", "s": "supervisor", "k": "kiosk", "v": "visitor", "r": "rater"}
)
"""Who asks, by the letter with which the key begins."""


def request_key(role: AskerRole, name: str, command: Command, request: str) -> str:
    """Return a request's key in the journal.

    It begins with who asks: the journal keeps it. Nobody can repeat the request of another,
    and nothing else can be asked by the same id.
    """
    wish = json.dumps([role, name, type(command).__name__, request])
    who = f"{role[0]}:{name}:"
    return who + hashlib.sha256(wish.encode()).hexdigest()[: KEY_LENGTH - len(who)]


def signed_by(key: str) -> tuple[AskerRole, str] | None:
    """Return as what somebody asked, and their name; nothing when the key does not tell it."""
    signed = SIGNED_KEY.fullmatch(key)
    return None if signed is None else (ASKERS[signed[1]], signed[2])
