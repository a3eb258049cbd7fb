"""Social cards as files: whole PNGs of one size, light, without hidden data, always the same."""

import dataclasses
import io
import struct
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from PIL import Image, ImageOps

from site_builder.compose.output import Output
from site_builder.compose.pictures.covers import story_cover
from site_builder.compose.pictures.drawing import Drawing
from site_builder.compose.pictures.social_cards import SocialCard
from site_builder.publish.pictures.fonts import Font
from site_builder.publish.pictures.social_cards import COLUMN, MARGIN, PANEL, draw_card
from site_builder.publish.renderer import Renderer
from site_builder.read.theme.theme import Theme, read_theme
from site_builder.settings import theme_folder

THEME = read_theme(theme_folder())
FONT = Font(THEME.font)
BLUE, PAPER = (0, 79, 134), (251, 250, 246)
TITLES = [
    "Go",
    "Flooded mines warm homes in Gateshead",
    "Swansea surgeries share a worker for problems that come together",
    "“Mae’r tŷ yn ŵyn”: Llanfairpwllgwyngyllgogerychwyrndrobwlla a’i phobl",
    "Pneumonoultramicroscopicsilicovolcanoconiosis",
    "and so on and on " * 40,
    "W" * 400,
    "Здравствуй",
    "Party 🎉",
    "",
]


def card_of(title: str = "A title", **others: str | Drawing) -> SocialCard:
    values: dict[str, str | Drawing] = {
        "kicker": "An NHS fit for the future",
        "note": "Churchill Gardens (Pimlico), England",
        "warning": "",
        "site": "Missions in public",
        "colour": "#004f86",
        "drawing": story_cover("warm-homes", 4, 2),
    }
    return SocialCard(title, **(values | others))  # type: ignore[arg-type]


def image_of(card: SocialCard) -> Image.Image:
    return Image.open(io.BytesIO(draw_card(card, FONT))).convert("RGB")


def chunks(png: bytes) -> Iterator[bytes]:
    """Yield the name of each chunk of a PNG (https://www.w3.org/TR/png-3/#5Chunk-layout)."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    at = 8
    while at < len(png):
        yield png[at + 4 : at + 8]
        at += 12 + int(struct.unpack(">I", png[at : at + 4])[0])


@pytest.mark.parametrize("title", TITLES)
def test_card_is_a_whole_light_png_without_hidden_data(title: str) -> None:
    """Nothing is in the file but the picture: no time, no program's name, no words."""
    png = draw_card(card_of(title), FONT)
    assert set(chunks(png)) == {b"IHDR", b"PLTE", b"IDAT", b"IEND"}
    assert len(png) <= 60_000
    with Image.open(io.BytesIO(png)) as image:
        image.verify()
        assert (image.size, image.format) == ((1200, 630), "PNG")


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("warning", ["", "Illustrative: this did not happen"])
def test_words_keep_to_their_column(title: str, warning: str) -> None:
    """No letter stands in the margins or on the drawing, however long the words are."""
    card = card_of(
        title, warning=warning, kicker="A mission with a long name " * 3, site="A site " * 20
    )
    image = image_of(card)
    margins = [(0, 12, MARGIN - 4, 630), (MARGIN + COLUMN + 4, 12, PANEL, 630)]
    edges = [(0, 12, PANEL, 40), (0, 600, PANEL, 630)]
    for box in (*margins, *edges):
        assert image.crop(box).getcolors() == [((box[2] - box[0]) * (box[3] - box[1]), PAPER)], box


def rows_with_ink(image: Image.Image) -> list[int]:
    """Return the rows of the column of words in which something stands."""
    column = ImageOps.invert(image.crop((MARGIN, 0, MARGIN + COLUMN, 630)).convert("L"))
    rows = column.resize((1, 630), Image.Resampling.BOX).tobytes()
    return [y for y in range(12, 630) if rows[y] > rows[630 - 1]]


@pytest.mark.parametrize("title", TITLES[:7])
def test_title_leaves_the_other_words_alone(title: str) -> None:
    """However long it is, what stands over it and under it is as it was, with paper between."""
    bare = card_of("", note="", warning="Illustrative: this did not happen")
    rows = rows_with_ink(image_of(bare))
    over, under = max(y for y in rows if y < 200), min(y for y in rows if y > 400)
    full = rows_with_ink(image_of(dataclasses.replace(bare, title=title, note=card_of().note)))
    assert [y for y in full if y <= over + 8 or y >= under - 16] == rows


def test_title_is_on_the_card_and_in_the_colour() -> None:
    """Another title makes another picture, printed in the whole colour of the mission."""
    with_title, without = image_of(card_of("Growth")), image_of(card_of(""))
    column = (MARGIN, 100, MARGIN + COLUMN, 300)
    assert with_title.crop(column).tobytes() != without.crop(column).tobytes()
    colours = {colour for _, colour in with_title.getcolors() or []}
    assert {BLUE, PAPER} <= colours
    assert len(colours) <= 16


def test_warning_is_on_the_card() -> None:
    """Paper on ink, so that nobody can miss it."""
    plain, warned = (
        rows_with_ink(image_of(card_of(warning=words))) for words in ("", "Illustrative")
    )
    assert len(warned) > len(plain) + 20


def test_drawing_and_quarter_are_those_of_the_cover() -> None:
    """Another story has another drawing, and the tab is where its quarter is."""
    one, other = (image_of(card_of(drawing=story_cover(slug, 4, 2))) for slug in ("one", "other"))
    panel = (PANEL, 20, 1200, 630)
    assert one.crop(panel).tobytes() != other.crop(panel).tobytes()
    assert [one.getpixel((x, 4)) == BLUE for x in (150, 450)] == [False, True]
    assert image_of(card_of(drawing=story_cover("one", 4, 1))).getpixel((150, 4)) == BLUE


def test_equal_cards_are_equal_files_even_from_many_workers() -> None:
    """Workers share the font, and none sees what another is drawing."""
    cards = [
        card_of(f"Title number {number}", drawing=story_cover(f"{number}", number, 1))
        for number in range(8)
    ]
    alone = [draw_card(card, Font(THEME.font)) for card in cards]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda card: draw_card(card, FONT), cards * 3))
    assert together == alone * 3
    assert len(set(alone)) == len(cards)


def test_card_without_any_drawing_or_words_is_drawn() -> None:
    """A new site has little to say, and a card all the same."""
    empty = SocialCard("", "", "", "", "", "#1a1a1d", Drawing(()))
    assert image_of(empty).size == (1200, 630)


def test_renderer_draws_cards_and_its_key_covers_the_font() -> None:
    """Another font draws all cards anew, and no page."""
    card, page = (
        Output("card.png", "social-card", card_of()),
        Output("x", "layouts/404.html", card_of()),
    )
    renderer, other = Renderer(THEME), Renderer(Theme(THEME.templates, "", THEME.words, b""))
    assert renderer.render(card) == draw_card(card_of(), FONT)
    assert renderer.key(card) != other.key(card)
    assert renderer.key(page) == other.key(page)
