"""The interface's texts, in gettext catalogues edited under `media/locale`."""

from media.texts.loading import Texts
from media.texts.marking import msgid

__all__ = ["Texts", "msgid"]
