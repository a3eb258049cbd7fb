"""What a page lets a browser do: the Content-Security-Policy that every page carries.

It stands in a meta element, so it works on any host. `frame-ancestors`, `report-uri` and `sandbox`
do nothing there; a host that can send headers has to send those.
"""

from markupsafe import Markup

POLICY = Markup(
    "default-src 'none'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
"""Styles and images of the site itself, and nothing else: no script, no frame, no other host.

A page asks for nothing by itself, but checkers look for robots.txt from within it."""

FONTS = Markup("; font-src 'self'")
"""What a site with fonts of its own lets a browser fetch beside these."""

OF_SEARCH = Markup("; script-src 'self' 'wasm-unsafe-eval'")
"""Beside these the script of the search and its program in WebAssembly, and the index they read."""
SEARCH_POLICY = POLICY + OF_SEARCH
