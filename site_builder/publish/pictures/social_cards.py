"""Draw social cards: words on the left, the cover's drawing on the right, in one colour of ink.

The whole card is a picture of strengths, from paper to ink, until its colours are put in at the
end. A PNG of sixteen colours keeps it small.
"""

import io
import zlib

from PIL import Image, ImageChops, ImageDraw

from site_builder.compose.pictures.emblems import DrawnEmblem
from site_builder.compose.pictures.social_cards import HEIGHT, WIDTH, SocialCard
from site_builder.publish.pictures.emblems import draw_emblem
from site_builder.publish.pictures.fonts import Font
from site_builder.publish.pictures.lettering import LEADING, Lettering, Room, set_text
from site_builder.publish.pictures.painting import paint
from site_builder.read.theme.colours import PAPER, channels

INK = 255
WASH = 17
"""The ground under the drawing."""
PANEL = 696
"""The column where the drawing begins."""
MARGIN, COLUMN = 64, 568
TAB = 12
_SHADES = 15
_SMALL = (30, 26, 22, 18)


def draw_card(card: SocialCard, font: Font) -> bytes:
    """Return a card as PNG, 1200 by 630 pixels; equal cards give equal bytes."""
    canvas = Image.new("L", (WIDTH, HEIGHT))
    canvas.paste(WASH, (PANEL, 0, WIDTH, HEIGHT))
    paint(card.drawing, canvas, PANEL)
    draw = ImageDraw.Draw(canvas)
    _mark_quarter(draw, card.drawing.quarter)
    _write(draw, card, font)
    if card.logo:
        _stamp(canvas, card.logo)
    return _png(canvas, card.colour)


def _stamp(canvas: Image.Image, logo: DrawnEmblem) -> None:
    """Print a logo in the ink of the card, at the foot of the words."""
    drawn = draw_emblem(logo)
    paper = Image.new("RGBA", drawn.size, "#ffffff")
    strengths = ImageChops.invert(Image.alpha_composite(paper, drawn).convert("L"))
    canvas.paste(strengths, (MARGIN, HEIGHT - 56 - logo.height))


def _mark_quarter(draw: ImageDraw.ImageDraw, quarter: int | None) -> None:
    if quarter:
        width = WIDTH // 4
        draw.rectangle(((quarter - 1) * width, 0, quarter * width - 1, TAB - 1), INK)


def _write(draw: ImageDraw.ImageDraw, card: SocialCard, font: Font) -> None:
    """Write the words: the kicker, the title and the note from the top, the rest at the foot."""
    top, foot = 64, HEIGHT - 56
    if card.logo:
        foot -= card.logo.height + 20
    foot = _lines_up(draw, card.site, font, foot)
    if card.warning:
        foot = _warning(draw, card.warning, font, foot)
    kicker = _set(card.kicker, font, Room(COLUMN, 80, (32, 28, 24)))
    top = _lines_down(draw, kicker, font, top) + (20 if kicker.lines else 0)
    note = _set(card.note, font, Room(COLUMN, 140, _SMALL))
    room = Room(COLUMN, foot - top - note.height - 44, (80, 72, 64, 58, 52, 46, 40, 36))
    title = _set(card.title, font, room)
    top = _lines_down(draw, title, font, top)
    _lines_down(draw, note, font, top + 24)


def _set(text: str, font: Font, room: Room) -> Lettering:
    return set_text(font.legible(text), font, room)


def _lines_down(draw: ImageDraw.ImageDraw, text: Lettering, font: Font, top: int) -> int:
    """Write lines from the top of the first, and return where the last one ends."""
    for number, line in enumerate(text.lines):
        baseline = top + round(text.size * (0.8 + number * LEADING))
        draw.text((MARGIN, baseline), line, INK, font.at(text.size), anchor="ls")
    return top + text.height


def _lines_up(draw: ImageDraw.ImageDraw, words: str, font: Font, foot: int) -> int:
    text = _set(words, font, Room(COLUMN, 70, _SMALL))
    return _lines_down(draw, text, font, foot - text.height) - text.height - 20


def _warning(draw: ImageDraw.ImageDraw, words: str, font: Font, foot: int) -> int:
    """Write a warning, paper on ink, and return where it begins."""
    text = _set(words, font, Room(COLUMN - 32, 70, (28, 24, 20)))
    top = foot - text.height - 16
    width = max(font.widths(text.size)(line) for line in text.lines)
    draw.rectangle((MARGIN, top, MARGIN + round(width) + 32, foot), INK)
    for number, line in enumerate(text.lines):
        baseline = top + 8 + round(text.size * (0.8 + number * LEADING))
        draw.text((MARGIN + 16, baseline), line, 0, font.at(text.size), anchor="ls")
    return top


def _png(canvas: Image.Image, colour: str) -> bytes:
    """Return strengths as PNG in shades from paper to a colour, with nothing else in the file."""
    shades = canvas.point([round(value * _SHADES / 255) for value in range(256)])
    image = Image.frombytes("P", shades.size, shades.tobytes())
    image.putpalette(_palette(colour))
    written = io.BytesIO()
    image.save(written, "PNG", compress_type=zlib.Z_RLE)
    return written.getvalue()


def _palette(colour: str) -> list[int]:
    paper, ink = channels(PAPER), channels(colour)
    return [
        round(255 * (light + (dark - light) * shade / _SHADES))
        for shade in range(_SHADES + 1)
        for light, dark in zip(paper, ink, strict=True)
    ]
