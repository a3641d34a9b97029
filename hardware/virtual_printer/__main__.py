"""Runs a virtual printer: `python -m hardware.virtual_printer --help`."""

import argparse
import signal
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from threading import Event, Thread

from hardware.control import ControlPort, answered
from hardware.profiles import PROFILES, printer_profile
from hardware.virtual_printer.faults import USAGE
from hardware.virtual_printer.printer import Sizes, VirtualPrinter


def main(argv: Sequence[str] | None = None) -> int:
    """Run until SIGINT or SIGTERM; return the exit code."""
    options = _options(argv)
    try:
        _run(options)
    except OSError as error:
        sys.stderr.write(f"virtual printer on port {options.port}: {error}\n")
        return 1
    return 0


def _run(options: argparse.Namespace) -> None:
    ended = Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: ended.set())
    with ExitStack() as stack:
        printer = stack.enter_context(_printer(options))
        _tell(f"virtual printer on port {printer.port}, pages go to {options.folder}")
        if options.control_port is not None:
            _serve_control(stack, printer, options)
        if sys.stdin is not None and sys.stdin.isatty():
            Thread(target=_read_orders, args=(printer,), daemon=True).start()
        ended.wait()


def _read_orders(printer: VirtualPrinter) -> None:
    """Obey what is typed."""
    for line in sys.stdin:
        if line.strip():
            _tell(answered(printer.order, USAGE, line))


def _printer(options: argparse.Namespace) -> VirtualPrinter:
    profile = printer_profile(options.profile)
    address = (options.host, options.port)
    sizes = Sizes(options.buffer, options.window)
    return VirtualPrinter(
        profile, options.folder, options.speed, address=address, now=_now, sizes=sizes
    )


def _serve_control(stack: ExitStack, printer: VirtualPrinter, options: argparse.Namespace) -> None:
    control = ControlPort(printer.order, USAGE, options.control_port)
    stack.callback(control.close)
    control.start()
    _tell(f"orders on port {control.port}")


def _now() -> datetime:
    return datetime.now(UTC)


def _tell(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="virtual_printer",
        description="An ESC/POS ticket printer on a TCP port, whose paper is PNG files.",
        epilog="orders, one a line, typed here or sent to the control port:\n" + USAGE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    names = [profile.name for profile in PROFILES]
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
    parser.add_argument("--port", type=int, default=9100, help="0 takes a free one")
    parser.add_argument("--folder", type=Path, required=True, help="where the pages go")
    parser.add_argument("--profile", choices=names, default=names[0])
    parser.add_argument("--speed", type=float, default=150.0, help="mm of paper in a second")
    sizes = Sizes()
    parser.add_argument("--buffer", type=int, default=sizes.buffer, help="bytes, as 512 or 65536")
    parser.add_argument("--window", type=int, default=sizes.window, help="bytes of its port")
    parser.add_argument("--control-port", type=int, help="take orders (see below)")
    return parser.parse_args(argv)


if __name__ == "__main__":
    raise SystemExit(main())
