"""A telephone that books appointments."""

import re
from datetime import date, time, timedelta

from controller.appointments import Slot
from controller.hall.hours import Session

MONDAY = "2026-03-09"
SLOT = Slot(date(2026, 3, 9), time(9, 30))
WEEK = {day: (Session(time(8, 30), time(12)), Session(time(14), time(16))) for day in range(5)}
ADDRESS = f"/appointments/birth_copy/{MONDAY}/0930"
HOUR = timedelta(hours=1)


def post(telephone, address, **fields):
    """Send the form of the page at this address."""
    page = telephone.get(address).text
    hidden = dict(re.findall(r'name="(\w+)" value="([^"]+)"', page))
    return telephone.post(address, data=hidden | fields)


def book(telephone, address=ADDRESS):
    """Book there, and return the address of the appointment's page."""
    answer = post(telephone, address)
    assert answer.status_code == 303, answer.text
    return answer.location


def links(page):
    return re.findall(r'href="(/(?:appointments|A)/[^"]+)"', page.text)
