"""A finding: one fault of one element, in words with which a person can put it right."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from playwright.sync_api import Page


class Finding(NamedTuple):
    """What a check has against a page."""

    element: str
    """Where: the element's path and first words, or what else is at fault."""
    fault: str

    def __str__(self) -> str:
        return f"{self.element}: {self.fault}"


def find(page: Page, script: str, given: Any = None) -> list[Finding]:
    """Run a script on the page that returns pairs of an element's name and its fault."""
    pairs: Sequence[Sequence[str]] = page.evaluate(script, given)
    return [Finding(element, fault) for element, fault in dict.fromkeys(map(tuple, pairs))]
