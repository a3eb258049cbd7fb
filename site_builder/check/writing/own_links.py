"""A link by the site's own whole address leads to something that is there, as any other link.

What authors answer for is known from what they wrote. What the site makes by itself, such as its
feeds and the pages of quarters, is known once the site is composed.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from site_builder.read.content import Content
from site_builder.read.problems import Level, Problem, did_you_mean, nearest
from site_builder.read.prose.prose import Link
from site_builder.read.types import Item
from site_builder.relate.permanence.addresses import destination
from site_builder.relate.permanence.own_addresses import OwnAddress, own_address
from site_builder.relate.visibility import Sight, Viewer, why_hidden

_OF_THE_THEME = "_"
"""What ids of the theme start with; they are known to the theme alone."""


@dataclass(frozen=True)
class OwnLink:
    """A link of an item by the site's own whole address."""

    item: Item
    link: Link
    to: OwnAddress


def own_link_slips(content: Content, viewer: Viewer) -> Iterator[Problem]:
    """Yield each such link to what is not public, to a heading not there, or under another name."""
    items = _by_address(content)
    for own in _own_links(content):
        if not own.to.is_exact:
            what = f"leads to this site by another name than its own, {content.site_root}"
            fix = f"Write {content.site_root}{own.to.whole}, or the path to the file."
            yield _problem(content, own, "other-own-address", what, fix)
        target = items.get(own.to.page)
        if target and (slip := _slip(own, target, viewer)):
            yield _problem(content, own, *slip)


def links_to_nowhere(content: Content, paths: Collection[str]) -> Iterator[Problem]:
    """Yield each such link to an address at which a composed site has no file."""
    addresses = {path.removesuffix("index.html") for path in paths} | set(paths)
    items = _by_address(content)
    for own in own_links_of_the_site(content):
        if own.to.page not in addresses:
            near = nearest(own.to.page, items)
            hint = f'Did you mean "{content.site_root}{near}"? ' if near else ""
            fix = f"{hint}A page's address stands in the browser when you look at it."
            yield _problem(content, own, "dead-link", "leads nowhere", fix)


def links_to_no_list(content: Content, paths: Collection[str]) -> Iterator[Problem]:
    """Yield each link of a published page to a folder of which the site has no list."""
    folders = content.addresses.folders(content.folder)
    for item in content.items:
        if f"{content.addresses.of(item)}index.html" not in paths:
            continue
        source = content.sources[item.path]
        for link in item.prose.links:
            to = destination(link.address, item.path)
            if to and f"{folders.get(to.path, '')}index.html" not in paths:
                what = f'The link "{link.address}" leads to a list, and nothing is in it yet.'
                fix = "Publish something of that type, or take the link out."
                at = source.position_of_address(link.address, link.occurrence)
                yield source.problem(at, "dead-link", what, fix)


def own_links_of_the_site(content: Content) -> list[OwnLink]:
    """Return the links that only a composed site can tell of."""
    known = {*_by_address(content), *content.addresses.folders(content.folder).values(), ""}
    return [own for own in _own_links(content) if own.to.page not in known]


def _own_links(content: Content) -> Iterator[OwnLink]:
    for item in content.items if content.site_root else ():
        for link in item.prose.links:
            if to := own_address(link.address, content.site_root):
                yield OwnLink(item, link, to)


def _by_address(content: Content) -> dict[str, Item]:
    """Return each item by its address and its earlier ones."""
    earlier = {
        address: item for item in content.items for address in content.addresses.earlier(item)
    }
    return earlier | {content.addresses.of(item): item for item in content.items}


def _slip(own: OwnLink, target: Item, viewer: Viewer) -> tuple[str, str, str] | None:
    is_public = viewer.sight_of(own.item) is Sight.PUBLIC
    if is_public and viewer.sight_of(target) is Sight.HIDDEN:
        fix = "Take the link out until then, or publish both."
        return "hidden-link", f"leads to a page that {why_hidden(target)}", fix
    fragment = own.to.fragment
    is_known = fragment in target.prose.ids or fragment.startswith(_OF_THE_THEME)
    if fragment and not is_known:
        fix = did_you_mean(
            fragment, {one.id for one in target.prose.headings}, "The headings there are"
        )
        return "dead-anchor", f'leads to "{fragment}", which is no heading there', fix
    return None


def _problem(content: Content, own: OwnLink, rule: str, what: str, fix: str) -> Problem:
    source = content.sources[own.item.path]
    at = source.position_of_address(own.link.address, own.link.occurrence)
    level: Level = "warning" if rule == "other-own-address" else "error"
    return source.problem(at, rule, f'The link "{own.link.address}" {what}.', fix, level)
