import json

import pytest

from controller.kept_model import KeptModel, KeptModelError
from controller.waits import Range
from controller.waits.forest import Forest, QuantileModel, Tree
from controller.waits.trained import Trained, Tried


def trained(until):
    forest = Forest((Tree((), (float(until),)),))
    return Trained(
        until, QuantileModel(forest, forest, forest), (Tried("births", until, Range(1, 2, 3), 4),)
    )


def test_a_model_that_was_written_is_read_once(tmp_path):
    path = tmp_path / "var" / "waits.json"
    reader, writer = KeptModel(path), KeptModel(path)
    assert reader.newest() is None
    writer.write(trained(7))
    assert (reader.newest(), reader.newest()) == (trained(7), None)
    writer.write(trained(8))
    assert (reader.newest(), reader.newest()) == (trained(8), None)
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize(
    "text", ["", "{", "7", "{}", '{"until": 1, "model": {"format": 0}, "trial": []}']
)
def test_a_file_that_is_no_model_is_refused_once(tmp_path, text):
    path = tmp_path / "waits.json"
    path.write_text(text)
    reader = KeptModel(path)
    with pytest.raises(KeptModelError, match="is no trained model"):
        reader.newest()
    assert reader.newest() is None
    KeptModel(path).write(trained(7))
    assert reader.newest() == trained(7)


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "waits.json").mkdir()
    with pytest.raises(KeptModelError, match=r"waits.json cannot be written: Is a directory"):
        KeptModel(tmp_path / "waits.json").write(trained(7))
    assert [each.name for each in tmp_path.iterdir()] == ["waits.json"]


def test_who_reads_while_a_new_model_is_written_reads_the_old_one_to_its_end(tmp_path):
    path = tmp_path / "waits.json"
    KeptModel(path).write(trained(7))
    with path.open() as reader:
        KeptModel(path).write(trained(8))
        assert Trained.from_json(json.load(reader)) == trained(7)
