"""`missions record` and `missions check --fix`: the only hand, beside an author's, in `content/`.

Lines are added to the ledger, and none is touched that is there. A name is added to a file only
where it is certain that the file had it.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from site_builder.build import ProblemsFound, examine
from site_builder.check import errors_in
from site_builder.doors.aliases import with_aliases
from site_builder.read.content import Content
from site_builder.read.ledger import LEDGER
from site_builder.read.whole_file import write_whole
from site_builder.relate.permanence.permanence import answers, authority_of, published
from site_builder.relate.permanence.renames import Rename, lost_lines, renames
from site_builder.relate.record import relate
from site_builder.relate.visibility import Viewer
from site_builder.settings import Settings

HEAD = (
    "# Every address that this site has published, with the id of what stands there; "
    "`missions record` adds lines, and none is ever taken out.\n"
)


@dataclass(frozen=True)
class Added:
    """What was added to a file."""

    path: str
    """The file, seen from the folder of the settings."""
    lines: tuple[str, ...]


def record(settings: Settings) -> Added:
    """Add to the ledger what is published and not in it yet, and make one where there is none.

    Raises ProblemsFound when a build would stop; then nothing is written.
    """
    content, problems = examine(settings)
    if errors_in(problems):
        raise ProblemsFound(problems)
    lines = unrecorded(content, settings)
    path = ledger_path(settings)
    file = settings.root / path
    if lines or not content.ledger:
        before = file.read_bytes().decode() if content.ledger else HEAD
        _write(file, with_lines(before, lines))
    return Added(path, lines)


def ledger_path(settings: Settings) -> str:
    """Return where the ledger of a site stands, seen from the folder of its settings."""
    return f"{settings.docs_dir}/{LEDGER}"


def unrecorded(content: Content, settings: Settings) -> tuple[str, ...]:
    """Return a line for each address that is published and not in the ledger yet."""
    known = content.ledger.addresses if content.ledger else frozenset()
    authority = authority_of(content.ledger, settings)
    found = published(relate(content, Viewer(settings.now)), authority)
    return tuple(f"/{at}\t{id_}" for at, id_ in sorted(found.items()) if at not in known)


def with_lines(text: str, lines: Sequence[str]) -> str:
    """Return the text of a ledger with more lines, each at its place; what is there stays as it is.

    Where what is there is in no order, they come at its end.
    """
    more = "\r" if "\r\n" in text else ""
    there = text.split("\n")
    last = there.pop()
    if last:
        there.append(last + more)
    start = next((at for at, line in enumerate(there) if line.startswith("/")), len(there))
    head, body = there[:start], there[start:]
    is_in_order = body == sorted(body)
    for line in lines:
        body.insert(bisect_left(body, line) if is_in_order else len(body), line + more)
    return "".join(f"{line}\n" for line in (*head, *body))


def give_back_names(settings: Settings) -> tuple[Added, ...]:
    """Write each earlier name that is certain into its file, and return what was written."""
    content, _ = examine(settings)
    viewer = Viewer(settings.now)
    found = answers(content, viewer)
    moved = renames(content, lost_lines(content, found), found)
    return tuple(_given_back(settings.root, content, moved))


def _given_back(root: Path, content: Content, moved: Mapping[str, Rename]) -> Iterator[Added]:
    certain = {one.item.path: one for one in moved.values() if one.is_certain}
    for path, rename in certain.items():
        data = (root / path).read_bytes()
        source, item = content.sources[path], rename.item
        if text := with_aliases(data.decode(), source, item.aliases, rename.aliases):
            _write(root / path, text)
            yield Added(path, tuple(one for one in rename.aliases if one not in item.aliases))


def _write(file: Path, text: str) -> None:
    """Put a text in the place of a file, whole or not at all; a link goes on leading to it."""
    write_whole(file.resolve(), text.encode())
