"""A service of voices on this machine that answers as Google's does, or with one of its faults."""

import base64
import json
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread


class Answers(BaseHTTPRequestHandler):
    """Answers by the service's `manners`, one for each request; the last one stays."""

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        manners = self.server.manners
        manner = manners.pop(0) if len(manners) > 1 else manners[0]
        self.server.asked += 1
        getattr(self, manner)()

    def speaks(self):
        self._send(200, _wrapped(self.server.sound))

    def sends_nothing(self):
        self._send(200, _wrapped(b""))

    def refuses(self):
        self._send(429, b"Too Many Requests")

    def is_silent(self):
        self.server.over.wait(30)

    def drips(self):
        self.send_response(200)
        self.end_headers()
        while not self.server.over.wait(0.2):
            try:
                self.wfile.write(b".")
            except OSError:
                return

    def is_cut(self):
        self.send_response(200)
        self.send_header("Content-Length", "100000")
        self.end_headers()
        self.wfile.write(_wrapped(self.server.sound)[:50])

    def _send(self, status, body):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_told):
        """Say nothing."""


def _wrapped(sound):
    told = base64.b64encode(sound).decode()
    return f'["wrb.fr","jQ1olc",{json.dumps(json.dumps([told]))}]\n'.encode()


@contextmanager
def service(sound=b"sound", *manners):
    """Serve with these manners; gives the server, with its `address`."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    server.daemon_threads = True
    server.sound, server.manners, server.asked = sound, list(manners), 0
    server.over = Event()
    server.address = f"http://127.0.0.1:{server.server_port}/"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield server
    server.over.set()
    server.shutdown()
    server.server_close()
    thread.join()
