"""The files of a brand, read once for each build, and what is wrong with them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from site_builder.read.brand.emblems import Emblem, Slip, read_emblem
from site_builder.read.disk_names import as_on_disk

LARGEST_FONT = 60_000
_WOFF2 = b"wOF2"


@dataclass(frozen=True)
class BrandFiles:
    """What a brand's files hold, by their path as the settings have it."""

    emblems: Mapping[str, Emblem] = field(default_factory=dict)
    fonts: Mapping[str, bytes] = field(default_factory=dict)


NO_BRAND = BrandFiles()


def read_font(file: Path) -> bytes | tuple[Slip, ...]:
    """Return a font, or what is wrong with it. Raises OSError when it can not be opened."""
    if file.stat().st_size > LARGEST_FONT:
        what = f"The font has {file.stat().st_size // 1000} kB; the most is 60 kB."
        fix = "Leave out the letters that your languages do not need: save it as a subset."
        return (Slip(what, fix),)
    data = file.read_bytes()
    if file.suffix.lower() != ".woff2" or not data.startswith(_WOFF2):
        what = "This is not a font in WOFF2, the form that every browser takes."
        return (Slip(what, "Save the font as WOFF2; its makers often offer it."),)
    return data


def read_brand_files(
    root: Path, logos: tuple[str, ...], fonts: tuple[str, ...]
) -> tuple[BrandFiles, Mapping[str, tuple[Slip, ...]]]:
    """Return the files of a brand, and what is wrong with each by its path.

    Paths are seen from the folder of the settings, which no file may be out of.
    """
    found: dict[str, Emblem | bytes | tuple[Slip, ...]] = {}
    for path in (*logos, *fonts):
        found[path] = _read(root, path, read_emblem if path in logos else read_font)
    files = BrandFiles(
        {path: one for path, one in found.items() if isinstance(one, Emblem)},
        {path: one for path, one in found.items() if isinstance(one, bytes)},
    )
    return files, {path: one for path, one in found.items() if isinstance(one, tuple)}


def _read(
    root: Path, path: str, read: Callable[[Path], Emblem | bytes | tuple[Slip, ...]]
) -> Emblem | bytes | tuple[Slip, ...]:
    file = root / as_on_disk(path)
    try:
        if not file.resolve().is_relative_to(root.resolve()):
            fix = "Copy the file into the folder of the settings."
            return (Slip("The file is outside of the folder of the settings.", fix),)
        if not file.is_file():
            return (Slip("There is no such file.", "Put it there, or correct the path."),)
        return read(file)
    except OSError as error:
        why = (error.strerror or "no reason given").lower()
        return (Slip(f"The file can not be opened ({why}).", "Check who may read it."),)
