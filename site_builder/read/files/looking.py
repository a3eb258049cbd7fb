"""Look into one file: what it is, whom it names, and a digest of what is published of it."""

from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from site_builder.read.files.kinds import ending_of
from site_builder.read.files.notes import notes_in
from site_builder.read.files.own_file import PART, OwnFile, cleaned
from site_builder.read.files.signatures import HEAD, is_as_named, program_in
from site_builder.read.kept.known_files import Known, name_of
from site_builder.read.not_fetched import not_fetched
from site_builder.read.pictures.safe_svg import safe_svg
from site_builder.read.pictures.without_metadata import CanNotTell, can_clean
from site_builder.read.problems import Position, Problem

_SVG = "svg"
_LARGEST_PICTURE = 20 * 1024 * 1024
_LONGEST_LINE = 120
_FIXES = {
    "locked": "Save it without the password, so that everybody can read it.",
    "program": "Take the program out of it, or publish it where its makers do.",
    "broken": "Save it again, or fetch it again.",
}


def look_into(
    path: str, address: str, file: Path, known: Known, *, is_at_root: bool
) -> Iterator[OwnFile | Problem]:
    """Yield a file ready to be published, or all that is wrong with it. Raises OSError."""
    with file.open("rb") as opened:
        head = opened.read(HEAD)
    ending = ending_of(address)
    if problem := _at_first_sight(path, head, ending, is_at_root=is_at_root):
        yield problem
    elif is_at_root:
        yield OwnFile(path, address, file, *_digest_and_size(file))
    elif ending == _SVG or can_clean(ending):
        yield from _picture(path, address, file, ending)
    else:
        yield _document(path, address, file, known)


def _document(path: str, address: str, file: Path, known: Known) -> OwnFile | Problem:
    """Return a file that is published as it is."""
    digest, size = _digest_and_size(file)
    ending = ending_of(address)
    found = known.get(name_of(digest, ending))
    notes = notes_in(file, ending) if found is None else found
    for sort, said in notes:
        if sort in _FIXES:
            return _problem(path, f"file-{sort}", f"The file {said}.", _FIXES[sort])
    return OwnFile(path, address, file, digest, size, notes=notes)


def slips_in(data: bytes, path: str) -> Iterator[Problem]:
    """Yield what may not be published of a drawing, each with its line."""
    lines = data.decode("utf-8", "replace").split("\n")
    for slip in safe_svg(data).slips:
        line = lines[slip.line - 1].strip() if slip.line <= len(lines) else ""
        shown = line if len(line) <= _LONGEST_LINE else f"{line[:_LONGEST_LINE]}…"
        yield Problem(path, Position(slip.line), "unsafe-svg", slip.what, slip.fix, shown)


def _at_first_sight(path: str, head: bytes, ending: str, *, is_at_root: bool) -> Problem | None:
    if problem := not_fetched(path, head):
        return problem
    if what := program_in(head):
        fix = "Take it out, and link to where its makers publish it."
        return _problem(path, "program", f"This is {what}; none is published.", fix)
    if not is_at_root and not is_as_named(head, ending):
        what = f"The file is not what its name says: it ends in .{ending} and is something else."
        fix = "Rename it, or save it in the right format."
        return _problem(path, "wrong-file-format", what, fix)
    return None


def _picture(path: str, address: str, file: Path, ending: str) -> Iterator[OwnFile | Problem]:
    """Yield a picture without notes, which is small enough to be held as a whole."""
    if file.stat().st_size > _LARGEST_PICTURE:
        what = "The picture has more than 20 MB."
        yield _problem(path, "too-large", what, "Save a smaller copy.")
        return
    data = file.read_bytes()
    slips = tuple(slips_in(data, path)) if ending == _SVG else ()
    yield from slips
    try:
        shown = cleaned(data, ending)
    except CanNotTell:
        what = "The picture is broken or cut short."
        yield _problem(path, "broken-image", what, "Save it again, or fetch it again.")
        return
    if not slips:
        digest = blake2b(shown, digest_size=16).hexdigest()
        yield OwnFile(path, address, file, digest, len(shown), is_cleaned=True)


def _digest_and_size(file: Path) -> tuple[str, int]:
    digest, size = blake2b(digest_size=16), 0
    with file.open("rb") as opened:
        while part := opened.read(PART):
            digest.update(part)
            size += len(part)
    return digest.hexdigest(), size


def _problem(path: str, rule: str, what: str, fix: str) -> Problem:
    return Problem(path, Position(), rule, what, fix)
