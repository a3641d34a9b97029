"""What the stage shows when there is nothing to tell."""

from media.look.look import Look
from media.look.theme import PALETTE
from media.look.widgets import Card, Column, Display, ZelligeBand
from media.texts import Texts
from wire.messages import LANGUAGES, Language


class Welcome(Card):
    """A greeting in every language that has a confirmed one."""

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, padding=0)
        self.add_widget(ZelligeBand(look, PALETTE.gold, PALETTE.navy))
        greetings = Column(look, padding=look.gap)
        for language in LANGUAGES:
            parts = texts.parts(language, "Welcome")
            if parts[0][0] == language:
                greetings.add_widget(_greeting(look, language, parts[0][1]))
        self.add_widget(greetings)


def _greeting(look: Look, language: Language, words: str) -> Display:
    own = look.within(language)
    return Display(own, words, color=PALETTE.navy, align="center", lines=1)
