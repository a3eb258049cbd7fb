"""A site as its host sees it: all that the ready files of hosts are made from beside the table."""

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import wrap


@dataclass(frozen=True)
class HostedSite:
    """Where a site stands, and what leads to where."""

    name: str | None
    """The name of the host, such as missions.example.org; None where no address is set."""
    base: str = "/"
    """The path of the site on its host, with a slash at both ends."""
    folder: str = "/var/www/missions"
    """The folder that the host serves; the files of the site lie in it, below the path."""
    port: int = 80
    redirects: tuple[tuple[str, str], ...] = ()
    """Each old path of something renamed, with that of today."""
    is_built: bool = True
    """Whether there was a site to read the redirects from."""
    is_packed: bool = False
    """Whether each file of text has a .gz and a .br beside it."""

    install: str = "mission-stories"
    """What pip is told to install to build it."""

    @property
    def files(self) -> str:
        """The folder that the files of the site lie in."""
        return f"{self.folder}{self.base}".rstrip("/")

    @property
    def missing(self) -> str:
        """The path of the page for addresses that are not there."""
        return f"{self.base}404.html"


def opening(site: HostedSite, name: str, says: str, *more: str) -> Iterator[str]:
    """Yield the comments that a ready file begins with: for which site, and what is to be known."""
    where = f"https://{site.name}{site.base}" if site.name else "a site without `site_url`"
    yield from comment(
        f"{says} for {where}",
        f"Made by `missions host {name}`, from its table of types, caches and headers of safety.",
        *more,
    )


def about_redirects(site: HostedSite) -> str:
    """Return what is to be known of the redirects in a file."""
    unknown = "" if site.is_built else f"{NOT_BUILT} "
    return (
        f"{unknown}Print this anew after something was renamed. Until then the page at the old "
        "address leads on, as it does on every host."
    )


NOT_BUILT = "No site was built yet, so nothing is known of renames: build it, then print this anew."


def comment(*paragraphs: str) -> Iterator[str]:
    """Yield paragraphs as lines of comment that fit a screen; one that is indented stays whole."""
    for text in paragraphs:
        is_code = text.startswith("    ")
        yield from (f"# {line}" for line in ((text,) if is_code else wrap(text, _WIDTH)))


_WIDTH = 92
