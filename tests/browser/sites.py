"""The sites that the browser reads: built once, served from this machine, each under a path.

The demonstration site is the real one. What it does not have (a withdrawn page, a redirect, an
image, Markdown of every sort) comes from a copy of the small site with those added.
"""

import io
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from PIL import Image

from site_builder.build import build
from site_builder.settings import read_settings
from tests.conftest import SITES, SiteFolder

ROOT = Path(__file__).parent.parent.parent
BASE = "/under/a/path/"
"""The path that every site is served under, so that a link from the root of the host breaks."""

DEMONSTRATION = {
    "home": "index.html",
    "missions": "missions/index.html",
    "mission": "missions/*/index.html",
    "case-studies": "case-studies/index.html",
    "second-page": "case-studies/page/2/index.html",
    "case-study": "case-studies/*/index.html",
    "principles": "principles/index.html",
    "principle": "principles/*/index.html",
    "council": "council/index.html",
    "council-summary": "council/*/index.html",
    "quarter": "quarters/*/index.html",
    "places": "places/index.html",
    "place": "places/*/index.html",
    "partners": "partners/index.html",
    "partner": "partners/*/index.html",
    "page": "about/index.html",
    "accessibility": "accessibility/index.html",
    "subscribe": "subscribe/index.html",
    "not-found": "404.html",
}
"""The pages of the demonstration site that are looked at: the first file of each pattern."""

SMALL = {
    "withdrawn": "case-studies/night-nurses/index.html",
    "redirect": "case-studies/cosy-homes/index.html",
    "picture": "case-studies/warm-homes/index.html",
    "every-markdown": "every-markdown/index.html",
}
"""The pages of the small site that are looked at."""

PAGES = (*DEMONSTRATION, *SMALL)

EVERY_MARKDOWN = """\
---
title: A page with every sort of Markdown
summary: Everything that an author can write, on one page.
---
## A table

| Street | Homes made warm | Fires put out | Neighbours who knocked | What it cost |
|:-------|----------------:|--------------:|-----------------------:|:------------:|
| Long Causeway | 40 | 3 | 12 | £4,000 |

## Code

    a line of code that is much too long for an old phone and has to be scrolled from side to side

```
another such line in a fence: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
```

`a-name-without-a-space-that-is-longer-than-the-screen-of-an-old-phone-is-wide-by-far`

### Words

Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch and
<https://example.org/a/very/long/address/without/any/place/to/break/it/on/a/narrow/screen>.
**Strong**, *stressed*, <mark>marked</mark>, <kbd>typed</kbd>, H<sub>2</sub>O, <del>gone</del>.
The NHS is spelt out.

*[NHS]: National Health Service

> A quotation with [a link](https://example.org/quotation).

Term
:   What it means.

1. One
    - nested
        - deeper
2. Two

<details><summary>More</summary>Hidden until asked for.</details>

---

![A wide field](../images/field.jpg)

![](../images/field.jpg){decorative=true}
"""


@dataclass(frozen=True)
class Served:
    """A built site that answers on this machine."""

    folder: Path
    """Where its files are."""
    root: str
    """The address of its root, with a slash at the end."""

    def address(self, pattern: str) -> str:
        """Return the address of the first file that a pattern finds."""
        found = sorted(self.folder.glob(pattern))
        assert found, f"the site has no {pattern}"
        return self.root + found[0].relative_to(self.folder).as_posix().removesuffix("index.html")


def build_demonstration(folder: Path) -> Path:
    """Build a copy of the demonstration site in a folder and return where its pages are."""
    for part in ("content", "themes"):
        shutil.copytree(ROOT / part, folder / part)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return _built(folder)


def build_small(folder: Path) -> Path:
    """Build the small site with what the demonstration does not have."""
    shutil.copytree(SITES / "small", folder, dirs_exist_ok=True)
    site = SiteFolder(folder)
    stories = "content/case-studies"
    image = "image: {file: ../images/field.jpg, alt: A wide field, caption: A field, credit: Me}"
    site.edit(f"{stories}/warm-homes.md", "date:", f"aliases: [cosy-homes]\n{image}\ndate:")
    site.edit(f"{stories}/warm-homes.md", " and the [next story](night-nurses.md#on-call)", "")
    site.edit("content/council/2025-q2.md", "[night-nurses]", "[warm-homes]")
    reason = "{on: 2025-04-01, reason: The figures were wrong., replaced_by: warm-homes}"
    withdrawn = f"status: withdrawn\nwithdrawn: {reason}\ndate:"
    site.edit(f"{stories}/night-nurses.md", "date:", withdrawn)
    site.write("content/pages/every-markdown.md", EVERY_MARKDOWN)
    site.write("content/images/field.jpg", _field())
    return _built(folder)


def _built(folder: Path) -> Path:
    address = f"https://record.example.org{BASE}"
    return build(read_settings(folder / "mkdocs.yml", site_url=address)).target


def _field() -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (1200, 800), "#7a9a5a").save(written, "JPEG")
    return written.getvalue()


class _Host(SimpleHTTPRequestHandler):
    """Serve a built site under BASE as a plain host does, with its own page for what is missing."""

    def translate_path(self, path: str) -> str:
        inside = path.removeprefix(BASE) if path.startswith(BASE) else "outside-the-site"
        return super().translate_path(f"/{inside}")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        data = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code, message)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *args: object) -> None:
        """Say nothing; the tests tell what was asked for."""


@contextmanager
def served(folder: Path) -> Iterator[Served]:
    """Serve a built site from a thread until the block ends."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield Served(folder, f"http://127.0.0.1:{server.server_address[1]}{BASE}")
        finally:
            server.shutdown()
            thread.join()
