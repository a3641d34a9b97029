"""Takes python-escpos in without what it does at import.

Imported plainly it reads its table of printers for a second or more, leaves a folder
behind in the temporary files, and gives the root logger a handler. Our own profiles
stand in for its table; nothing else of it is needed for raster pictures.
"""

import json
import logging
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from types import ModuleType

WIDEST = 4096
"""Dots. The library compares pictures with it; our driver checks widths itself."""


def printers() -> ModuleType:
    """Return the module `escpos.printer`, with its `Dummy`, `File`, `Serial` and `Usb`."""
    if "escpos.printer" in sys.modules:
        return sys.modules["escpos.printer"]
    with _own_table(), _same_handlers():
        return import_module("escpos.printer")


def _table() -> object:
    return {
        "profiles": {
            "default": {
                "name": "raster",
                "notes": "",
                "codePages": {},
                "colors": {},
                "features": {},
                "fonts": {},
                "media": {"width": {"mm": "Unknown", "pixels": WIDEST}},
            }
        },
        "encodings": {},
    }


@contextmanager
def _own_table() -> Iterator[None]:
    before, temporary = dict(os.environ), tempfile.tempdir
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "capabilities.json"
        table.write_text(json.dumps(_table()))
        os.environ["ESCPOS_CAPABILITIES_FILE"] = str(table)
        os.environ["ESCPOS_CAPABILITIES_PICKLE_DIR"] = folder
        tempfile.tempdir = folder  # it makes a folder there even when told of another
        try:
            yield
        finally:
            tempfile.tempdir = temporary
            _restore(before, "ESCPOS_CAPABILITIES_FILE")
            _restore(before, "ESCPOS_CAPABILITIES_PICKLE_DIR")


def _restore(before: dict[str, str], name: str) -> None:
    del os.environ[name]
    if name in before:
        os.environ[name] = before[name]


@contextmanager
def _same_handlers() -> Iterator[None]:
    before = list(logging.root.handlers)
    try:
        yield
    finally:
        logging.root.handlers[:] = before
