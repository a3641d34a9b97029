"""Trains the quantile model. Needs LightGBM, the extra `waits`; nothing else does.

Gradient-boosted trees on the pinball loss (G. Ke et al., "LightGBM: A Highly Efficient Gradient
Boosting Decision Tree", NeurIPS 2017), one forest for each of the range's three numbers.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from controller.waits.example import Example
from controller.waits.forest import Forest, Node, QuantileModel, Tree, said_by_both
from controller.waits.range import HIGH, LOW, Range
from controller.waits.score import WEEK
from controller.waits.trained import Trained, Tried

LEAST_DAYS = 4
"""Days before a model is trained: half of them, or a week, are for the trial."""

LEAST_EXAMPLES = 1000

TREES = 200


class TooFewExamples(Exception):  # noqa: N818 - nothing is wrong: it is too early
    """There is not enough to learn from, yet."""


def train(examples: Sequence[Example]) -> Trained:
    """Return a model of all the examples, after a trial on the last week of them.

    Takes some ten seconds for 60,000 examples, on one thread. Raises `TooFewExamples`, and
    `ImportError` or `OSError` where LightGBM, or the OpenMP library that it uses, is missing.
    """
    days = sorted({example.day for example in examples})
    if len(days) < LEAST_DAYS:
        raise TooFewExamples(f"{len(days)} days, not {LEAST_DAYS}")
    first_tried = max(days[len(days) // 2], days[-1] - WEEK + 1)
    known = [example for example in examples if example.day < first_tried]
    if len(known) < LEAST_EXAMPLES:
        raise TooFewExamples(f"{len(known)} examples before the trial, not {LEAST_EXAMPLES}")
    tried = [example for example in examples if example.day >= first_tried]
    trial = zip(tried, _says(_fit(known), tried), strict=True)
    return Trained(
        until=days[-1],
        model=QuantileModel(*map(_forest, _fit(examples))),
        trial=tuple(Tried(each.queue, each.day, said, each.wait) for each, said in trial),
    )


def _fit(examples: Sequence[Example]) -> list[Any]:
    """Return LightGBM's boosters for the low, the likely and the high end."""
    import lightgbm  # noqa: PLC0415 - an extra: only who trains needs it

    waits = [example.wait for example in examples]
    data = lightgbm.Dataset(_rows(examples), waits, free_raw_data=False)
    return [lightgbm.train(_settings(share), data, TREES) for share in (LOW, 0.5, HIGH)]


def _rows(examples: Sequence[Example]) -> Any:  # noqa: ANN401 - an array of NumPy
    import numpy as np  # noqa: PLC0415 - comes with LightGBM

    return np.array([example.row for example in examples])


def _says(boosters: Sequence[Any], tried: Sequence[Example]) -> Iterator[Range]:
    """Give what the boosters say of each: as the forests do, but quicker for many at once."""
    ends = [booster.predict(_rows(tried)) for booster in boosters]
    for example, *values in zip(tried, *ends, strict=True):
        yield said_by_both(example.row, *map(float, values))


def _settings(share: float) -> dict[str, Any]:
    """Return LightGBM's settings; small trees on parts of the data, for few days are alike."""
    return {
        "objective": "quantile",
        "alpha": share,
        "learning_rate": 0.06,
        "num_leaves": 24,
        "min_data_in_leaf": 60,
        "feature_fraction": 0.5,
        "bagging_fraction": 0.7,
        "bagging_freq": 1,
        "seed": 0,
        "deterministic": True,
        "force_row_wise": True,
        "num_threads": 1,
        "verbose": -1,
    }


def _forest(booster: Any) -> Forest:  # noqa: ANN401 - LightGBM has no types
    return Forest(
        tuple(_tree(each["tree_structure"]) for each in booster.dump_model()["tree_info"])
    )


def _tree(root: Mapping[str, Any]) -> Tree:
    """Return LightGBM's nested nodes as rows."""
    nodes: list[Mapping[str, Any]] = []
    leaves: list[float] = []
    children: list[tuple[int, int]] = []

    def place(node: Mapping[str, Any]) -> int:
        if "leaf_value" in node:
            leaves.append(node["leaf_value"])
            return -len(leaves)
        number = len(nodes)
        nodes.append(node)
        children.append((0, 0))
        children[number] = (place(node["left_child"]), place(node["right_child"]))
        return number

    place(root)
    return Tree(
        tuple(
            Node(node["split_feature"], node["threshold"], _nan_is_left(node), *child)
            for node, child in zip(nodes, children, strict=True)
        ),
        tuple(leaves),
    )


def _nan_is_left(node: Mapping[str, Any]) -> bool:
    """Return where nan goes; where training saw none, LightGBM takes it for 0."""
    if node["missing_type"] == "NaN":
        return bool(node["default_left"])
    return bool(node["threshold"] >= 0)
