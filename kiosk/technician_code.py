"""The technician's code: its hash in the settings, and how often it may be tried."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST_CODE = 6
"""Digits. A million codes, five of them in ten minutes."""

MOST_WRONG = 5
LOCKED = 600
"""Seconds in which no code is tried after so many wrong ones."""


class CodeLock:
    """Lets in who knows the code. Without a hash there is no way in."""

    def __init__(self, code_hash: str) -> None:
        self._hash, self._hasher = code_hash, PasswordHasher()
        self._wrong = self._locked = 0

    @property
    def is_there(self) -> bool:
        """Whether this kiosk has a code."""
        return bool(self._hash)

    @property
    def locked_seconds(self) -> int:
        """How long no code is tried any more; 0 when one may be."""
        return self._locked

    def opens(self, code: str) -> bool:
        """Return whether that is the code. The attempt counts before it is tried."""
        if self._locked:
            return False
        self._wrong += 1
        if self._wrong >= MOST_WRONG:
            self._locked, self._wrong = LOCKED, 0
        if not self._is_right(code):
            return False
        self._locked = self._wrong = 0
        return True

    def tick(self) -> None:
        """Let a second pass."""
        self._locked = max(0, self._locked - 1)

    def _is_right(self, code: str) -> bool:
        try:
            return self._hasher.verify(self._hash, code)
        except (VerificationError, InvalidHashError):
            return False


def hash_of(code: str) -> str:
    """Return what stands in the settings for a code of digits; raise `ValueError` for no code."""
    if not (code.isascii() and code.isdigit()) or len(code) < SHORTEST_CODE:
        raise ValueError(f"a code has {SHORTEST_CODE} digits or more, and nothing else")
    return PasswordHasher().hash(code)
