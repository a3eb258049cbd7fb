"""The site's favicon: a thread from a promise made to a promise kept, in either scheme."""

from hashlib import blake2b

from site_builder.compose.drawing import disc
from site_builder.read.colours import DARK_INK, INK

FAVICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><style>'
    f"path{{fill:none;stroke:{INK};stroke-width:4}}"
    f"@media(prefers-color-scheme:dark){{path{{stroke:{DARK_INK}}}}}</style>"
    f'<path d="M0 24h4{disc(8, 24, 4)}M12 24c8 0 0-16 8-16M28 8h4"/>'
    f'<path stroke-width="6" d="{disc(24, 8, 3)}"/></svg>'
).encode()
"""The open knot is the promise made, the full one the promise kept."""

FAVICON_ADDRESS = f"assets/favicon-{blake2b(FAVICON, digest_size=6).hexdigest()}.svg"
