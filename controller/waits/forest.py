"""A trained model as plain data: trees that are walked without any library.

So a hall needs the library that trains only while it trains, nothing has to be unpickled, and
a walk is quicker than a library's call for one row.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from math import isnan
from typing import Any, NamedTuple

from controller.waits.range import Range

FORMAT = 1
"""Changes with the features' order or meaning: an older model is refused."""

OWN_PAST = 0.4
"""How much of a model's range is what the queue's own past says: the row's last three numbers."""


class Node(NamedTuple):
    """Where a tree asks: who has at most the threshold goes left, and so may who has nan.

    What lies left and right is a node, or below 0 a leaf: -1 is the first.
    """

    feature: int
    threshold: float
    nan_is_left: bool
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Tree:
    """A decision tree; its root is the first node, or its only leaf."""

    nodes: tuple[Node, ...]
    leaves: tuple[float, ...]

    def value(self, row: Sequence[float]) -> float:
        """Return what the tree says of the features."""
        nodes, at = self.nodes, 0 if self.nodes else -1
        while at >= 0:
            feature, threshold, nan_is_left, left, right = nodes[at]
            seen = row[feature]
            at = left if seen <= threshold or (nan_is_left and isnan(seen)) else right
        return self.leaves[-at - 1]


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees whose sum is one quantile of the wait."""

    trees: tuple[Tree, ...]

    def value(self, row: Sequence[float]) -> float:
        """Return the sum of what the trees say, in minutes."""
        return sum(tree.value(row) for tree in self.trees)


@dataclass(frozen=True, slots=True)
class QuantileModel:
    """A range of the wait for any queue, learned from the past of all of them."""

    low: Forest
    likely: Forest
    high: Forest

    def range(self, row: Sequence[float]) -> Range:
        """Return the range for these features."""
        values = (forest.value(row) for forest in (self.low, self.likely, self.high))
        return said_by_both(row, *values)

    def to_json(self) -> dict[str, Any]:
        """Return the model as it is kept in a JSON file."""
        return {"format": FORMAT} | asdict(self)

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> "QuantileModel":
        """Return the model that was kept; raises `ValueError` when it is of another format."""
        if kept.get("format") != FORMAT:
            raise ValueError(f"the model's format is {kept.get('format')}, not {FORMAT}")
        return cls(*(_forest(kept[end]) for end in ("low", "likely", "high")))


def said_by_both(row: Sequence[float], low: float, likely: float, high: float) -> Range:
    """Return what the trees say, mixed with what the queue's own past says.

    Forests that learned from few days are wrong in other places than the past is.
    """
    own_past = Range(*row[-3:])
    return Range.around(low, likely, high).mixed(own_past, OWN_PAST)


def _forest(kept: Mapping[str, Any]) -> Forest:
    return Forest(tuple(map(_tree, kept["trees"])))


def _tree(kept: Mapping[str, Any]) -> Tree:
    return Tree(tuple(Node(*node) for node in kept["nodes"]), tuple(kept["leaves"]))
