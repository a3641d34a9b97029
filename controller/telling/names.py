"""The commune's own names, and the sentences of the catalogues."""

from media.pack import Pack
from media.texts import Texts
from media.words import Parts
from wire.messages import Language


class Names:
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
