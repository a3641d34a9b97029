"""What a widget must know to draw itself: the screen, and the language."""

from dataclasses import dataclass, replace

from media.look.screen import Role, Screen
from media.look.theme import PALETTE, Palette
from wire.messages import Language


@dataclass(frozen=True, slots=True)
class Look:
    """A screen in a language."""

    screen: Screen
    language: Language = "ar"
    share: float = 1.0
    """The size of its texts and spaces, in those that its distance asks for."""

    palette: Palette = PALETTE
    """Its colours: those of the house, or a commune's."""

    @property
    def is_rtl(self) -> bool:
        """Whether rows run from right to left."""
        return is_rtl(self.language)

    @property
    def gap(self) -> int:
        """The unit of spacing, in pixels."""
        return round(self.screen.gap * self.share)

    def px(self, millimetres: float) -> int:
        """Give a length in pixels."""
        return self.screen.px(millimetres)

    def text(self, role: Role) -> int:
        """Give the font size of a role, in pixels."""
        return round(self.screen.text(role) * self.share)

    def within(self, language: Language) -> "Look":
        """Give the same screen in another language."""
        return replace(self, language=language)

    def enlarged(self, share: float) -> "Look":
        """Give the same screen with texts and spaces of so many times their size."""
        return replace(self, share=self.share * share)


def is_rtl(language: Language) -> bool:
    """Whether a language is written from right to left: Arabic is, Tifinagh is not."""
    return language == "ar"
