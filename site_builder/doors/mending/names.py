"""Earlier names of renamed files and entries, proposed where it is certain that they had them."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from site_builder.build import examine
from site_builder.doors.mending.aliases import with_aliases
from site_builder.doors.mending.proposal import Proposal
from site_builder.read.content import Content
from site_builder.read.front_matter.front_matter import split
from site_builder.read.source import Source
from site_builder.read.types import Item, kind_named
from site_builder.read.types.kinds import kind_of
from site_builder.relate.permanence.permanence import answers
from site_builder.relate.permanence.renames import Rename, lost_lines, renames
from site_builder.relate.visibility import Viewer
from site_builder.settings import Settings


def names_given_back(settings: Settings, mended: Mapping[str, Proposal]) -> Iterator[Proposal]:
    """Yield each file that lacks a name which it certainly had.

    `mended` are files that will be others by then; the name is added to those.
    """
    content = examine(settings).content
    found = answers(content, Viewer(settings.now))
    moved = renames(content, lost_lines(content, found), found)
    certain = {content.addresses.of(one.thing): one for one in moved.values() if one.is_certain}
    texts = dict(mended)
    for rename in certain.values():
        path = _path_of(rename, content)
        if proposal := _with_names(settings.root, path, rename, content, texts.get(path)):
            texts[path] = proposal
            yield proposal


def _path_of(rename: Rename, content: Content) -> str:
    if isinstance(rename.thing, Item):
        return rename.thing.path
    return f"{content.folder}/{kind_named(kind_of(rename.thing).name).source}"


def _with_names(
    root: Path, path: str, rename: Rename, content: Content, mended: Proposal | None
) -> Proposal | None:
    thing = rename.thing
    is_item = isinstance(thing, Item)
    before = mended.before if mended else (root / path).read_bytes()
    written = (mended.after if mended else before).decode()
    source = _source(path, written, is_item=is_item) if mended else content.sources[path]
    within = () if is_item else (thing.slug,)
    text = with_aliases(written, source, thing.aliases, rename.aliases, within)
    if text is None:
        return None
    names = ", ".join(one for one in rename.aliases if one not in thing.aliases)
    why = (*(mended.why if mended else ()), f"added to `aliases`: {names}")
    return Proposal(path, root / path, before, text.encode(), why)


def _source(path: str, written: str, *, is_item: bool) -> Source:
    text = written.removeprefix("\ufeff")
    return split(path, text)[0] if is_item else Source(path, text, 0, len(text), len(text))
