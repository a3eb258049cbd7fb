"""Walk `content/` and yield what may be read, each file once, in the order of its path.

Nothing outside the folder is opened, nothing that is not a plain file, and nothing too large. A
name has one spelling, whichever way the disk keeps its accents.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from unicodedata import normalize

from site_builder.read.disk_names import as_on_disk, as_text, printable
from site_builder.read.files.kinds import FILES, ROOT
from site_builder.read.ledger import LEDGER
from site_builder.read.litter import is_litter, original_of
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
_OF_A_PHONE = "This picture is in a phone's own format (HEIC), which most browsers can not show."
_OF_A_PRINTER = "This picture is in a format for printing or editing, which browsers can not show."
_OTHER_PICTURES = dict.fromkeys((".heic", ".heif", ".hif"), _OF_A_PHONE) | dict.fromkeys(
    (".tif", ".tiff", ".bmp", ".psd", ".dng", ".cr2", ".nef", ".arw"), _OF_A_PRINTER
)
_OTHER_TEXTS = frozenset({".markdown", ".mdown", ".mkd", ".mkdn", ".mdx", ".mdtext"})
_FOR_COLLEAGUES = "README.md"


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
    folder = root / as_on_disk(content)
    if not folder.is_dir():
        fix = "Make the folder, and a first file in it with `missions new mission`."
        yield _problem(content, "no-content", "There is no such folder.", fix)
        return
    seen: dict[str, Path] = {}
    for entry in sorted(_entries(folder), key=lambda path: (_inside(path, folder), path.parts)):
        inside = _inside(entry, folder)
        if seen.setdefault(inside, entry) is entry:
            yield _look_at(entry, inside, folder, content)
        else:
            yield _twice(f"{content}/{inside}")


def _inside(entry: Path, folder: Path) -> str:
    """Return where a file stands in a folder, its accents composed (é as one character)."""
    return normalize("NFC", as_text(entry.relative_to(folder).as_posix()))


def _twice(path: str) -> Problem:
    what = "There are two files of this name; the disk keeps its accents in two ways."
    return _problem(path, "one-name-twice", what, "Compare the two, and take one of them out.")


def _entries(folder: Path) -> Iterator[Path]:
    """Yield whatever is not a folder that opens, in no order; hidden things are left out."""

    def is_left_out(entry: Path) -> bool:
        is_of_files = is_folder_of_files(entry) and entry.parent == folder
        return is_passed_over(entry) or is_of_files

    return walk(folder, is_left_out, lambda entry: entry.suffix not in LARGEST)


def walk(
    folder: Path,
    is_left_out: Callable[[Path], bool],
    is_opened: Callable[[Path], bool] = lambda _folder: True,
) -> Iterator[Path]:
    """Yield whatever lies below a folder and is not a folder that opens, in no order.

    A link to a folder is never followed.
    """
    waiting = [folder]
    while waiting:
        opened = waiting.pop()
        try:
            inside = list(opened.iterdir())
        except OSError:
            yield opened
            continue
        for entry in inside:
            if is_left_out(entry):
                continue
            if entry.is_dir() and not entry.is_symlink() and is_opened(entry):
                waiting.append(entry)
            else:
                yield entry


def is_passed_over(entry: Path) -> bool:
    """Tell whether a file or a folder is none of an author's, or is for colleagues alone."""
    return is_litter(entry.name) or _is_set_aside(entry.name)


def is_folder_of_files(entry: Path) -> bool:
    """Tell whether a folder of `content/` holds files that are published as files."""
    return entry.name in {FILES, ROOT} and entry.is_dir() and not entry.is_symlink()


def _is_set_aside(name: str) -> bool:
    """Tell whether an author keeps a file or a folder here for colleagues alone."""
    return name.startswith("_") or name == _FOR_COLLEAGUES


def _look_at(entry: Path, inside: str, folder: Path, content: str) -> Found | Problem:
    path = f"{content}/{inside}"
    try:
        inside.encode()
    except UnicodeEncodeError:
        fix = "Rename it with small letters, numbers and dashes."
        return _problem(printable(path), "bad-name", "The file's name can not be read.", fix)
    try:
        if original := original_of(entry.name):
            return copy_of(path, original)
        if refusal := _refusal(entry, folder) or _out_of_place(inside):
            return _problem(path, *refusal)
        return Found(path, inside, entry, entry.read_bytes())
    except OSError as error:
        return unreadable(path, error)


def unreadable(path: str, error: OSError) -> Problem:
    """Return that a file can not be opened, with the reason that the system gives."""
    what = f"The file can not be opened ({(error.strerror or 'no reason given').lower()})."
    return _problem(path, "unreadable-file", what, "Check who may read it.")


def _refusal(entry: Path, folder: Path) -> tuple[str, str, str] | None:
    """Return rule, what and fix for a thing that can not be opened safely."""
    if entry.is_symlink() and (refusal := bad_link(entry, folder)):
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
        what = (
            f"The file has {size_in_words(size)}; the most that is read is {size_in_words(most)}."
        )
        return "too-large", what, _SHRINK if entry.suffix in IMAGE_ENDINGS else _SHORTEN
    return None


def bad_link(entry: Path, folder: Path) -> tuple[str, str, str] | None:
    """Return rule, what and fix for a link to what may not be read."""
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
    if refusal := _odd_ending(inside, ending):
        return refusal
    if ending == ".md":
        return _out_of_folder(inside, top) or _no_page_of_a_folder(inside)
    if what := _OTHER_PICTURES.get(ending.lower()):
        return "picture-not-for-browsers", what, "Save it as JPEG, and use that."
    if top == "registers":
        names = {Path(name).name for name in _REGISTERS}
        what = "This is not a register."
        return "unknown-file", what, did_you_mean(Path(inside).name, names, "The registers are")
    what = "The site has no use for this kind of file here."
    fix = f"To publish it as it is, move it to {FILES}/; text is .md, images are .jpg or .png."
    return "unknown-file", what, fix


def _out_of_folder(inside: str, top: str) -> tuple[str, str, str] | None:
    if "/" in inside and top in _FOLDERS:
        return None
    word = top if "/" in inside else Path(inside).stem
    what = "No content type has its files here."
    return "unknown-folder", what, did_you_mean(word, _FOLDERS, "The folders are")


def _odd_ending(inside: str, ending: str) -> tuple[str, str, str] | None:
    """Return rule, what and fix for a name that ends as others may, and no file here does."""
    small = ending.lower()
    if small in _OTHER_TEXTS:
        what, right = f"The name ends in {ending}; files of text end in .md here.", ".md"
    elif ending != small and small in LARGEST:
        what, right = f"The name ends in {ending}, in capitals.", small
    else:
        return None
    return "bad-name", what, f"Rename it {Path(inside).with_suffix(right).name}"


def _no_page_of_a_folder(inside: str) -> tuple[str, str, str] | None:
    """Return rule, what and fix for a file that other tools show for the folder it is in."""
    path = Path(inside)
    if path.stem.casefold() != "index":
        return None
    if path.parent.as_posix() in _FOLDERS:
        what = "The site makes the page of this folder itself."
        return "bad-name", what, "Give the file a name of its own, or take it out."
    name = path.parent.with_suffix(".md")
    what = "A file's name is the end of its address here, and every index.md would have the same."
    return "bad-name", what, f"Move it to {name.as_posix()}, named after its folder."


def copy_of(path: str, original: str) -> Problem:
    """Return the warning about a synchroniser's copy, which is left out."""
    what = f"Two people changed {original} at once, and this copy holds what one of them wrote."
    fix = f"Put what is missing into {original}, and delete this copy; it is not published."
    return Problem(path, Position(), "conflicted-copy", what, fix, level="warning")


def _problem(path: str, rule: str, what: str, fix: str) -> Problem:
    return Problem(path, Position(), rule, what, fix)


def size_in_words(count: int) -> str:
    """Return how large a file is, for a message."""
    return f"{count / 1024 / 1024:.1f} MB" if count > 1024 * 1024 else f"{count // 1024} kB"
