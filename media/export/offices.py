"""The commune, its offices and their hours as linked data."""

from collections.abc import Iterator

from media.export.naming import Address, Node, in_languages
from media.pack import Office, Pack, Procedure
from media.sheets import SheetWords
from media.sheets.languages import in_all_languages
from media.texts import Texts

MOROCCO = "http://publications.europa.eu/resource/authority/atu/MAR"


def office_nodes(pack: Pack, texts: Texts, address: Address) -> Iterator[Node]:
    """Yield the commune, other administrations, and how and when each office is reached."""
    words = SheetWords(texts, pack)
    yield _organisation(address.of("organisation", "commune"), "commune") | {
        "label": in_languages(pack.commune.name)
    }
    for office in pack.offices:
        if not office.is_communal:
            node = _organisation(address.of("organisation", office.id), office.id)
            yield node | {"label": in_languages(office.name)}
        yield _contact(pack, office, address)
        yield _hours(office, words, address)


def _organisation(node: str, identifier: str) -> Node:
    return {
        "id": node,
        "type": "PublicOrganization",
        "identifier": identifier,
        "spatial": MOROCCO,
    }


def _contact(pack: Pack, office: Office, address: Address) -> Node:
    phone = office.phone or (pack.commune.phone if office.is_communal else "")
    return {
        "id": address.of("contact", office.id),
        "type": "ContactPoint",
        "identifier": office.id,
        "openingHours": address.of("hours", office.id),
        **({"telephone": phone} if phone else {}),
    }


def _hours(office: Office, words: SheetWords, address: Address) -> Node:
    return {
        "id": address.of("hours", office.id),
        "type": "TemporalEntity",
        "description": in_all_languages(lambda language: words.place(language, office)),
    }


def channel(sheet: Procedure, address: Address) -> Iterator[Node]:
    """Yield the ways to ask for a procedure: at its office, and online where that is possible."""
    if sheet.deposit is not None:
        yield {
            "id": address.of("channel", sheet.id, "office"),
            "type": "Channel",
            "identifier": f"{sheet.id}-office",
            "kind": address.of("channel-type", "office"),
            "openingHours": address.of("hours", sheet.deposit),
        }
    if sheet.online:
        yield {
            "id": address.of("channel", sheet.id, "online"),
            "type": "Channel",
            "identifier": f"{sheet.id}-online",
            "kind": address.of("channel-type", "online"),
            "relatedDocumentation": sheet.online,
        }
