"""The pictograms: each name a pack or a screen may use, and its glyph.

The glyphs stand in `media/fonts/pictograms.ttf`, a subset of Material Design Icons
(the comment beside each is its name there; some are made of two). `media/fonts/README.md`
tells how to add one.
"""

from collections.abc import Mapping
from types import MappingProxyType

GLYPHS: Mapping[str, str] = MappingProxyType(
    {
        "birth": "\U000f068f",  # baby-carriage
        "birth-record": "\U000f2001",  # file-outline with baby-carriage
        "death": "\U000f0ba2",  # grave-stone
        "death-record": "\U000f2002",  # file-outline with grave-stone
        "marriage": "\U000f07eb",  # ring
        "family": "\U000f1823",  # human-male-female-child
        "book": "\U000f13ad",  # book-account
        "booklet": "\U000f082e",  # notebook
        "stamp": "\U000f0d39",  # stamper
        "signature": "\U000f0dfb",  # signature
        "copy": "\U000f018f",  # content-copy
        "document": "\U000f09ee",  # file-document-outline
        "correction": "\U000f0dc9",  # file-document-edit-outline
        "documents": "\U000f1517",  # file-document-multiple
        "certificate": "\U000f2003",  # file-outline with account-check
        "identity": "\U000f0dab",  # card-account-details-outline
        "residence": "\U000f0826",  # home-account
        "health": "\U000f06ef",  # medical-bag
        "hygiene": "\U000f157f",  # hand-wash
        "burial": "\U000f0ba2",  # grave-stone
        "vaccine": "\U000f0391",  # needle
        "pest": "\U000f0665",  # spray
        "food": "\U000f0a70",  # silverware-fork-knife
        "water": "\U000f139f",  # hand-water
        "taxes": "\U000f188f",  # hand-coin
        "coins": "\U000f0116",  # cash-multiple
        "receipt": "\U000f0449",  # receipt-text
        "car": "\U000f010b",  # car
        "pound": "\U000f083c",  # tow-truck
        "parking": "\U000f03e3",  # parking
        "drinks": "\U000f0176",  # coffee
        "market": "\U000f07c7",  # storefront
        "land": "\U000f0509",  # terrain
        "plot": "\U000f1ab3",  # land-plots
        "building": "\U000f01d7",  # domain
        "works": "\U000f1025",  # excavator
        "waste": "\U000f0a79",  # trash-can
        "tree": "\U000f0531",  # tree
        "light": "\U000f06e8",  # lightbulb-on
        "home": "\U000f02dc",  # home
        "town-hall": "\U000f1875",  # town-hall
        "back": "\U000f004d",  # arrow-left
        "forward": "\U000f0054",  # arrow-right
        "way-left": "\U000f004d",  # arrow-left: where to walk, the same for every reader
        "way-right": "\U000f0054",  # arrow-right
        "way-ahead": "\U000f005d",  # arrow-up
        "way-back": "\U000f0045",  # arrow-down
        "previous": "\U000f0141",  # chevron-left
        "next": "\U000f0142",  # chevron-right
        "language": "\U000f05ca",  # translate
        "globe": "\U000f01e7",  # earth
        "ticket": "\U000f0518",  # ticket-confirmation
        "queue": "\U000f1571",  # human-queue
        "counter": "\U000f1239",  # desk
        "agent": "\U000f0ce3",  # account-tie
        "bell": "\U000f009a",  # bell
        "speaker": "\U000f057e",  # volume-high
        "mute": "\U000f0581",  # volume-off
        "play": "\U000f040a",  # play
        "pause": "\U000f03e4",  # pause
        "clock": "\U000f0150",  # clock-outline
        "hourglass": "\U000f051f",  # timer-sand
        "people": "\U000f0849",  # account-group
        "person": "\U000f0004",  # account
        "elder": "\U000f1581",  # human-cane
        "pregnant": "\U000f05cf",  # human-pregnant
        "wheelchair": "\U000f05a4",  # wheelchair-accessibility
        "check": "\U000f012c",  # check
        "check-circle": "\U000f05e0",  # check-circle
        "evacuation": "\U000f0a48",  # exit-run
        "security": "\U000f0ecc",  # shield-alert
        "cross": "\U000f0156",  # close
        "warning": "\U000f0026",  # alert
        "refused": "\U000f0159",  # close-circle
        "printer": "\U000f042a",  # printer
        "printer-off": "\U000f0e5d",  # printer-off
        "paper": "\U000f1157",  # paper-roll
        "offline": "\U000f0319",  # lan-disconnect
        "info": "\U000f02fc",  # information
        "question": "\U000f02d7",  # help-circle
        "news": "\U000f1001",  # newspaper-variant
        "megaphone": "\U000f00e6",  # bullhorn
        "calendar": "\U000f0e17",  # calendar-month
        "handshake": "\U000f1218",  # handshake
        "ear": "\U000f07c5",  # ear-hearing
        "shield": "\U000f0565",  # shield-check
        "lock": "\U000f033e",  # lock
        "scale": "\U000f05d1",  # scale-balance
        "compass": "\U000f018c",  # compass-outline
        "smile": "\U000f01f5",  # emoticon-happy-outline
        "very-good": "\U000f069c",  # emoticon-excited-outline
        "fair": "\U000f01f6",  # emoticon-neutral-outline
        "bad": "\U000f01f8",  # emoticon-sad-outline
        "very-bad": "\U000f0c6a",  # emoticon-angry-outline
        "chair": "\U000f0cc3",  # seat
        "inbox": "\U000f02fb",  # inbox-arrow-down
        "phone": "\U000f03f2",  # phone
        "mobile": "\U000f011c",  # cellphone
        "mail": "\U000f01ee",  # email
        "qr": "\U000f0432",  # qrcode
        "touch": "\U000f0741",  # gesture-tap
        "eye": "\U000f06d0",  # eye-outline
        "search": "\U000f0349",  # magnify
        "repeat": "\U000f0709",  # restart
        "swap": "\U000f04e1",  # swap-horizontal
        "absent": "\U000f12df",  # account-cancel
        "enter": "\U000f0342",  # login
        "leave": "\U000f0343",  # logout
        "plus": "\U000f0415",  # plus
        "minus": "\U000f0374",  # minus
        "pin": "\U000f034e",  # map-marker
        "door": "\U000f081c",  # door-open
        "complaint": "\U000f0362",  # message-alert
        "chart": "\U000f0128",  # chart-bar
        "star": "\U000f06f9",  # octagram
        "star-outline": "\U000f0775",  # octagram-outline
    }
)

MIRRORED: Mapping[str, str] = MappingProxyType(
    {"back": "forward", "forward": "back", "previous": "next", "next": "previous"}
)
"""Directions, which turn round where people read from right to left."""


def glyph(name: str, *, is_rtl: bool = False) -> str:
    """Give the character of a pictogram, turned for right-to-left screens.

    Raises `KeyError` for a name that the font does not have.
    """
    return GLYPHS[MIRRORED.get(name, name) if is_rtl else name]
