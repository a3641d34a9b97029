"""Browsers without scripts, that sign in and fill forms in."""

import re
from typing import Any


def submit(client: Any, address: str, **fields: str) -> Any:
    """Post a form with the token of the page that it stands on."""
    page = client.get("/", follow_redirects=True).text
    token = re.search(r'name="csrf_token"[^>]* value="([^"]+)"', page).group(1)
    return client.post(address, data=fields | {"csrf_token": token})


def browser(house: Any, name: str = "", language: str = "en") -> Any:
    """Return a browser, signed in if it is to be."""
    client = house.app.test_client()
    client.set_cookie("language", language)
    if name:
        submit(client, "/sign-in", name=name, password="correct horse")
    return client


def page(house: Any, address: str, name: str = "", language: str = "en") -> Any:
    """Return what a browser is given there."""
    return browser(house, name, language).get(address, follow_redirects=True)
