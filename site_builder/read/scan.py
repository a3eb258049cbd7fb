"""Walk `content/` and yield what may be read, each file once, in the order of its path.

Nothing outside the folder is opened, nothing that is not a plain file, and nothing too large.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from site_builder.read.ledger import LEDGER
from site_builder.read.problems import Position, Problem, did_you_mean
from site_builder.read.types.kinds import ITEM_KINDS, REGISTER_KINDS

IMAGE_ENDINGS = frozenset({".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif"})
LARGEST = {".md": 256 * 1024, ".yml": 4 * 1024 * 1024, ".tsv": 64 * 1024 * 1024} | dict.fromkeys(
    IMAGE_ENDINGS, 20 * 1024 * 1024
)
"""The most bytes that a file of each ending may have."""

_FOLDERS = {kind.source for kind in ITEM_KINDS}
_REGISTERS = {kind.source for kind in REGISTER_KINDS}
_SHORTEN = "Shorten it; a story of 20,000 words has about 120 kB."
_SHRINK = "Save a smaller copy; a photograph of 3,200 pixels across has about 2 MB."
_LITTER = frozenset({"Thumbs.db", "desktop.ini", "README.md"})


@dataclass(frozen=True)
class Found:
    """A file of `content/` that may be read."""

    path: str
    """The file, seen from the folder of the settings, with forward slashes."""
    inside: str
    """The same, seen from `content/`."""
    file: Path
    """Where it is on this machine."""
    data: bytes = field(repr=False)

    @property
    def ending(self) -> str:
        return Path(self.inside).suffix


def scan(root: Path, content: str) -> Iterator[Found | Problem]:
    """Yield every file under root/content that the product reads, and what it can not read.

    Each is read when its turn comes, so that no more than one is held.
    """
    folder = root / content
    if not folder.is_dir():
        fix = "Make the folder, and a first file in it with `missions new mission`."
        yield _problem(content, "no-content", "There is no such folder.", fix)
        return
    for entry in sorted(_entries(folder), key=lambda path: path.parts):
        yield _look_at(entry, folder, content)


def _entries(folder: Path) -> Iterator[Path]:
    """Yield whatever is not a folder that opens, in no order; hidden things are left out."""
    waiting = [folder]
    while waiting:
        opened = waiting.pop()
        try:
            inside = list(opened.iterdir())
        except OSError:
            yield opened
            continue
        for entry in inside:
            is_hidden = entry.name.startswith((".", "_")) or entry.name.endswith("~")
            if is_hidden or entry.name in _LITTER:
                continue
            if entry.is_dir() and not entry.is_symlink() and entry.suffix not in LARGEST:
                waiting.append(entry)
            else:
                yield entry


def _look_at(entry: Path, folder: Path, content: str) -> Found | Problem:
    inside = entry.relative_to(folder).as_posix()
    path = f"{content}/{inside}"
    try:
        inside.encode()
    except UnicodeEncodeError:
        shown = path.encode(errors="replace").decode()
        fix = "Rename it with small letters, numbers and dashes."
        return _problem(shown, "bad-name", "The file's name can not be read.", fix)
    try:
        if refusal := _refusal(entry, folder) or _out_of_place(inside):
            return _problem(path, *refusal)
        return Found(path, inside, entry, entry.read_bytes())
    except OSError as error:
        what = f"The file can not be opened ({(error.strerror or 'no reason given').lower()})."
        return _problem(path, "unreadable-file", what, "Check who may read it.")


def _refusal(entry: Path, folder: Path) -> tuple[str, str, str] | None:
    """Return rule, what and fix for a thing that can not be opened safely."""
    if entry.is_symlink() and (refusal := _bad_link(entry, folder)):
        return refusal
    if entry.is_dir() and entry.suffix not in LARGEST:
        return "unreadable-file", "The folder can not be opened.", "Check who may read it."
    if entry.is_dir():
        what = f"This is a folder, but its name ends like a file's ({entry.suffix})."
        return "not-a-file", what, "Rename the folder, or take it out."
    if not entry.is_file():
        return "not-a-file", "This is not a plain file.", "Take it out."
    most, size = LARGEST.get(entry.suffix, 0), entry.stat().st_size
    if most and size > most:
        what = f"The file has {_size(size)}; the most that is read is {_size(most)}."
        return "too-large", what, _SHRINK if entry.suffix in IMAGE_ENDINGS else _SHORTEN
    return None


def _bad_link(entry: Path, folder: Path) -> tuple[str, str, str] | None:
    if not entry.exists():
        return "dangling-link", "This is a link to a file that is not there.", "Take it out."
    if not entry.resolve().is_relative_to(folder.resolve()):
        what = "This is a link to something outside the folder."
        return "link-out-of-content", what, "Copy the file into the folder instead."
    if entry.is_dir():
        what = "This is a link to a folder; only links to files are followed."
        return "not-a-file", what, "Copy the folder instead, or take the link out."
    return None


def _out_of_place(inside: str) -> tuple[str, str, str] | None:
    """Return rule, what and fix for a file that no content type claims."""
    ending, top = Path(inside).suffix, inside.split("/", 1)[0]
    if ending in IMAGE_ENDINGS or inside in _REGISTERS or inside == LEDGER:
        return None
    if ending != ending.lower() and ending.lower() in LARGEST:
        fix = f"Rename it {Path(inside).with_suffix(ending.lower()).name}"
        return "bad-name", f"The name ends in {ending}, in capitals.", fix
    if ending == ".md":
        return _out_of_folder(inside, top)
    if top == "registers":
        names = {Path(name).name for name in _REGISTERS}
        what = "This is not a register."
        return "unknown-file", what, did_you_mean(Path(inside).name, names, "The registers are")
    what = "The site has no use for this kind of file."
    return "unknown-file", what, "Move it out of the folder; text is .md, images are .jpg or .png."


def _out_of_folder(inside: str, top: str) -> tuple[str, str, str] | None:
    if "/" in inside and top in _FOLDERS:
        return None
    word = top if "/" in inside else Path(inside).stem
    what = "No content type has its files here."
    return "unknown-folder", what, did_you_mean(word, _FOLDERS, "The folders are")


def _problem(path: str, rule: str, what: str, fix: str) -> Problem:
    return Problem(path, Position(), rule, what, fix)


def _size(count: int) -> str:
    return f"{count / 1024 / 1024:.1f} MB" if count > 1024 * 1024 else f"{count // 1024} kB"
