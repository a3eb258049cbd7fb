"""Weight: what a first view of a page brings over the wire, against what it may bring."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Page

BUDGETS = Path(__file__).parent / "budget.yml"
NOWHERE = ("data:", "blob:")
"""Addresses that nothing is fetched from."""
FETCHED = """() => ({
    hasScript: document.querySelector("script[src]") !== null,
    icons: [...document.querySelectorAll("link[rel~=icon]")].map(one => one.href),
})"""


@dataclass(frozen=True)
class Part:
    """One answer of the host, as it came over the wire: head and packed body."""

    address: str
    sort: str
    """What it is to the browser: Document, Stylesheet, Script, Image, Fetch."""
    mime: str
    size: int


@dataclass(frozen=True)
class Weight:
    """What one page brings."""

    parts: tuple[Part, ...]

    @property
    def first_view(self) -> int:
        """Bytes of the page, its styles and its drawings, without photographs and scripts."""
        return sum(part.size for part in self.parts if not (_is_script(part) or _is_photo(part)))

    @property
    def script(self) -> int:
        """Bytes of scripts and of all that they fetch."""
        return sum(part.size for part in self.parts if _is_script(part))

    @property
    def requests(self) -> int:
        """How often the browser asked the host."""
        return len(self.parts)


@dataclass(frozen=True)
class Budget:
    """What a page may bring."""

    first_view: int
    requests: int
    script: int


def read_budgets(path: Path = BUDGETS) -> dict[str, Budget]:
    """Return the budget of each layout; "default" is that of all the others."""
    return {name: Budget(**fields) for name, fields in yaml.safe_load(path.read_text()).items()}


def excess(weight: Weight, budget: Budget) -> Iterator[str]:
    """Yield in what a page is over its budget."""
    for name in ("first_view", "requests", "script"):
        brought, allowed = getattr(weight, name), getattr(budget, name)
        if brought > allowed:
            yield f"{name} is {brought:,}, over {allowed:,}: {_bill(weight)}"


def weigh(page: Page, address: str) -> Weight:
    """Open a page as a browser does that has nothing of the site yet, and weigh what comes."""
    with counting(page) as parts:
        page.goto(address)
        return weight_of(page, parts)


def weight_of(page: Page, parts: Iterable[Part]) -> Weight:
    """Wait for the last part of an open page, and return the weight of those that are its own."""
    seen = page.evaluate(FETCHED)
    if seen["hasScript"]:
        page.wait_for_load_state("networkidle")
    # Browsers fetch the icon once for a whole site, after the page and at a time of their own.
    counted = (one for one in parts if one.address not in seen["icons"] and one.sort != "Other")
    return Weight(tuple(sorted(counted, key=lambda part: part.address)))


@contextmanager
def counting(page: Page) -> Iterator[list[Part]]:
    """Count what comes until the block ends, with nothing kept from before."""
    session, asked = page.context.new_cdp_session(page), _Asked()
    session.on("Network.responseReceived", asked.answered)
    session.on("Network.loadingFinished", asked.finished)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    yield asked.parts
    session.detach()


@dataclass
class _Asked:
    """Listens to the browser's network: an answer first, and its size when it is whole."""

    parts: list[Part] = field(default_factory=list)
    answers: dict[str, Mapping[str, Any]] = field(default_factory=dict)

    def answered(self, event: Mapping[str, Any]) -> None:
        self.answers[event["requestId"]] = event

    def finished(self, event: Mapping[str, Any]) -> None:
        answer = self.answers.get(event["requestId"])
        # What the page before asked for late may come in now; it is none of this page's.
        if answer and not answer["response"]["url"].startswith(NOWHERE):
            response, size = answer["response"], int(event["encodedDataLength"])
            self.parts.append(Part(response["url"], answer["type"], response["mimeType"], size))


def _is_script(part: Part) -> bool:
    return part.sort in {"Script", "Fetch", "XHR"}


def _is_photo(part: Part) -> bool:
    return part.mime.startswith("image/") and part.mime != "image/svg+xml"


def _bill(weight: Weight) -> str:
    name = "{0.size:,} {1}".format
    return ", ".join(name(part, part.address.rpartition("/")[2] or "page") for part in weight.parts)
