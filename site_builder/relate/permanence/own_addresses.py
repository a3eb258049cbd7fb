"""Links that give the site's own whole address: they lead inside, and are published as such.

So one build works wherever it is put, and a page that is moved is found by whoever wrote its
address in full.
"""

import posixpath
from dataclasses import dataclass
from urllib.parse import SplitResult, unquote, urlsplit

_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True)
class OwnAddress:
    """Where a link by the site's own whole address leads."""

    page: str
    """The address of the page or file, without a slash in front: missions/health/."""
    fragment: str
    """The id of what is meant on the page, or nothing."""
    query: str
    is_exact: bool
    """Whether the site is called as its settings call it: with or without www, by https or http."""

    @property
    def whole(self) -> str:
        """All of it, without a slash in front."""
        query = f"?{self.query}" if self.query else ""
        return self.page + query + (f"#{self.fragment}" if self.fragment else "")


def own_address(address: str, site_root: str | None) -> OwnAddress | None:
    """Return where a link leads on the site itself; nothing for any other link.

    `site_root` is the whole address of the site's root with a slash at its end.
    """
    if not site_root or "//" not in address:
        return None
    root = urlsplit(site_root)
    try:
        parts = urlsplit(address)
        is_here = _host(parts) == _host(root)
    except ValueError:
        return None
    path = posixpath.normpath(f"/{unquote(parts.path)}").strip("/") + "/"
    below = root.path.lstrip("/")
    if parts.scheme not in ("", *_PORTS) or not is_here or not path.startswith(below):
        return None
    is_exact = (parts.scheme, parts.netloc.lower()) == (root.scheme, root.netloc.lower())
    page = _page(path.removeprefix(below).strip("/"))
    return OwnAddress(page, unquote(parts.fragment), parts.query, is_exact)


def _host(parts: SplitResult) -> tuple[str, int | None]:
    """Return a host in small letters without `www.`, and its port where that is no usual one."""
    port = parts.port if parts.port not in _PORTS.values() else None
    return (parts.hostname or "").removeprefix("www."), port


def _page(inside: str) -> str:
    """Return the address of a page as the site writes it; a file has a dot in its name."""
    folder, _, name = inside.rpartition("/")
    if name == "index.html":
        inside, name = folder, ""
    return f"{inside}/" if inside and "." not in name else inside
