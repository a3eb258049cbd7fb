"""The pages of a served site: every one of them, and one for each kind of page."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from tests.browser.host import Served


@dataclass(frozen=True)
class SitePage:
    """One page of a served site."""

    address: str
    path: str
    """Its file, seen from the root of the site."""
    layout: str
    """The name of its layout, such as "case-study"; its path if no build made it."""
    size: int
    """The bytes of its file."""
    site: Served = field(compare=False, repr=False)

    def __str__(self) -> str:
        return f"/{self.path.removesuffix('index.html')}"

    @property
    def kind(self) -> tuple[str, str, int]:
        """What it looks like: its layout, the folder of the site it is in, and how deep."""
        folders = PurePosixPath(self.path).parent.parts
        return self.layout, folders[0] if len(folders) > 1 else "", len(folders)


def pages_of(site: Served) -> tuple[SitePage, ...]:
    """Return every page of a site, by walking its folder."""
    return tuple(
        _page(site, file.relative_to(site.folder).as_posix(), file.stat().st_size)
        for file in sorted(site.folder.rglob("*.html"))
    )


def _page(site: Served, path: str, size: int) -> SitePage:
    layout = PurePosixPath(site.layouts.get(path, path))
    address = site.root + path.removesuffix("index.html")
    return SitePage(address, path, layout.stem if path in site.layouts else path, size, site)


def one_of_each_kind(pages: Iterable[SitePage]) -> tuple[SitePage, ...]:
    """Return the largest page of each kind, for it has most that can go wrong."""
    largest: dict[tuple[str, str, int], SitePage] = {}
    for page in sorted(pages, key=lambda page: (-page.size, page.path)):
        largest.setdefault(page.kind, page)
    return tuple(sorted(largest.values(), key=lambda page: page.path))


def some_of_each_kind(pages: Iterable[SitePage], most: int) -> tuple[SitePage, ...]:
    """Return at most so many pages of each kind: the largest, the smallest, and some between.

    Which ones is the same at each run.
    """
    kinds: defaultdict[tuple[int, object], list[SitePage]] = defaultdict(list)
    for page in pages:
        kinds[id(page.site), page.kind].append(page)
    return tuple(page for alike in kinds.values() for page in _spread(alike, most))


def _spread(pages: Iterable[SitePage], most: int) -> tuple[SitePage, ...]:
    by_size = sorted(pages, key=lambda page: (-page.size, page.path))
    if len(by_size) <= most:
        return tuple(by_size)
    last = len(by_size) - 1
    return tuple(by_size[round(number * last / (most - 1))] for number in range(most))
