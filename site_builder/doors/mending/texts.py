"""Which files of a site have something to mend, and how each would be."""

from collections.abc import Callable, Iterator

from site_builder.check.mending.mended import mended
from site_builder.doors.mending.proposal import Proposal, counted
from site_builder.read.merge_marks import merge_marks_in_markdown
from site_builder.read.not_fetched import not_fetched
from site_builder.read.prose.characters import unprintable
from site_builder.read.scan import Found, scan
from site_builder.read.types.kinds import ITEM_KINDS, REGISTER_KINDS
from site_builder.settings import Settings

_KINDS = {kind.source: kind for kind in (*ITEM_KINDS, *REGISTER_KINDS)}


def mended_texts(settings: Settings, is_asked: Callable[[str], bool]) -> Iterator[Proposal]:
    """Yield each file that is asked for and has something to mend."""
    for found in scan(settings.root, settings.docs_dir):
        if isinstance(found, Found) and is_asked(found.path):
            yield from _mended(found)


def _mended(found: Found) -> Iterator[Proposal]:
    is_text = found.ending == ".md"
    kind = _KINDS.get(found.inside.partition("/")[0] if is_text else found.inside)
    text = _text(found) if kind else None
    if kind is None or text is None:
        return
    new = mended(found.path, text, kind)
    if new.text != text:
        why = tuple(counted(new.changes))
        yield Proposal(found.path, found.file, found.data, new.text.encode(), why)


def _text(found: Found) -> str | None:
    """Return the text of a file that can be read; of one that can not nothing is certain."""
    try:
        text = found.data.decode()
    except UnicodeDecodeError:
        return None
    is_whole = not not_fetched(found.path, found.data) and not any(merge_marks_in_markdown(text))
    is_plain = unprintable(text.removeprefix("\ufeff").replace("\r\n", "\n")) is None
    return text if is_whole and is_plain else None
