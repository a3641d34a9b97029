"""What a controller might have published, and a moment at which it is shown."""

from datetime import UTC, datetime

from media.playlist.content import CouncilSession, News, TextNotice
from media.playlist.model import Item, Placement, Playlist, Revision
from media.playlist.validity import Validity
from media.words import Words
from tests.kiosk.conversation import NOON, PACK

WHILE = Validity(datetime(2026, 11, 20), datetime(2026, 12, 20))  # noqa: DTZ001 - on the hall's clocks
OVER = Validity(datetime(2026, 11, 1), datetime(2026, 11, 10))  # noqa: DTZ001 - as above
HALL_NOON = NOON.astimezone(PACK.hall.zone)

MARKET = Words(
    "تحويل السوق الأسبوعي إلى الساحة الجديدة",
    "Le souk hebdomadaire se tient sur la nouvelle place",
    "The weekly market moves to the new square",
)
TEXT = Words(
    "ابتداء من يوم الأحد المقبل يُنظم السوق الأسبوعي في الساحة الجديدة قرب المحطة.\n"
    "تبقى مواعيد الدخول كما هي.",
    "À partir de dimanche prochain, le souk hebdomadaire se tient sur la nouvelle place, près de "
    "la gare.\nLes horaires d’accès ne changent pas.",
    "From next Sunday on, the weekly market is held on the new square, near the station.\n"
    "The hours of access stay as they are.",
)
NOTICE = Item("market", TextNotice(MARKET, TEXT), validity=WHILE)
IN_FRENCH = Words(
    "Une bibliothèque pour le quartier Essalam", "Une bibliothèque pour le quartier Essalam"
)
NEWS = Item("library", News(IN_FRENCH, "ain-nour.ma", None, None, None, "fr"), validity=WHILE)
GONE = Item("gone", TextNotice(Words("انتهى", "Terminé")), validity=OVER)
SESSION = Item(
    "session",
    CouncilSession(
        Words("الدورة الاستثنائية", "Session extraordinaire", "Extraordinary session"),
        datetime(2026, 12, 1, 10, 0),  # noqa: DTZ001 - on the hall's clocks
        Words("قاعة الاجتماعات، الطابق 2", "Salle des réunions, 2e étage", "Meeting room, floor 2"),
        agenda=Words("الميزانية\nالنقل", "Budget\nTransport", "Budget\nTransport"),
    ),
    validity=WHILE,
)
CANCELLED = Item(
    "cancelled",
    CouncilSession(
        Words("اجتماع لجنة", "Réunion d’une commission", "A committee’s meeting"),
        datetime(2026, 11, 26, 15, 0),  # noqa: DTZ001 - as above
        is_cancelled=True,
    ),
    validity=WHILE,
)
PUBLISHED = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
ITEMS = (NOTICE, NEWS, GONE, SESSION, CANCELLED)
TOLD = Playlist("told", "Told in words", tuple(each.id for each in ITEMS))
REVISION = Revision(3, PUBLISHED, ITEMS, (TOLD,), (Placement("told"),))
