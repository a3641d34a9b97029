"""What an audit reads of the papers that a kiosk has printed."""

from kiosk.qr import qr_picture
from nouba.auditing.look_up import codes_on

WIDTH = 576


def test_only_tickets_have_codes_and_a_list_beside_them_is_passed_over(tmp_path):
    papers = ("HTTP://HALL/T/A001K7QM3XPT", "Permis de construire: 3 copies, 2026-10")
    for number, told in enumerate(papers, 1):
        qr_picture(told, 6, WIDTH).save(tmp_path / f"{number}.png")

    assert codes_on(tmp_path) == {"A001": "K7QM3XPT"}
