"""The body of an answer: whole, and no larger than it may be."""

import zlib
from collections.abc import Iterator
from http.client import HTTPResponse

from controller.news.problem import FeedProblem, Problem

PIECE = 65536
"""Bytes that are read at once."""

GZIP = 16 + zlib.MAX_WBITS


def whole_body(response: HTTPResponse, limit: int) -> bytes:
    """Return the body, unpacked.

    Raises `FeedProblem` when it is larger than `limit` bytes, as it comes or unpacked, whatever
    its header says, and when it ends before its header or its packing says so.
    """
    pieces = _pieces(response, limit)
    match response.getheader("Content-Encoding", "identity").strip().lower():
        case "identity" | "":
            return b"".join(pieces)
        case "gzip" | "x-gzip":
            return _unpacked(pieces, limit)
        case other:
            raise FeedProblem(Problem.OTHER_FORMAT, f"packed as {other[:20]}")


def _pieces(response: HTTPResponse, limit: int) -> Iterator[bytes]:
    if (response.length or 0) > limit:
        raise _too_large(limit)
    size = 0
    while piece := response.read(PIECE):
        size += len(piece)
        if size > limit:
            raise _too_large(limit)
        yield piece
    if response.length:  # of what was announced, so much has not come
        raise FeedProblem(Problem.CUT_SHORT, f"{response.length} bytes are missing")


def _unpacked(pieces: Iterator[bytes], limit: int) -> bytes:
    unpacking, body = zlib.decompressobj(GZIP), bytearray()
    try:
        for piece in pieces:
            body += unpacking.decompress(piece, limit + 1 - len(body))
            if len(body) > limit:
                raise _too_large(limit)
    except zlib.error:
        raise FeedProblem(Problem.OTHER_FORMAT, "its packing is damaged") from None
    if not unpacking.eof:
        raise FeedProblem(Problem.CUT_SHORT)
    return bytes(body)


def _too_large(limit: int) -> FeedProblem:
    return FeedProblem(Problem.TOO_LARGE, f"over {limit // 1_000_000} MB")
