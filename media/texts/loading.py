"""The interface's texts in a person's language, their values isolated from the line around."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from media.french import with_hard_spaces
from media.isolation import isolate
from media.texts.catalogue import LOCALE, translations
from media.texts.refusal import refusal_text
from media.words import Parts, on_one_line
from wire.messages import LANGUAGES, Language

Value = str | int


class Texts:
    """All texts of kiosks, screens, tickets and pages; a text is asked for by its English words.

    Values stand in the texts as `{ticket}`. Each is put between isolates, so that
    `A042` keeps its order inside Arabic; `media.isolation.plain` takes them away.
    A text asked for without values keeps its `{places}`, for a page's script to fill.
    """

    def __init__(self, folder: Path = LOCALE) -> None:
        """Read the catalogues: the compiled ones, or the `.po` files when these are newer."""
        self._catalogues = {language: translations(language, folder) for language in LANGUAGES}

    def text(self, language: Language, msgid: str, **values: Value) -> str:
        """Return the text on one line. Missing Tamazight gives `العربية — français`."""
        return on_one_line(self.parts(language, msgid, **values))

    def parts(self, language: Language, msgid: str, **values: Value) -> Parts:
        """Return the text, or the Arabic and the French one that stand for missing Tamazight."""
        return tuple(
            (each, _set(each, self._catalogues[each].gettext(msgid), values))
            for each in self._spoken(language, msgid)
        )

    def plural(
        self, language: Language, singular: str, plural: str, n: int, **values: Value
    ) -> str:
        """Return the text that agrees with `n`, which stands in it as `{n}`, on one line."""
        return on_one_line(self.plural_parts(language, singular, plural, n, **values))

    def plural_parts(
        self, language: Language, singular: str, plural: str, n: int, **values: Value
    ) -> Parts:
        """Return the text that agrees with `n`, or the two that stand for missing Tamazight."""
        return self._agreeing(language, singular, plural, n, values | {"n": n})

    def plural_templates(
        self, language: Language, singular: str, plural: str, n: int, places: Iterable[str]
    ) -> Parts:
        """Return the text that agrees with `n`, with its `{places}` for a page's script to fill."""
        kept = {place: f"{{{place}}}" for place in places}
        return self._agreeing(language, singular, plural, n, kept)

    def _agreeing(
        self, language: Language, singular: str, plural: str, n: int, values: Mapping[str, Value]
    ) -> Parts:
        return tuple(
            (each, _set(each, self._catalogues[each].ngettext(singular, plural, n), values))
            for each in self._spoken(language, singular, plural)
        )

    def refusal(self, language: Language, code: str) -> str:
        """Return a refusal in the person's language; an unknown code is told as it is."""
        return self.text(language, refusal_text(code), code=code)

    def _spoken(self, language: Language, singular: str, plural: str = "") -> tuple[Language, ...]:
        """Return the languages that the text is told in: two where Tamazight has none confirmed."""
        if language != "zgh":
            return (language,)
        tamazight = self._catalogues["zgh"]
        found = tamazight.ngettext(singular, plural, 1) if plural else tamazight.gettext(singular)
        return ("ar", "fr") if found == singular else ("zgh",)


def _set(language: Language, text: str, values: Mapping[str, Value]) -> str:
    if language == "fr":
        text = with_hard_spaces(text)
    if not values:
        return text
    return text.format_map({name: isolate(str(value)) for name, value in values.items()})
