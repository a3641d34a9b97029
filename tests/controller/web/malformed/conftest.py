"""A hall that listens, and somebody who writes to it by hand."""

import logging

import pytest

from controller.web.server import Server
from tests.controller.web.malformed.raw_socket import Raw


@pytest.fixture
def port(house):
    server = Server(("127.0.0.1", 0), house.app)
    server.start()
    yield server.server_port
    server.stop()


@pytest.fixture
def raw(port):
    raw = Raw(port)
    yield raw
    raw.close()


@pytest.fixture
def kiosk(raw, house):
    raw.join("/kiosks", house.tokens["entrance"])
    return raw


@pytest.fixture
def logged(capfd, caplog):
    """Return the warnings of the log, and make sure that there is nothing else."""

    def lines() -> list[str]:
        told = capfd.readouterr()
        assert "Traceback" not in told.out + told.err
        assert [each.getMessage() for each in caplog.records if each.levelno > logging.INFO] == []
        return [line for line in told.out.splitlines() if "malformed" in line]

    return lines
