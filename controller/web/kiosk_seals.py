"""What proves that a kiosk's numbers and its journal are its own, made of the hall's secret."""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import date

from controller.hall.blocks import Block
from controller.hall.ids import KioskName
from controller.web.follow_code import FollowCodes


@dataclass(frozen=True, slots=True)
class KioskSeals:
    """Made anew each time: the controller keeps none, and its restored backup lacks none.

    Each is HMAC-SHA-256 (RFC 2104), in hexadecimal digits.
    """

    codes: FollowCodes

    def key(self, kiosk: KioskName, day: date) -> str:
        """Return what seals the kiosk's journal of the day."""
        return self._made("kiosk", kiosk, day.isoformat())

    def proof(self, block: Block, day: date) -> str:
        """Return what proves that the block was granted to its kiosk on that day."""
        numbers = f"{block.prefix}{block.first}-{block.last}"
        return self._made("block", block.kiosk, day.isoformat(), numbers)

    def is_proved(self, block: Block, day: date, proof: str) -> bool:
        """Whether this is the proof of the block."""
        return hmac.compare_digest(self.proof(block, day).encode(), proof.encode())

    def _made(self, *told: str) -> str:
        what = "/".join((self.codes.hall, *told)).encode()
        return hmac.new(self.codes.secret, what, hashlib.sha256).hexdigest()
