"""Takes the complaints that information screens tell, each once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import structlog

from controller.complaints import Complaints, NewComplaint
from controller.identity import Device
from controller.web.allowance import Allowance
from controller.web.attempts import TooManyAttempts
from controller.web.complaint_requests import ComplaintNow
from controller.web.follow_code import FollowCodes
from wire.codec import decode
from wire.follow_up import follow_up
from wire.messages import ComplaintTaken, Refusal

TOO_MANY = "too_many_complaints"
"""The code for a screen that told too many within the hour; it keeps them, and asks again."""


@dataclass(frozen=True, slots=True)
class TakingComplaints:
    """Answers information screens. What is answered is on the disk."""

    complaints: Complaints
    codes: FollowCodes
    now: Callable[[], datetime]
    allowance: Allowance
    """Of each screen."""

    def answer(self, device: Device, data: object) -> ComplaintTaken | Refusal:
        """Take a complaint; one that was taken already is answered alike. Raises `StoreError`."""
        told = decode(ComplaintNow, data)
        if self.complaints.find(told.request) is not None:
            return ComplaintTaken(told.request)
        try:
            with self.allowance.one(device.name):
                self.complaints.take(self._new(told, device))
        except TooManyAttempts:
            structlog.get_logger().warning(TOO_MANY, device=device.name)
            return Refusal(TOO_MANY)
        structlog.get_logger().info("complaint_taken", device=device.name, subject=told.subject)
        return ComplaintTaken(told.request)

    def _new(self, told: ComplaintNow, device: Device) -> NewComplaint:
        number = follow_up(told.code)
        assert number is not None  # the shape has seen to it
        now = self.now()
        return NewComplaint(
            id=told.request,
            number=number.number,
            proof=self.codes.proof(number),
            kind=told.kind,
            subject=told.subject,
            language=told.language,
            device=device.name,
            written_at=min(told.written_at or now, now),
            received_at=now,
            about_office=told.office,
            place=told.place,
            words=told.words,
            phone=told.phone,
        )
