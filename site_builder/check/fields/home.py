"""The home page alone says how it is put together, and it can not be withdrawn."""

from collections.abc import Iterator

from site_builder.read.addresses import HOME
from site_builder.read.content import Content
from site_builder.read.problems import Problem
from site_builder.read.types import Page
from site_builder.relate.visibility import Viewer


def home_slips(content: Content, _viewer: Viewer) -> Iterator[Problem]:
    """Yield `home` on any other page, and a home page that was withdrawn."""
    for item in content.items:
        if not isinstance(item, Page):
            continue
        source = content.sources[item.path]
        if item.home and item.slug != HOME:
            what = "`home` puts the home page together, and this page is another."
            fix = f"Take it out, or name this file {HOME}.md."
            at = source.position_of(("home",), of_key=True)
            yield source.problem(at, "home-elsewhere", what, fix)
        if item.slug == HOME and item.status == "withdrawn":
            what = "The home page is withdrawn, and every site has one."
            fix = "Delete this file; the site then has a home page of its own making."
            yield source.problem(source.position_of(("status",)), "home-withdrawn", what, fix)
