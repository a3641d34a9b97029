"""What a procedure's sheet says, in the words of its reader: kiosks, pages and paper share it."""

from media.sheets.words import SheetWords

__all__ = ["SheetWords"]
