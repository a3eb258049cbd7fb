"""Links: whatever leads inside the site leads to a file, and to a place that the file has."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from tests.browser.host import Served
from tests.browser.pages import SitePage


def dead_links(page: SitePage, links: Iterable[str]) -> Iterator[str]:
    """Yield each link of a page that leads nowhere inside its site."""
    # Examples on pattern pages lead to pages of a site that there is not.
    inside = (one for one in dict.fromkeys(links) if one.startswith(page.site.root))
    for link in inside if page.site.layouts else ():
        if not leads_somewhere(page.site, link):
            yield f"leads nowhere with {link}"


def leads_somewhere(site: Served, link: str) -> bool:
    """Tell whether a link inside a site leads to a file, and to a place that the file has."""
    inside, _, fragment = link.removeprefix(site.root).partition("#")
    file = site.folder / inside.partition("?")[0]
    file = file / "index.html" if file.is_dir() else file
    return file.is_file() and (not fragment or f'id="{fragment}"' in _text(file))


@lru_cache(64)
def _text(file: Path) -> str:
    return file.read_text("utf-8")
