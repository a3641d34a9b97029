"""The sheets as schema.org tells them: each a `GovernmentService`."""

from collections.abc import Iterator

from media.export.naming import OWN, Address, Node, in_languages
from media.pack import Office, Pack, Piece, Procedure
from media.pack.procedures import Fee
from media.sheets import SheetWords
from media.sheets.languages import in_all_languages
from media.texts import Texts
from media.words import Words

CONTEXT = "https://schema.org/"


def schema_graph(pack: Pack, texts: Texts, base: str = OWN) -> Node:
    """Return all sheets of the pack as one JSON-LD document; `base` stands before identifiers."""
    words, address = SheetWords(texts, pack), Address(base)
    services = [_service(pack, words, sheet, address) for sheet in pack.procedures]
    return {"@context": {"@vocab": CONTEXT}, "@graph": services}


def _service(pack: Pack, words: SheetWords, sheet: Procedure, address: Address) -> Node:
    provider = {"@type": "GovernmentOrganization", "name": _told(pack.commune.name)}
    node: Node = {
        "@id": address.of("procedure", sheet.id),
        "@type": "GovernmentService",
        "identifier": sheet.id,
        "name": _told(sheet.name),
        "keywords": [*sheet.keywords.ar, *sheet.keywords.fr, *sheet.keywords.en],
        "termsOfService": [text for piece in sheet.documents for text in _piece(words, piece)],
        "offers": [*_offers(sheet)],
        "availableChannel": [*_channels(pack, words, sheet)],
        "dateModified": sheet.checked.isoformat(),
    }
    office = pack.office(sheet.deposit or sheet.owner)
    if office.is_communal:
        node["provider"] = provider
    if sheet.output is not None:
        node["serviceOutput"] = {"@type": "Thing", "name": _told(sheet.output)}
    return node


def _piece(words: SheetWords, piece: Piece) -> list[Node]:
    told = in_all_languages(lambda language: words.piece(language, piece))
    return [_text(language, text) for language, text in told.items()]


def _offers(sheet: Procedure) -> Iterator[Node]:
    if sheet.is_free:
        yield {"@type": "Offer", "price": 0, "priceCurrency": "MAD"}
    for fee in sheet.fees:
        yield {"@type": "Offer", "priceSpecification": _price(fee)}


def _price(fee: Fee) -> Node:
    node: Node = {
        "@type": "PriceSpecification",
        "priceCurrency": "MAD",
        "description": _told(fee.text),
    }
    if fee.amount is None:
        return node
    if fee.most is None:
        return node | {"price": float(fee.amount)}
    return node | {"minPrice": float(fee.amount), "maxPrice": float(fee.most)}


def _channels(pack: Pack, words: SheetWords, sheet: Procedure) -> Iterator[Node]:
    if sheet.deposit is not None:
        place = _place(words, pack.office(sheet.deposit))
        time = {} if sheet.usual_delay is None else {"processingTime": sheet.usual_delay.within}
        yield {"@type": "ServiceChannel", "serviceLocation": place, **time}
    if sheet.online:
        yield {"@type": "ServiceChannel", "serviceUrl": sheet.online}


def _place(words: SheetWords, office: Office) -> Node:
    told = in_all_languages(lambda language: words.place(language, office))
    return {
        "@type": "Place",
        "name": _told(office.name),
        "description": [_text(*each) for each in told.items()],
    }


def _told(words: Words) -> list[Node]:
    return [_text(language, text) for language, text in in_languages(words).items()]


def _text(language: str, text: str) -> Node:
    return {"@language": language, "@value": text}
