"""The folder of the screens' files: what is named there is whole."""

from hashlib import sha256
from pathlib import Path

import pytest

from controller.identity import StoreError
from controller.store import asset_folder
from controller.store.asset_folder import AssetFolder

DATA = b"a picture"
NAME = sha256(DATA).hexdigest()


def test_what_is_kept_is_found_by_its_fingerprint(tmp_path: Path) -> None:
    folder = AssetFolder(tmp_path / "new")

    assert (folder.has(NAME), folder.keep(DATA), folder.keep(DATA)) == (False, NAME, NAME)
    assert [each.name for each in (tmp_path / "new").iterdir()] == [NAME]
    assert folder.path(NAME) == tmp_path / "new" / NAME


@pytest.mark.parametrize(
    "name", ["", "..", f"../{NAME}", NAME.upper(), NAME[:-1], f"{NAME}\n", f".{NAME}.part"]
)
def test_nothing_else_is_ever_found(tmp_path: Path, name: str) -> None:
    folder = AssetFolder(tmp_path)
    folder.keep(DATA)
    (tmp_path / f".{NAME}.part").write_bytes(b"half")

    assert folder.path(name) is None


def test_a_folder_that_cannot_be_written_is_told_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(asset_folder.os, "fsync", full)

    with pytest.raises(StoreError, match="No space left on device"):
        AssetFolder(tmp_path).keep(DATA)
    assert list(tmp_path.iterdir()) == []
