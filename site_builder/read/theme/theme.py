"""The theme: a folder of templates, styles and words, read once for each build.

A site may put a folder of its own over it, file by file, as `custom_dir` does in MkDocs: a file of
the same name takes the place of the theme's, and can still extend it as `civic:layouts/…`.
"""

from dataclasses import dataclass
from pathlib import Path

from site_builder.read.brand.files import NO_BRAND, BrandFiles
from site_builder.read.theme.files import Layers, NotATheme
from site_builder.read.theme.words import FALLBACK, NO_WORDS, Words, read_words

BELOW = "civic:"
"""Begins the name of a template of the theme itself, where a site has another of that name."""
EXTRA_STYLE = "extra.css"
"""Styles of a site's own, after all others."""
TEMPLATE_FOLDERS = ("layouts", "components", "feeds", "mail")
_TEMPLATES = (".html", ".xml", ".txt", ".svg")


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
    own: frozenset[str] = frozenset()
    """The names of the templates that a site put over those of the theme, or beside them."""
    extra_style: str = ""
    """The last part of the stylesheet: the styles of a site's own."""
    brand: BrandFiles = NO_BRAND
    """The logos and fonts of the site."""


def read_theme(folder: Path, language: str = FALLBACK, on_top: Path | None = None) -> Theme:
    """Return the theme of a folder, with its words in a language, and another folder over it.

    Raises NotATheme when there is none, when it has no words, or when a file can not be read.
    """
    if not (folder / "layouts").is_dir():
        raise NotATheme(folder, 1, "There is no theme here.", "It needs a folder `layouts`.")
    layers = Layers(tuple(one for one in (on_top, folder) if one))
    own = _templates(Layers((on_top,))) if on_top else {}
    whole = _templates(Layers((folder,))) if own else {}
    theirs = {f"{BELOW}{name}": text for name, text in whole.items()}
    styles = ["ground.css", *layers.names("components", "*/style.css"), EXTRA_STYLE]
    fonts = [layers.file(name) for name in layers.names("fonts", "*.ttf")]
    return Theme(
        templates=tuple((_templates(layers) | theirs).items()),
        stylesheet="\n".join(filter(None, map(layers.text, styles))),
        words=read_words(tuple(one / "words" for one in layers.folders), language),
        font=fonts[0].read_bytes() if fonts and fonts[0] else b"",
        feed_style=layers.text("feeds/feed.css"),
        scripts=tuple(
            (Path(name).stem, layers.text(name)) for name in layers.names("components", "*/*.js")
        ),
        own=frozenset(own),
        extra_style=layers.text(EXTRA_STYLE),
    )


def _templates(layers: Layers) -> dict[str, str]:
    """Return the text of each template by its name, as seen from the folder."""
    return {
        name: layers.text(name)
        for part in TEMPLATE_FOLDERS
        for name in layers.names(part, "**/*")
        if name.endswith(_TEMPLATES)
    }
