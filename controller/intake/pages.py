"""The pages of a PDF, as pictures."""

import pypdfium2

from controller.intake.made import BadFile, Made
from controller.intake.pictures import LONGEST_SIDE, encoded
from media.playlist.content import MOST_PAGES

MOST_BYTES = 30 * 1024 * 1024
PASSWORD_NEEDED = "it is locked with a password"  # noqa: S105 - a sentence


def pages(data: bytes) -> tuple[Made, ...]:
    """Return each page of the PDF as a picture, in their order.

    Raises `BadFile` for what is no PDF, is locked, or has too many pages.
    """
    if len(data) > MOST_BYTES:
        raise BadFile("too_large", f"{len(data)} > {MOST_BYTES}")
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise BadFile("not_a_pdf", str(error)) from None
    try:
        return _drawn(document)
    except pypdfium2.PdfiumError as error:
        raise BadFile("not_a_pdf", str(error)) from None
    finally:
        document.close()


def _drawn(document: pypdfium2.PdfDocument) -> tuple[Made, ...]:
    if not 1 <= len(document) <= MOST_PAGES:
        raise BadFile("too_many_pages", f"{len(document)} > {MOST_PAGES}")
    return tuple(_page(document[number]) for number in range(len(document)))


def _page(page: pypdfium2.PdfPage) -> Made:
    """Draw a page as large as screens are, however large its paper says to be."""
    width, height = page.get_size()
    if not (width > 0 and height > 0):
        raise BadFile("not_a_pdf", f"a page of {width} x {height}")
    bitmap = page.render(scale=LONGEST_SIDE / max(width, height), fill_color=(255, 255, 255, 255))
    try:
        return encoded(bitmap.to_pil())
    finally:
        bitmap.close()
