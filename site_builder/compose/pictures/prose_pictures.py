"""Images of authors' texts as pages and feeds show them.

The markup is that of the theme's component `picture`; a test holds the two together.
"""

import html
import re
from collections.abc import Mapping, Sequence

from site_builder.compose.views.pictures import Candidate, Picture

SIZES = "(min-width: 44rem) 40rem, calc(100vw - 2rem)"
"""How wide an image of a text is shown: the measure of a line, or the page of a telephone."""

# What the pipeline knows better than an author.
_OURS = frozenset({"src", "width", "height"})
_WHOLE_NUMBER = re.compile("[1-9][0-9]{0,4}")


def picture_html(picture: Picture, root: str, attributes: Mapping[str, str]) -> str:
    """Return an image of a text in every size and format; `attributes` are the author's own."""
    asked = _asked_width(attributes)
    sizes = f"{asked}px" if asked else SIZES
    sources = (
        f'<source type="{source.media_type}" srcset="{_srcset(source.candidates, root)}"'
        f' sizes="{sizes}">'
        for source in picture.sources
    )
    choice = f' srcset="{_srcset(picture.candidates, root)}" sizes="{sizes}"'
    image = _image(picture, root, choice, attributes, ' loading="lazy" decoding="async"')
    return f"<picture>{''.join(sources)}{image}</picture>"


def image_html(picture: Picture, root: str, attributes: Mapping[str, str]) -> str:
    """Return an image of a text as feed readers take it: one file, by its whole address."""
    return _image(picture, root, "", attributes, "")


def _image(
    picture: Picture, root: str, choice: str, attributes: Mapping[str, str], ways: str
) -> str:
    width, height = _size(picture, attributes)
    own = "".join(
        f' {name}="{html.escape(text)}"' for name, text in attributes.items() if name not in _OURS
    )
    src = html.escape(root + picture.address)
    return f'<img src="{src}"{choice} width="{width}" height="{height}"{own}{ways}>'


def _size(picture: Picture, attributes: Mapping[str, str]) -> tuple[int, int]:
    """Return the size to show: as wide as the author asks, in the proportion of the image."""
    width = _asked_width(attributes) or picture.width
    return width, max(1, round(width * picture.height / picture.width))


def _asked_width(attributes: Mapping[str, str]) -> int:
    asked = attributes.get("width", "")
    return int(asked) if _WHOLE_NUMBER.fullmatch(asked) else 0


def _srcset(candidates: Sequence[Candidate], root: str) -> str:
    return ", ".join(f"{root}{html.escape(one.address)} {one.width}w" for one in candidates)
