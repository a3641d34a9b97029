import gzip

import pytest

from controller.waits.history import Visit
from controller.waits.moment import Moment
from nouba.scoring.days import DaysError, days_of, merged, read_days
from tests.controller.waits.town import MONDAY, visits
from tests.nouba.scoring.past import write_csv


def flat(offices):
    return sorted(
        (each for days in offices.values() for day in days.values() for each in day), key=repr
    )


def test_a_file_is_read_in_any_order_zipped_or_not(tmp_path):
    plain = read_days([write_csv(tmp_path / "a.csv", visits(2))])
    zipped = read_days([write_csv(tmp_path / "a.csv.gz", visits(2), opened=gzip.open)])
    assert plain == zipped
    assert flat(plain) == sorted(visits(2), key=repr)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("office,queue,date\n", "has no column arrival_min, called_min, ticket"),
        ("", "has no column arrival_min, called_min, date, office, queue, ticket"),
        (
            "office,queue,date,ticket,arrival_min,called_min\nh,q,2026-03-02,1,9 o'clock,\n",
            ', line 2: could not convert string to float: "9 o\'clock"',
        ),
        (
            "office,queue,date,ticket,arrival_min,called_min\nh,q,2 March,1,9,10\n",
            ", line 2: Invalid isoformat string: '2 March'",
        ),
        (
            "office,queue,date,ticket,arrival_min,called_min\nh,q,2026-03-02,1,600,590\n",
            ", line 2: it was called, or left, before its issue",
        ),
        (
            "office,queue,date,ticket,arrival_min,called_min\nh,q,2026-03-02,1,600,inf\n",
            ", line 2: inf is no minute of a day",
        ),
        (
            "office,queue,date,ticket,arrival_min,called_min\nh,q\n",
            ", line 2: fromisoformat: argument must be str",
        ),
    ],
)
def test_what_is_wrong_in_a_file_is_told_with_its_line(tmp_path, text, told):
    path = tmp_path / "a.csv"
    path.write_text(text)
    with pytest.raises(DaysError) as raised:
        read_days([path])
    assert str(raised.value).removeprefix(str(path)).strip() == told.strip()


def test_a_mark_of_the_byte_order_is_no_part_of_the_first_column(tmp_path):
    plain = write_csv(tmp_path / "a.csv", visits(1))
    marked = tmp_path / "b.csv"
    marked.write_bytes(b"\xef\xbb\xbf" + plain.read_bytes())
    assert read_days([marked]) == read_days([plain])


def test_a_file_may_tell_who_gave_up_and_when(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(
        "office,queue,date,ticket,arrival_min,called_min,left_min\n"
        "h,q,2026-03-02,1,540,,544\nh,q,2026-03-02,2,541,549,\n"
    )
    gone, called = (Moment.on(MONDAY, minute) for minute in (544, 549))
    assert flat(read_days([path])) == [
        Visit("q", "q/1", Moment.on(MONDAY, 540), None, gone),
        Visit("q", "q/2", Moment.on(MONDAY, 541), called),
    ]


def test_a_file_that_is_not_zipped_though_its_name_says_so_is_refused(tmp_path):
    path = tmp_path / "a.csv.gz"
    path.write_text("office,queue")
    with pytest.raises(DaysError, match="cannot be read"):
        read_days([path])


def test_what_taught_ends_before_the_first_judged_day_and_no_ticket_waits_twice(tmp_path):
    three = read_days([write_csv(tmp_path / "a.csv", visits(3))])
    first, second, third = days_of(three)
    later = {"hall": {day: three["hall"][day] for day in (second, third)}}
    assert first == MONDAY.toordinal()
    assert merged(three, later, second) == three
    assert merged(three, {"hall": {second: []}}, first) == {"hall": {second: []}}
    assert merged(three, three, None) == three
