"""Appointments booked as visitors book them: on the hall's page."""

import re

import requests

PAGE = "/appointments/{service}"


def book(url: str, service: str, *, day: int = 0, language: str = "en") -> str:
    """Book the first free time of the first free day, or of a later one; return the code."""
    telephone = requests.Session()
    telephone.headers["Accept-Language"] = language
    root = PAGE.format(service=service)
    days = _links(telephone.get(url + root, timeout=10).text, root)
    times = _links(telephone.get(url + days[day], timeout=10).text, days[day])
    page = telephone.get(url + times[0], timeout=10).text
    form = dict(re.findall(r'name="(\w+)" value="([^"]+)"', page))
    answer = telephone.post(url + times[0], data=form, timeout=10, allow_redirects=False)
    assert answer.status_code == 303, answer.text
    return answer.headers["Location"].rpartition("/")[-1]


def _links(page: str, root: str) -> list[str]:
    return re.findall(rf'href="({root}/[^"/]+)"', page)
