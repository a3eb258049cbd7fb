"""Everything that has one right answer in a site: what `missions check` shows and writes."""

from collections.abc import Callable, Iterator

from site_builder.doors.mending.names import names_given_back
from site_builder.doors.mending.proposal import Proposal
from site_builder.doors.mending.texts import mended_texts
from site_builder.read.ledger import LEDGER
from site_builder.settings import Settings

_ROUNDS = 3
"""A file that could not be read before it was mended may lack a name as well."""


def fixes(
    settings: Settings, is_asked: Callable[[str], bool] = lambda _path: True
) -> tuple[Proposal, ...]:
    """Return each file that is asked for and has something to put right, in order."""
    found = {one.path: one for one in mended_texts(settings, is_asked)}
    if (settings.root / settings.docs_dir / LEDGER).is_file():
        names = names_given_back(settings, found)
        found |= {one.path: one for one in names if is_asked(one.path)}
    return tuple(found[path] for path in sorted(found))


def written_fixes(
    settings: Settings,
    is_asked: Callable[[str], bool],
    show: Callable[[tuple[Proposal, ...]], None],
) -> Iterator[tuple[Proposal, bool]]:
    """Show what there is to put right, then write it; yield each file, and whether it was written.

    Whoever calls holds what keeps other writers away.
    """
    for _ in range(_ROUNDS):
        found = fixes(settings, is_asked)
        show(found)
        written = [(one, one.write()) for one in found]
        yield from written
        if not any(is_written for _, is_written in written):
            return
