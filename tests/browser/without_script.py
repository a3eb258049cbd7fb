"""Without JavaScript: every text and link of a page is there for a browser that runs none."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from playwright.sync_api import Page

SCRIPTS = "script:not([type='application/ld+json'])"
SHOWN = """scripts => [
    document.body.innerText,
    [...document.querySelectorAll("a[href]")].map(one => one.href),
    document.querySelector(scripts) !== null,
]"""


@dataclass(frozen=True)
class Shown:
    """What a reader has in front of them."""

    text: str
    links: tuple[str, ...]
    """Where each link leads, in order."""
    has_script: bool
    """Whether the page has a script to run."""

    @classmethod
    def on(cls, page: Page) -> Self:
        """Return what a page shows."""
        text, links, has_script = page.evaluate(SHOWN, SCRIPTS)
        return cls(" ".join(text.split()), tuple(links), has_script)


def lost_without_script(plain: Shown, scripted: Shown) -> Iterator[str]:
    """Yield what a browser without JavaScript does not show.

    A page that has no script is the same in both. One that has a script may offer more with it,
    but no way onward that the plain page does not have.
    """
    if not scripted.has_script:
        if plain != scripted:
            yield "the page is not the same without JavaScript"
        return
    for link in dict.fromkeys(scripted.links):
        if link not in plain.links:
            yield f"the link to {link} is missing without JavaScript"
