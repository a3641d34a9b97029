"""The command line takes a right away while the page is open."""

import re
import subprocess
import sys

import pytest
from playwright.sync_api import expect

from tests.browser.served import PASSWORD

pytestmark = pytest.mark.browser


def nouba(hall, *words: str) -> None:
    command = [sys.executable, "-m", "nouba", *words, "--settings", str(hall._settings)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


@pytest.mark.parametrize("name", ["amina", "salma"])
def test_a_page_whose_password_was_changed_leads_to_the_sign_in(hall, sign_in, name):
    page = sign_in(name)
    expect(page.locator("#link-light")).to_have_class(re.compile("is-up"))

    nouba(hall, "people", "password", name, "--password", PASSWORD)

    expect(page).to_have_url(re.compile("/sign-in"))
