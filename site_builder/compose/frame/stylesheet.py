"""The one stylesheet: the theme's rules and the colours of the missions, without spare bytes."""

import re
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b

from site_builder.read.theme.colours import INK, dark_twin
from site_builder.read.types import Mission

_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_QUOTED = re.compile(r"""("[^"]*"|'[^']*')""")
_SPACES = re.compile(r"\s+")
# A colon with a space behind it stands only between a name and its value, never in a selector.
_SPARE = re.compile(r" ?([{};,>]) ?|(:) ")


def stylesheet(rules: str, missions: Iterable[Mission], brand: str = "", extra: str = "") -> str:
    """Return a theme's rules and, for each mission, the class that sets its colours.

    Those of a `brand` come before the `extra` ones, which end the rules.
    """
    colours = (
        f".accent-{mission.slug}{{--accent:{mission.colour or INK};"
        f"--accent-dark:{dark_twin(mission.colour or INK)}}}"
        for mission in missions
    )
    if brand:
        return "".join((squeezed(rules.removesuffix(extra)), brand, squeezed(extra), *colours))
    return "".join((squeezed(rules), *colours))


def stylesheet_address(text: str) -> str:
    """Return where a stylesheet answers; the name carries a digest of the text."""
    return f"assets/civic-{blake2b(text.encode(), digest_size=6).hexdigest()}.css"


@lru_cache(maxsize=4)
def squeezed(rules: str) -> str:
    """Return CSS that says the same without comments and spare white space."""
    parts = _QUOTED.split(_COMMENT.sub("", rules))
    parts[::2] = (_SPARE.sub(r"\1\2", _SPACES.sub(" ", part)) for part in parts[::2])
    return "".join(parts).replace(";}", "}").strip()
