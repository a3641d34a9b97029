"""What the documents point at is there."""

import re
from pathlib import Path

import pytest

DOCUMENTS = [*Path().glob("*.md"), *Path("docs").rglob("*.md"), *Path("deploy").rglob("*.md")]
LINK = re.compile(r"\]\((?!https?:)([^)#]+)\)")
NAMED_FILE = re.compile(
    r"`((?:wire|hardware|media|controller|kiosk|display|nouba|tests)/[\w/.-]+)`"
)


@pytest.mark.parametrize("document", DOCUMENTS, ids=str)
def test_every_link_leads_somewhere(document: Path) -> None:
    links = LINK.findall(document.read_text(encoding="utf-8"))

    assert [link for link in links if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=str)
def test_every_file_that_is_named_exists(document: Path) -> None:
    named = NAMED_FILE.findall(document.read_text(encoding="utf-8"))

    assert [name for name in named if not Path(name).exists()] == []
