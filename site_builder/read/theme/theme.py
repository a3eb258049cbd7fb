"""The theme: a folder of templates, styles and words, read once for each build."""

from dataclasses import dataclass
from pathlib import Path

from site_builder.read.theme.files import NotATheme, theme_files, theme_text
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

    Raises NotATheme when there is none, when it has no words, or when a file can not be read.
    """
    if not (folder / "layouts").is_dir():
        raise NotATheme(folder, 1, "There is no theme here.", "It needs a folder `layouts`.")
    templates = tuple(
        (path.relative_to(folder).as_posix(), theme_text(path))
        for part in ("layouts", "components", "feeds", "mail")
        for path in theme_files(folder / part, "**/*")
        if path.suffix in (".html", ".xml", ".txt", ".svg")
    )
    styles = [folder / "ground.css", *theme_files(folder / "components", "*/style.css")]
    text = "\n".join(theme_text(path) for path in styles if path.is_file())
    fonts = list(theme_files(folder / "fonts", "*.ttf"))
    font = fonts[0].read_bytes() if fonts else b""
    scripts = tuple(
        (path.stem, theme_text(path)) for path in theme_files(folder, "components/*/*.js")
    )
    feed_style = folder / "feeds" / "feed.css"
    return Theme(
        templates,
        text,
        read_words(folder / "words", language),
        font,
        theme_text(feed_style) if feed_style.is_file() else "",
        scripts,
    )
