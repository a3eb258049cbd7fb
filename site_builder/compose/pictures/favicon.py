"""The site's favicon: a thread from a promise made to a promise kept, legible in either scheme."""

from hashlib import blake2b

from site_builder.compose.pictures.drawing import disc
from site_builder.read.theme.colours import DARK_INK, INK

_THREAD = f"{disc(7, 25, 5)}M12 25c12 0 0-18 12-18"


def favicon(colour: str = INK, dark: str = DARK_INK) -> bytes:
    """Return the site's mark in a colour for each scheme.

    The open knot is the promise made, the full one the promise kept.
    """
    style = f"svg{{color:{colour}}}@media(prefers-color-scheme:dark){{svg{{color:{dark}}}}}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><style>{style}</style>'
        f'<path fill="none" stroke="currentColor" stroke-width="4" d="{_THREAD}"/>'
        f'<path fill="currentColor" d="{disc(25, 7, 6)}"/></svg>'
    ).encode()


def favicon_address(data: bytes) -> str:
    """Return where a mark answers; a digest of its bytes is in the name."""
    return f"assets/favicon-{blake2b(data, digest_size=6).hexdigest()}.svg"


FAVICON = favicon()
FAVICON_ADDRESS = favicon_address(FAVICON)
