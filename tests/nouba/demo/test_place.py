import socket

from nouba.demo.place import free_port, free_ports, fresh_place


def test_a_port_in_use_is_replaced_by_another():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert free_port(port) not in (0, port)


def test_a_free_port_is_kept():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    assert free_port(port) == port


def test_ports_that_are_found_together_are_different():
    port = free_port(0)
    found = free_ports(port, port, port)
    assert (found[0], len(set(found))) == (port, 3)


def test_a_fresh_place_is_empty(tmp_path):
    old = fresh_place(tmp_path / "demo").tickets / "old.png"
    old.touch()
    place = fresh_place(tmp_path / "demo")
    assert not old.exists()
    assert place.tickets.is_dir()
