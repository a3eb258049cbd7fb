"""The theme: a folder of templates, styles and words, read once for each build."""

from dataclasses import dataclass
from pathlib import Path

from site_builder.read.theme.words import FALLBACK, NO_WORDS, Words, read_words


@dataclass(frozen=True)
class Theme:
    """A theme's files, as a build needs them."""

    templates: tuple[tuple[str, str], ...]
    """Each template's name, seen from the theme's folder, and its text."""
    stylesheet: str
    """Every style of the theme: the ground first, then each component in the order of its name."""
    words: Words = NO_WORDS
    """The interface words, in the site's language."""
    font: bytes = b""
    """The font of the social cards; without one they are set in Pillow's own."""
    feed_style: str = ""
    """The style of feeds that somebody opens in a browser."""
    scripts: tuple[tuple[str, str], ...] = ()
    """Each script by the name of its component; only the pages that ask for one have it."""


def read_theme(folder: Path, language: str = FALLBACK) -> Theme:
    """Return the theme of a folder, with its words in a language.

    Raises FileNotFoundError when there is no theme, or when it has no words.
    """
    if not (folder / "layouts").is_dir():
        raise FileNotFoundError(f"{folder}: there is no theme here; it needs a folder `layouts`.")
    templates = tuple(
        (path.relative_to(folder).as_posix(), path.read_text("utf-8"))
        for part in ("layouts", "components", "feeds", "mail")
        for path in sorted((folder / part).rglob("*"))
        if path.is_file() and path.suffix in (".html", ".xml", ".txt", ".svg")
    )
    styles = [folder / "ground.css", *sorted((folder / "components").glob("*/style.css"))]
    text = "\n".join(path.read_text("utf-8") for path in styles if path.is_file())
    fonts = sorted((folder / "fonts").glob("*.ttf"))
    font = fonts[0].read_bytes() if fonts else b""
    scripts = tuple(
        (path.stem, path.read_text("utf-8")) for path in sorted(folder.glob("components/*/*.js"))
    )
    feed_style = folder / "feeds" / "feed.css"
    return Theme(
        templates,
        text,
        read_words(folder / "words", language),
        font,
        feed_style.read_text("utf-8") if feed_style.is_file() else "",
        scripts,
    )
