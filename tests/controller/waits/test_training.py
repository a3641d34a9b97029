import json
from array import array
from math import isnan, nan

import pytest

from controller.waits import Range, Waits
from controller.waits.example import Example
from controller.waits.forest import Forest, Node, QuantileModel, Tree
from controller.waits.history import replay
from controller.waits.score import Score, total
from controller.waits.trained import Trained, Tried
from controller.waits.training import TooFewExamples, _fit, _forest, _says, train
from tests.controller.waits.town import visits

STUMP = Tree((Node(0, 3.0, True, -1, 1), Node(1, 9.0, False, -2, -3)), (10.0, 20.0, 30.0))


def always(low, likely, high):
    return QuantileModel(*(Forest((Tree((), (each,)),)) for each in (low, likely, high)))


def test_a_tree_is_walked_from_its_root_to_a_leaf():
    rows = [(3, 0), (nan, 0), (4, 9), (4, 10), (4, nan)]
    assert [STUMP.value(row) for row in rows] == [10, 10, 20, 30, 30]


def test_a_model_is_mixed_with_what_the_queues_past_says():
    assert always(10, 20, 30).range((0, 5, 10, 15)) == Range(8, 16, 24)


def test_a_kept_model_is_the_same_model():
    model = QuantileModel(Forest((STUMP,)), Forest((STUMP, STUMP)), Forest(()))
    trained = Trained(739_000, model, (Tried("births", 739_000, Range(1, 2, 3), 4.5),))
    assert Trained.from_json(json.loads(json.dumps(trained.to_json()))) == trained


def test_a_model_of_another_format_is_refused():
    with pytest.raises(ValueError, match="format"):
        QuantileModel.from_json({"format": 0})


def a_lived_town(days):
    waits = Waits()
    lessons = replay(waits, visits(days), days)
    return waits, lessons


def a_trial(lessons, says):
    """What a model would have said of tickets of which all that it says is this much too low."""
    return tuple(
        Tried(each.promise.queue, each.promise.issued.day, says(each.wait), each.wait)
        for each in lessons
        if "pace" in each.promise.said
    )


def test_a_model_replaces_the_rule_only_where_its_trial_was_better():
    waits, lessons = a_lived_town(3)
    good = [each for each in lessons if each.promise.queue == "births"]
    bad = [each for each in lessons if each.promise.queue != "births"]
    trial = a_trial(good, lambda wait: Range(wait, wait, wait))
    trial += a_trial(bad, lambda wait: Range(wait + 90, wait + 90, wait + 90))
    waits.adopt(Trained(lessons[-1].promise.issued.day, always(1, 2, 3), trial))
    methods = {queue: waits.method(queue) for queue in ("births", "papers", "taxes", "new")}
    assert methods == {"births": "model", "papers": "pace", "taxes": "pace", "new": "age"}


def test_a_few_days_are_too_few_to_train_on():
    examples = [Example("births", day, array("d", [0.0]), 1.0) for day in (1, 2, 3)]
    with pytest.raises(TooFewExamples):
        train(examples)


def test_the_trees_say_what_the_library_says():
    pytest.importorskip("lightgbm")
    _, lessons = a_lived_town(4)
    examples = [each.example for each in lessons if each.example is not None]
    assert any(isnan(number) for each in examples for number in each.row)
    boosters = _fit(examples)
    model = QuantileModel(*map(_forest, boosters))
    assert list(_says(boosters, examples)) == [model.range(each.row) for each in examples]


def test_the_model_beats_the_age_of_the_head_of_the_line_by_a_third():
    pytest.importorskip("lightgbm")
    everything = visits(11)
    days = sorted({visit.issued.day for visit in everything})
    waits = Waits()
    past = replay(waits, [each for each in everything if each.issued.day < days[8]], 8)
    trained = train([each.example for each in past if each.example is not None])
    assert {each.day for each in trained.trial} == set(days[4:8])
    waits.adopt(trained)
    lessons = replay(waits, [each for each in everything if each.issued.day >= days[8]], 3)
    age = sum(abs(each.promise.sight.oldest - each.wait) for each in lessons) / len(lessons)
    model = total(Score.of(each.promise.told["model"], each.wait) for each in lessons)
    assert model.error <= 0.68 * age
    assert 0.78 <= model.coverage <= 0.90
