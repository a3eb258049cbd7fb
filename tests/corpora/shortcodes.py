"""Commands of Hugo in posts, written in Markdown as whoever moves a post would write them.

A post as it is published has links and pictures where its source has commands; what is pasted from
a page, or moved with care, has these. Pictures are a picture of the trial's own.
"""

import re

PICTURE = "../images/picture.png"
SITE = "https://digital.gov/"

_COMMAND = re.compile(r"\{\{[<%]\s*(/?[\w-]+)(.*?)/?\s*[>%]\}\}", re.S)
_AS_ADDRESS = re.compile(r"(?<=\]\()\{\{[<%][^\n]*?[>%]\}\}")
_GIVEN = re.compile(r'([\w-]+)=(?:"([^"]*)"|(\S+))')
_ADDRESSES = frozenset({"ref", "relref", "asset-static", "legacy-file", "link"})
_PICTURES = frozenset({"img", "img-right", "img-left", "legacy-img", "legacy-img-right"})


def in_markdown(body: str) -> str:
    """Return a post's text without commands: addresses, pictures and videos in their place."""
    in_links = _AS_ADDRESS.sub(SITE, body)
    return _COMMAND.sub(lambda one: _written(one[1], one[2]), in_links)


def commands_in(body: str) -> int:
    """Return how many commands a text has."""
    return len(_COMMAND.findall(body))


def _written(name: str, rest: str) -> str:
    given = {key: quoted or bare for key, quoted, bare in _GIVEN.findall(rest)}
    if name in _ADDRESSES:
        return given.get("href", SITE) if name == "link" else SITE
    if name in _PICTURES:
        return _picture(given.get("alt", ""), given.get("caption", ""))
    if name == "youtube":
        video = given.get("id") or rest.strip(" \"'")
        return f"\n\n[{given.get('title', 'A video')}](https://www.youtube.com/watch?v={video})\n\n"
    return ""


def _picture(alt: str, caption: str) -> str:
    alt = re.sub(r"[\[\]\n]", " ", alt)
    if not alt.strip():
        return f"![]({PICTURE}){{decorative=true}}"
    return f"![{alt}]({PICTURE})" + (f"\n*{caption.strip()}*\n" if caption.strip() else "")
