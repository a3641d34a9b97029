"""The audit tells each screen as soon as it was measured."""

from io import StringIO

from rich.console import Console

from nouba.auditing.measured import Audited
from nouba.auditing.measures import Finding
from nouba.auditing.table import print_screen


def printed(*audited: Audited) -> list[str]:
    told = StringIO()
    for each in audited:
        print_screen(Console(file=told, soft_wrap=True), "15.6", each)
    return told.getvalue().splitlines()


def test_a_screen_without_a_fault_is_one_line() -> None:
    assert printed(Audited("offices", "ar", ("contrast",), ()), Audited("code", None, (), ())) == [
        '15.6"  offices (ar, contrast): no faults',
        '15.6"  code (all): no faults',
    ]


def test_a_screen_with_faults_tells_each() -> None:
    small = Finding("small", "office:[1]", "18.2 mm")

    assert printed(Audited("offices", "fr", (), (small,))) == [
        '15.6"  offices (fr): 1 fault',
        "small: office:[1] (18.2 mm)",
    ]
