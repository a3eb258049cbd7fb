"""The stylesheet of feeds, for whoever opens one in a browser and not in a feed reader.

A style is all that a feed can have: browsers are giving up what would turn it into a page.
"""

from hashlib import blake2b

from site_builder.compose.frame.frame import Frame
from site_builder.compose.frame.stylesheet import squeezed


def feed_style(frame: Frame) -> str:
    """Return the theme's style for feeds, with the words that stand at their head."""
    said = frame.say("subscribe.raw", page=frame.say("subscribe.title"))
    escaped = said.replace("\\", "\\\\").replace('"', '\\"')
    return f'{squeezed(frame.theme.feed_style)}:root::before{{content:"{escaped}"}}'


def feed_style_address(frame: Frame) -> str:
    """Return where it answers; the name carries a digest of the text."""
    if "feed style" not in frame.memory:
        name = blake2b(feed_style(frame).encode(), digest_size=6).hexdigest()
        frame.memory["feed style"] = f"assets/feed-{name}.css"
    address: str = frame.memory["feed style"]
    return address
