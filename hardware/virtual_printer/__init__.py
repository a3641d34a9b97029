"""A TCP 9100 ticket printer without the hardware, that can fail on demand.

It behaves as printers do: a small buffer that empties at the speed of the paper, a parser
that keeps its place from one connection to the next, status bytes, and faults.
"""
