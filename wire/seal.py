"""Seals: each line of a kiosk's own journal is sealed on the one before it."""

import hashlib
import hmac


def sealed(key: str, before: str, text: str) -> str:
    """Return the seal of a line: HMAC-SHA-256 (RFC 2104) of the seal before it and its text.

    `key` is in hexadecimal digits, and so are seals; before the first line stands nothing.
    """
    told = f"{before}\n{text}".encode()
    return hmac.new(bytes.fromhex(key), told, hashlib.sha256).hexdigest()


def is_sealed(key: str, before: str, text: str, seal: str) -> bool:
    """Whether the seal is that of the line."""
    return hmac.compare_digest(sealed(key, before, text).encode(), seal.encode())
