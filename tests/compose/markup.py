"""Look things up in pages by XPath, with the types that the answers have."""

from typing import cast

import lxml.html
from lxml.html import HtmlElement


def tree(page: str | bytes) -> HtmlElement:
    """Return a page as a tree."""
    return lxml.html.document_fromstring(page if isinstance(page, bytes) else page.encode())


def elements(within: HtmlElement, xpath: str) -> list[HtmlElement]:
    """Return the elements that an expression finds."""
    return cast("list[HtmlElement]", within.xpath(xpath))


def texts(within: HtmlElement, xpath: str) -> list[str]:
    """Return the texts or values of attributes that an expression finds."""
    return [str(one) for one in cast("list[str]", within.xpath(xpath))]


def words(within: HtmlElement, xpath: str = "//main") -> str:
    """Return the words of the first thing that an expression finds, with single spaces."""
    return " ".join(str(within.xpath(f"string({xpath})")).split())
