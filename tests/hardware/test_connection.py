"""The network's way to a printer, on a real socket."""

import select
import socket

from hardware.escpos.connection import TcpConnection

TICKET = bytes(range(256)) * 200
LATE = b"\x12"


def read_to_the_end(peer):
    came = b""
    while piece := peer.recv(4096):
        came += piece
    return came


def test_closing_with_an_unread_answer_resets_nothing():
    """A printer drops what it has not printed yet when its client's connection is reset."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        connection = TcpConnection("127.0.0.1", server.getsockname()[1])
        peer = server.accept()[0]
        with peer:
            peer.settimeout(10)
            sent, _ = connection.exchange(memoryview(TICKET), 5)
            peer.sendall(LATE)
            assert select.select([connection._socket], [], [], 5)[0]
            connection.close()
            came = read_to_the_end(peer)
            error = peer.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
    assert (came, error) == (TICKET[:sent], 0)
