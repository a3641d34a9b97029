from copy import deepcopy

import pytest

from controller.waits.training import TooFewExamples
from nouba.scoring.days import offices_of
from nouba.scoring.exam import NoDaysError, exam, exam_of_files
from nouba.scoring.living import begun, results_of
from tests.controller.waits.town import visits
from tests.nouba.scoring.past import write_csv


def town(days, offices=("hall",)):
    """What happened in the same town in each of the offices."""
    by_day = {}
    for visit in visits(days):
        by_day.setdefault(visit.issued.day, []).append(visit)
    return offices_of({office: deepcopy(by_day) for office in offices})


def told(results):
    return [
        (each.day, [(one.promise.told["told"], one.wait) for one in each.lessons])
        for each in results
    ]


def test_the_last_third_of_the_days_is_judged_but_never_more_than_a_week():
    nine, thirty = town(9), {"hall": {day: [] for day in range(30)}}
    assert (len(exam(nine).taught), len(exam(nine).judged)) == (6, 3)
    assert list(exam(thirty).judged) == list(range(23, 30))


def test_from_a_day_on_all_days_are_judged():
    days = sorted(town(4)["hall"])
    judged = exam(town(4), days[1])
    assert (judged.taught, judged.judged) == (days[:1], days[1:])


@pytest.mark.parametrize(("offices", "first"), [({}, None), ({"hall": {5: []}}, 6)])
def test_no_days_are_no_exam(offices, first):
    with pytest.raises(NoDaysError):
        exam(offices, first)


def test_where_other_files_teach_all_days_of_a_file_are_judged(tmp_path):
    first_days = visits(2)
    later = [each for each in visits(5) if each not in first_days]
    taught = write_csv(tmp_path / "a.csv", first_days)
    judged = write_csv(tmp_path / "b.csv", later)
    known = exam_of_files([taught], [judged])
    assert (len(known.taught), len(known.judged)) == (2, 3)
    assert known == exam(known.offices, known.judged[0])


def test_nothing_of_the_future_changes_what_was_told():
    whole, cut = town(4), town(4)
    days = sorted(cut["hall"])
    noon = 12 * 60
    cut["hall"][days[3]] = [each for each in cut["hall"][days[3]] if each.at.minute < noon]
    before = told(exam(cut, days[2]).results("none"))
    after = told(exam(whole, days[2]).results("none"))
    assert before[0] == after[0]
    said = {(range_, wait) for range_, wait in after[1][1]}
    assert [each for each in before[1][1] if each not in said] == []


def test_halls_that_were_tested_once_are_tested_again_as_they_were():
    offices = town(3)
    days = sorted(offices["hall"])
    halls, past = begun(offices, days[:2])
    once = results_of("none", halls, offices, days[2:], past)
    assert told(results_of("none", halls, offices, days[2:], past)) == told(once)


@pytest.mark.parametrize("split", ["frozen", "nightly", "offices"])
def test_a_split_with_a_model_needs_days_to_train_it(split):
    with pytest.raises(TooFewExamples):
        exam(town(3)).results(split)


@pytest.mark.parametrize("split", ["nightly", "offices"])
def test_every_split_judges_each_office_on_each_day_once(split):
    pytest.importorskip("lightgbm")
    known = exam(town(10, ("north", "south")), sorted(town(10)["hall"])[9])
    results = known.results(split)
    found = sorted((each.office, each.day) for each in results)
    assert found == sorted((office, day) for office in ("north", "south") for day in known.judged)
    assert all("model" in each.promise.told for result in results for each in result.lessons)
