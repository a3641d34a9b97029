"""A controller that is away for longer than nobody needs to know of."""

from kiosk.contact import Contact


def later(contact, seconds):
    for _ in range(seconds):
        contact = contact.second_later()
    return contact


def test_nobody_needs_to_know_of_a_short_absence():
    lost = Contact(patience=4, away=0).found().lost()

    assert [later(lost, seconds).is_cut_off for seconds in (0, 3, 4, 60)] == [
        False,
        False,
        True,
        True,
    ]


def test_whoever_is_there_is_never_cut_off_and_absences_do_not_add_up():
    there = later(Contact(patience=4, away=4).found(), 60)

    assert not there.is_cut_off
    assert not later(later(there.lost(), 3).found().lost(), 3).is_cut_off
