"""The site's favicon: a thread from a promise made to a promise kept, legible in either scheme."""

from hashlib import blake2b

from site_builder.compose.pictures.drawing import disc
from site_builder.read.theme.colours import DARK_INK, INK

_STYLE = f"svg{{color:{INK}}}@media(prefers-color-scheme:dark){{svg{{color:{DARK_INK}}}}}"
_THREAD = f"{disc(7, 25, 5)}M12 25c12 0 0-18 12-18"

# The open knot is the promise made, the full one the promise kept.
FAVICON = (
    f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><style>{_STYLE}</style>'
    f'<path fill="none" stroke="currentColor" stroke-width="4" d="{_THREAD}"/>'
    f'<path fill="currentColor" d="{disc(25, 7, 6)}"/></svg>'
).encode()
FAVICON_ADDRESS = f"assets/favicon-{blake2b(FAVICON, digest_size=6).hexdigest()}.svg"
