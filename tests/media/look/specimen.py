"""One page with everything: to be looked at, and to be checked."""

from media.isolation import isolate
from media.look.look import Look
from media.look.pictograms import GLYPHS
from media.look.screen import Role
from media.look.theme import PALETTE
from media.look.widgets import (
    Bar,
    BigButton,
    Body,
    Caption,
    Card,
    Column,
    Display,
    Grid,
    Kind,
    Number,
    Page,
    Pictogram,
    Row,
    Title,
    ZelligeBand,
    even_out,
)

WELCOME = {
    "ar": "مرحبا بكم في جماعة بني ملال",
    "zgh": "ⴰⵏⵙⵓⴼ ⵖⵔ ⵜⵖⵔⵎⵜ ⵏ ⴰⵢⵜ ⵎⵍⵍⴰⵍ",
    "fr": "Bienvenue à la commune de Béni Mellal",
    "en": "Welcome to the commune of Beni Mellal",
}

PARAGRAPHS = {
    "ar": f"الحالة المدنية (الطابق {isolate('1')}): يرجى إحضار"
    f" {isolate('البطاقة الوطنية [أصل ونسخة]')}، ثم الاتصال بالرقم {isolate('05 23 48 00 00')}"
    f" أو انتظار النداء على التذكرة {isolate('A-042')} من {isolate('8:30')} إلى {isolate('16:30')}؛"
    f" الرسم {isolate('2,50 MAD')}. «لا إله» لأ لآ مُحَمَّد.",
    "zgh": "ⵜⴰⵎⵖⵔⵉⵡⵜ ⵏ ⵓⵙⵓⵏ (12): ⴰⵣⵓⵍ ⴼⵍⵍⴰⵡⵏ, ⵙⵜⵉⵢⴰⵜ ⵜⴰⵏⴰⴼⵓⵜ; ⵓⵟⵟⵓⵏ A-042, 05 23 48 00 00."
    " ⴰⴱⴳⴷⴹⴻⴼⴽ ⵀⵃⵄⵅⵇⵉⵊⵍ ⵎⵏⵓⵔⵕⵖⵙⵚ ⵛⵜⵟⵡⵢⵣⵥⵯ",
    "fr": "État civil (1er étage) : apportez la carte nationale « original et copie », puis appelez"
    " le 05 23 48 00 00 ou attendez l’appel du ticket A-042, de 8 h 30 à 16 h 30. Œuvre, cœur, ça.",
    "en": "Civil status (first floor): bring your national card [original and copy], then call"
    " 05 23 48 00 00 or wait for ticket A-042, from 8:30 to 16:30. Fee: 2.50 MAD.",
}

SERVICES = (
    ("birth", "الحالة المدنية", "État civil"),
    ("signature", "تصحيح الإمضاء", "Légalisation de signature"),
    ("hygiene", "المكتب الجماعي لحفظ الصحة", "Bureau communal d’hygiène"),
    ("taxes", "الجبايات والرسوم المحلية", "Régie et taxes communales"),
)


def specimen(look: Look) -> Page:
    page = Page(look)
    page.add_widget(_header(look))
    body = Column(look, padding=look.gap * 2, spacing=look.gap)
    parts = [_paragraph(look), _services(look), _kinds(look), _pictograms(look)]
    if look.screen.is_portrait:
        for part in parts:
            body.add_widget(part)
    else:
        row = Row(look)
        row.add_widget(_stack(look, parts[:1] + parts[2:3]))
        row.add_widget(
            _stack(look, parts[1:2] + (parts[3:] if look.screen.width_px > 1500 else []))
        )
        body.add_widget(row)
    page.add_widget(body)
    return page


def board(look: Look) -> Page:
    """A hall screen's page: far, large."""
    page = Page(look)
    page.add_widget(_header(look))
    row = Row(look, padding=look.gap)
    row.add_widget(_call(look))
    row.add_widget(_rows(look))
    page.add_widget(row)
    page.add_widget(_notice(look))
    return page


def _call(look):
    call = Card(look, ground=PALETTE.green, edge=PALETTE.green_deep, size_hint_x=1.6)
    once = {"color": PALETTE.sand, "align": "center", "lines": 1, "size_hint_y": 0.6}
    call.add_widget(Title(look, "التذكرة · Ticket", **once))
    call.add_widget(Number(look, "A042", color=PALETTE.plaster, size_hint_y=1.2))
    counter = f"إلى الشباك {isolate('3')}"
    call.add_widget(Display(look, counter, color=PALETTE.plaster, align="center", size_hint_y=0.9))
    call.add_widget(Title(look, "Guichet 3", language="fr", **once))
    return call


def _rows(look):
    rows, size = Column(look), look.text(Role.TITLE)
    for number, counter in (("B104", 1), ("A041", 5), ("C027", 2), ("A040", 4)):
        card = Card(look, padding=0)
        line = Row(look)
        line.add_widget(Number(look, number, font_size=size, color=PALETTE.navy))
        line.add_widget(Number(look, str(counter), font_size=size, size_hint_x=0.4))
        card.add_widget(line)
        rows.add_widget(card)
    return rows


def _stack(look, parts):
    column = Column(look, spacing=look.gap)
    for part in parts:
        column.add_widget(part)
    return column


def _header(look):
    header = Column(look, size_hint_y=None, height=look.text(Role.TITLE) * 2 + look.gap, spacing=0)
    bar = Bar(look)
    bar.add_widget(
        Pictogram(look, "town-hall", look.text(Role.TITLE) * 1.3, PALETTE.gold, size_hint=(None, 1))
    )
    bar.add_widget(Title(look, WELCOME[look.language], PALETTE.plaster, lines=1))
    bar.add_widget(
        Number(look, "10:42", font_size=look.text(Role.TITLE), color=PALETTE.sand, size_hint_x=0.22)
    )
    header.add_widget(bar)
    header.add_widget(ZelligeBand(look))
    return header


def _notice(look):
    bar = Bar(look, ground=PALETTE.gold_tint, size_hint_y=None, height=look.text(Role.BODY) * 2)
    bar.add_widget(
        Pictogram(look, "megaphone", look.text(Role.BODY), PALETTE.navy, size_hint=(None, 1))
    )
    bar.add_widget(Body(look, f"تفتح المكاتب من {isolate('8:30')} إلى {isolate('16:30')}", lines=1))
    return bar


def _paragraph(look):
    card = Card(look)
    card.add_widget(Title(look, WELCOME[look.language], PALETTE.navy, size_hint_y=0.6, lines=1))
    card.add_widget(Body(look, PARAGRAPHS[look.language]))
    card.add_widget(
        Caption(look, WELCOME["fr"], PALETTE.slate, language="fr", size_hint_y=0.6, lines=1)
    )
    return card


def _services(look):
    grid = Grid(look, cols=2 if look.screen.is_portrait or look.screen.width_px > 1500 else 1)
    for pictogram, arabic, french in SERVICES:
        button = BigButton(look, arabic, french, pictogram)
        grid.add_widget(button)
    even_out(button.title for button in grid.children)
    even_out(button.line for button in grid.children)
    return grid


def _kinds(look):
    grid = Grid(look, cols=5, size_hint_y=None, height=look.screen.touch * 3.4)
    for kind in Kind:
        grid.add_widget(BigButton(look, "رجوع", pictogram="back", kind=kind, flow="column"))
    grid.add_widget(BigButton(look, "مغلق", pictogram="lock", flow="column", disabled=True))
    return grid


def _pictograms(look):
    grid = Grid(look, cols=14, spacing=0)
    for name in GLYPHS:
        grid.add_widget(
            Pictogram(look, name, look.text(Role.TITLE), PALETTE.navy, size_hint=(1, 1))
        )
    return grid
