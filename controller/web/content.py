"""The texts and the commune's names, as the pages need them."""

import re

from controller.web.wording import Wording
from media.pack import Pack
from media.texts import Texts
from media.words import Parts
from wire.messages import Language

PLACEHOLDER = re.compile(r"\{(\w+)\}")


class Content:
    """Reads names from the pack and sentences from the catalogues."""

    def __init__(self, pack: Pack, texts: Texts) -> None:
        self.texts = texts
        self._pack = pack
        self._services = {service.id: service for service in pack.services}

    def service(self, service: str, language: Language) -> Parts:
        """Return a service's name; its id when the pack no longer has it."""
        known = self._services.get(service)
        return ((language, service),) if known is None else known.name.parts(language)

    def commune(self, language: Language) -> Parts:
        """Return the commune's name."""
        return self._pack.commune.name.parts(language)

    def for_script(self, language: Language, wording: Wording) -> dict[str, object]:
        """Return what a page's script needs: sentences, names of services, counters."""
        return {
            "language": language,
            "texts": {name: self._template(language, text) for name, text in wording.items()},
            "services": {each.id: each.name.parts(language) for each in self._pack.services},
            "counters": {each.number: each.services for each in self._pack.hall.counters},
            "accessible": [each.number for each in self._pack.hall.counters if each.is_accessible],
        }

    def _template(self, language: Language, text: str) -> Parts:
        # The script fills the values in: each `{name}` stays, between its isolates.
        names = {name: f"{{{name}}}" for name in PLACEHOLDER.findall(text)}
        return self.texts.parts(language, text, **names)
