"""A link inside the site must lead to a file that is there, public, and has that heading."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Self

from site_builder.check.writing.link_targets import wrong_target
from site_builder.read.content import Content
from site_builder.read.problems import Problem, did_you_mean, nearest
from site_builder.read.prose.prose import Link
from site_builder.read.source import Source
from site_builder.read.types import Item
from site_builder.relate.permanence.addresses import Destination, destination
from site_builder.relate.visibility import Sight, Viewer, why_hidden


@dataclass(frozen=True)
class _Files:
    """The files that a link can lead to."""

    items: Mapping[str, Item]
    """By their path."""
    by_name: Mapping[str, str]
    """Their paths, by the last part."""
    lists: Mapping[str, str]
    """The folders and registers that lead to a list."""

    @classmethod
    def of(cls, content: Content) -> Self:
        items = {item.path: item for item in content.items}
        own = (one.path for one in content.files.values() if one.is_linked)
        by_name = {posixpath.basename(path): path for path in sorted((*items, *own))}
        return cls(items, by_name, content.addresses.folders(content.folder))


def broken_links(content: Content, viewer: Viewer) -> Iterator[Problem]:
    """Yield each internal link to nowhere, to what is not public, or to a heading not there."""
    files = _Files.of(content)
    for item in content.items:
        for link in item.prose.links:
            to = destination(link.address, item.path)
            if to is None or wrong_target(link.address):
                continue
            slip = _slip(item, to, files, content, viewer)
            if slip:
                source = content.sources[item.path]
                yield _problem(source, link, *slip)


def _slip(
    item: Item, to: Destination, files: _Files, content: Content, viewer: Viewer
) -> tuple[str, str, str] | None:
    """Return rule, what and fix for a link that does not work."""
    is_file = to.path in content.files and content.files[to.path].is_linked
    if to.path in files.lists or to.path in content.unread or is_file:
        return None
    target = files.items.get(to.path)
    if target is None:
        return "dead-link", "leads nowhere", _nearest(item, to, files)
    if viewer.sight_of(item) is Sight.PUBLIC and viewer.sight_of(target) is Sight.HIDDEN:
        fix = "Take the link out until then, or publish both."
        return "hidden-link", f"leads to a file that {why_hidden(target)}", fix
    if to.fragment and to.fragment not in target.prose.ids:
        ids = {heading.id for heading in target.prose.headings}
        fix = did_you_mean(to.fragment, ids, "The headings there are")
        return "dead-anchor", f'leads to "{to.fragment}", which is no heading there', fix
    return None


def _nearest(item: Item, to: Destination, files: _Files) -> str:
    """Return the path to the file with the nearest name, in whatever folder it is."""
    name = nearest(posixpath.basename(to.path), tuple(files.by_name))
    rule = "Write the path from this file to the other"
    if not name:
        return f"{rule}, for example: {_from(item, min(files.items))}"
    return f'Did you mean "{_from(item, files.by_name[name])}"? {rule}.'


def _from(item: Item, path: str) -> str:
    return posixpath.relpath(path, posixpath.dirname(item.path))


def _problem(source: Source, link: Link, rule: str, what: str, fix: str) -> Problem:
    at = source.position_of_address(link.address, link.occurrence)
    return source.problem(at, rule, f'The link "{link.address}" {what}.', fix)
