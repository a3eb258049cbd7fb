"""Which addresses lead to a video on another site, which a page links to and never shows."""

import re
from urllib.parse import parse_qs, urlsplit

HOSTS = {"youtube": "YouTube", "vimeo": "Vimeo"}
"""The names of the sites, as they write them."""
_YOUTUBE = frozenset({"youtube.com", "m.youtube.com", "youtube-nocookie.com"})
_OWN_PATH = re.compile(r"/(?:embed|shorts|live)/[\w-]+/?")
_NUMBER = re.compile(r"/(?:video/)?[0-9]+(?:/[0-9a-f]+)?/?")


def host_of_video(address: str) -> str:
    """Return which of HOSTS has the video at an address; nothing when it leads to none."""
    try:
        parts = urlsplit(address)
        asked = parse_qs(parts.query)
    except ValueError:
        return ""
    host = (parts.hostname or "").removeprefix("www.")
    if host == "youtu.be" and len(parts.path) > 1:
        return "youtube"
    if host in _YOUTUBE and ("v" in asked or _OWN_PATH.fullmatch(parts.path)):
        return "youtube"
    return (
        "vimeo"
        if host in ("vimeo.com", "player.vimeo.com") and _NUMBER.fullmatch(parts.path)
        else ""
    )
