"""What a widget must know to draw itself: the screen, and the language."""

from dataclasses import dataclass, replace

from media.look.screen import Role, Screen
from wire.messages import Language


@dataclass(frozen=True, slots=True)
class Look:
    """A screen in a language."""

    screen: Screen
    language: Language = "ar"

    @property
    def is_rtl(self) -> bool:
        """Whether rows run from right to left."""
        return is_rtl(self.language)

    @property
    def gap(self) -> int:
        """The unit of spacing, in pixels."""
        return self.screen.gap

    def px(self, millimetres: float) -> int:
        """Give a length in pixels."""
        return self.screen.px(millimetres)

    def text(self, role: Role) -> int:
        """Give the font size of a role, in pixels."""
        return self.screen.text(role)

    def within(self, language: Language) -> "Look":
        """Give the same screen in another language."""
        return replace(self, language=language)


def is_rtl(language: Language) -> bool:
    """Whether a language is written from right to left: Arabic is, Tifinagh is not."""
    return language == "ar"
