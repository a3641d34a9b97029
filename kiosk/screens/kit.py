"""What every screen is built with: a look, texts, the pack, and where touches go."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from kivy.uix.widget import Widget

from media.look.look import Look
from media.look.widgets import Group, Text
from media.pack import Pack, Words
from media.texts import Texts
from media.words import Parts
from wire.messages import Language

LINE = 1.85
"""Height of a line of text, in font sizes: Arabic with its marks needs no more."""


@dataclass(frozen=True, slots=True)
class Kit:
    """One language's tools."""

    look: Look
    texts: Texts
    pack: Pack
    touch: Callable[[str], None]

    def within(self, language: Language) -> "Kit":
        """Return the same for another language."""
        return replace(self, look=self.look.within(language))

    def enlarged(self, share: float) -> "Kit":
        """Return the same with texts and spaces of so many times their size."""
        return replace(self, look=self.look.enlarged(share))

    def say(self, msgid: str, **values: str | int) -> str:
        """Return an interface text on one line."""
        return self.texts.text(self.look.language, msgid, **values)

    def parts(self, msgid: str, **values: str | int) -> Parts:
        """Return an interface text, a part for each language that stands for it."""
        return self.told(self.texts.parts(self.look.language, msgid, **values))

    def alike(self, *msgids: str) -> list[Parts]:
        """Return texts that stand side by side: where one needs two languages, all have them."""
        every = [self.parts(msgid) for msgid in msgids]
        if len({len(parts) for parts in every}) == 1:
            return every
        stand_ins = (self.within("ar"), self.within("fr"))
        return [self.told(sum((kit.parts(each) for kit in stand_ins), ())) for each in msgids]

    def words(self, words: Words) -> Parts:
        """Return a text of the pack, a part for each language that stands for it."""
        return self.told(words.parts(self.look.language))

    def told(self, parts: Parts) -> Parts:
        """Return what there is room for of what stands for Tamazight.

        On a cramped screen that is one language: two would have letters too small to be read.
        """
        is_one = self.look.screen.is_cramped and self.look.language == "zgh"
        return parts[:1] if is_one else parts

    def line(self, kind: type[Text], lines: float = 1) -> int:
        """Return the height of so many lines of a kind of text, in pixels."""
        return round(self.look.text(kind.role) * LINE * lines)

    def set(self, kind: type[Text], parts: Parts, **properties: Any) -> Widget:
        """Return a widget for the parts, one below the other: two languages in the middle."""
        parts = self.told(parts)
        if len(parts) > 1:
            properties.setdefault("align", "center")
        texts = [kind(self.look, text, language=each, **properties) for each, text in parts]
        if len(texts) == 1:
            return texts[0]
        return Group(self.look, None, *texts)
