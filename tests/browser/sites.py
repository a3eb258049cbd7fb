"""The sites that the browser reads, each built into a folder of its own.

The demonstration site is the real one. What it does not have (a withdrawn page, a redirect, an
image, Markdown of every sort) comes from a copy of the small site with those added.
"""

import io
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from PIL import Image

from site_builder.build import Progress, prepare, put_in_place
from site_builder.compose.output import Output
from site_builder.doors.patterns import build_patterns
from site_builder.settings import read_settings
from tests.bench.synthetic import write_synthetic_site
from tests.browser.host import BASE
from tests.compose.events import write_event
from tests.compose.mandates import write_stewardship
from tests.conftest import SITES, SiteFolder

ROOT = Path(__file__).parent.parent.parent
EVENT = """\
mission: clean-energy
starts: "10:00"
ends: "12:00"
public: {attend: Walk in., stream: "https://example.org/live", captions: Live captions.}
contact: The public desk
changes:
  - {date: 2025-05-01, note: The start is 10am and not 11am., kind: correction}
  - {date: 2025-04-01, note: A comma., kind: minor}"""
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


BROUGHT = (".css", ".js", ".svg", ".woff2", ".ico")
"""Ends of the names of files that a page brings along."""
MANY = 200
"""How many pages of one kind are enough to find a heavy one among them."""

Kept = Callable[[Iterable[Output]], Iterator[Output]]


@dataclass(frozen=True)
class BuiltSite:
    """A site in a folder, ready to be served."""

    folder: Path
    layouts: Mapping[str, str] = field(default_factory=dict)
    """The template of each page, by the page's path."""


def build_demonstration(folder: Path) -> BuiltSite:
    """Build a copy of the demonstration site in a folder."""
    for part in ("content", "themes"):
        shutil.copytree(ROOT / part, folder / part)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return built_site(folder)


def build_small(folder: Path) -> BuiltSite:
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
    write_stewardship(site)
    lost = (
        "title: Lost\nsummary: Lost.\nstatus: withdrawn\nwithdrawn: {on: 2025-04-02, reason: Gone.}"
    )
    site.write("content/pages/lost.md", f"---\n{lost}\n---\nLost.\n")
    write_event(site, "evening", "mission: health\ncalled_off: The hall is flooded.")
    write_event(site, "morning", EVENT, title="An open morning")
    site.write("content/pages/every-markdown.md", EVERY_MARKDOWN)
    site.write("content/images/field.jpg", _field())
    return built_site(folder)


def build_synthetic(folder: Path, stories: int) -> BuiltSite:
    """Build a made-up site of a number of stories, without what no page brings along.

    That is: feeds, data and cards; and of a kind of page with very many only every so-manieth.
    """
    write_synthetic_site(folder, stories)
    return built_site(folder, _brought)


def _brought(outputs: Iterable[Output]) -> Iterator[Output]:
    kinds: dict[tuple[str, ...], list[Output]] = {}
    for output in outputs:
        path = PurePosixPath(output.path)
        if path.suffix == ".html":
            kinds.setdefault((output.template, *path.parts[:-2]), []).append(output)
        elif path.suffix in BROUGHT:
            yield output
    for kind in kinds.values():
        yield from kind[:: 1 + len(kind) // MANY]


def build_pattern_pages(folder: Path) -> BuiltSite:
    """Build every example of every component."""
    return BuiltSite(build_patterns(folder / "patterns"))


BUILDERS: Mapping[str, Callable[[Path], BuiltSite]] = {
    "demonstration": build_demonstration,
    "small": build_small,
    "patterns": build_pattern_pages,
}
"""Every site whose pages are looked at; a builder fills an empty folder."""
OTHER_FACES = {"small": ("case-studies/warm-homes/index.html", "every-markdown/index.html")}
"""Pages that look unlike others of their kind: with a photograph, with Markdown of every sort."""


def built_site(folder: Path, kept: Kept = iter) -> BuiltSite:
    """Build the site of a folder as it is served to the browser."""
    address = f"https://record.example.org{BASE}"
    settings = read_settings(folder / "mkdocs.yml", site_url=address)
    progress = Progress()
    prepared = prepare(settings, strict=False, progress=progress)
    prepared = replace(prepared, outputs=tuple(kept(prepared.outputs)))
    layouts = {output.path: output.template for output in prepared.outputs}
    return BuiltSite(put_in_place(prepared, progress).target, layouts)


def _field() -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (1200, 800), "#7a9a5a").save(written, "JPEG")
    return written.getvalue()
