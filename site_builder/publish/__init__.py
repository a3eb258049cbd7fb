"""Outputs to files: what changed is rendered, what did not is kept, and the site is swapped in.

Everything is made in a staging folder beside the site. Until the last step the published site is
not touched, so a build that fails at any point leaves it as it was.
"""

import os
import shutil
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from site_builder.compose.output import Output
from site_builder.publish.keys import digest
from site_builder.publish.manifest import (
    Written,
    keys_of_manifests,
    read_manifest,
    write_manifest,
)
from site_builder.publish.packing import PACKERS, with_packed, writers
from site_builder.publish.render_cache import RenderCache
from site_builder.publish.renderer import COSTLY, Renderer, Writer
from site_builder.publish.search.search_index import with_search_index
from site_builder.publish.side_by_side import Keyed, make, usable_processors
from site_builder.publish.swap import recover, staging_for, swap_in
from site_builder.read.theme.theme import Theme

OnFile = Callable[[int, int], None]
"""Told how many files are done, and of how many."""
File = tuple[str, Written, bytes | None]
"""A file's path, what is known of it, and its bytes unless it is in place already."""


class TargetNotOurs(Exception):
    """The folder to publish to holds something that no build made; carries a message."""


@dataclass(frozen=True)
class Published:
    """What publishing did."""

    rendered: tuple[str, ...]
    """Files that were rendered, by path."""
    kept: int
    """How many files were left as they were."""
    removed: tuple[str, ...]
    """Files of the last site that this one does not have."""


def publish(  # noqa: PLR0913 - each is named where it is given
    outputs: Sequence[Output],
    theme: Theme,
    target: Path,
    manifest: Path,
    on_file: OnFile = lambda _done, _total: None,
    *,
    packed: bool = False,
    workers: int | None = None,
) -> Published:
    """Make the site in `target` be exactly the outputs, and say what was done.

    `packed` puts a packed file beside each file of text. `workers` is how many threads make what
    takes long; the bytes do not depend on it. Raises
    TargetNotOurs when `target` is a file or another project's folder, IndexerFailed when there can
    be no search, OSError when the disk is full or refuses; in each case the site stays as it was.
    """
    _refuse_strange(target)
    recover(target)
    outputs = with_search_index(outputs, manifest.parent / "search")
    before, cache = read_manifest(manifest), RenderCache(manifest.parent / "renders")
    staging = staging_for(target)
    staging.mkdir(parents=True)
    now: dict[str, Written] = {}
    rendered: list[str] = []
    renderer = Renderer(theme, lambda address: (staging / address).stat().st_size)
    if packed:
        outputs = tuple(with_packed(outputs, renderer.key))
    packers = writers(staging)
    site = _Site(renderer, packers, cache, before, target, workers or usable_processors())
    try:
        with closing(site.files(outputs)) as files:
            for path, written, data in files:
                _stage(staging / path, target / path, data)
                now[path] = written
                if data is not None:
                    rendered.append(path)
                on_file(len(now), len(outputs))
        swap_in(staging, target)
    except BaseException:
        recover(target)
        raise
    write_manifest(manifest, now)
    # A preview keeps its site in a folder of its own, with a manifest beside this one.
    cache.keep_only(keys_of_manifests(manifest.parent))
    return Published(tuple(rendered), len(now) - len(rendered), tuple(sorted(before.keys() - now)))


@dataclass(frozen=True)
class _Site:
    """A site in the making, and what there is to go on."""

    renderer: Renderer
    packers: Mapping[str, Writer]
    cache: RenderCache
    before: Mapping[str, Written]
    target: Path
    workers: int

    def files(self, outputs: Iterable[Output]) -> Generator[File, None, None]:
        """Yield each file with what is known of it, and its bytes unless it is in place already.

        Files that take long to make come first: a feed states the lengths of images, and asks for
        them once they are staged. Packed ones come last: they are made of the others.
        """
        costly, others, packed = list[Keyed](), list[Keyed](), list[Keyed]()
        for output in outputs:
            key, written = self.renderer.key(output), self.before.get(output.path)
            if written and written.key == key and _is_in_place(self.target / output.path, written):
                yield output.path, written, None
            elif output.template in COSTLY:
                costly.append((output, key))
            else:
                (packed if output.template in PACKERS else others).append((output, key))
        yield from self._made(costly, self.renderer.costly)
        for output, key in others:
            data = self.renderer.render(output)
            yield output.path, Written(key, digest(data)), data
        yield from self._made(packed, self.packers)

    def _made(self, outputs: Iterable[Keyed], made_by: Mapping[str, Writer]) -> Iterator[File]:
        for path, key, data in make(outputs, made_by, self.cache, self.workers):
            yield path, Written(key, digest(data)), data


def _is_in_place(path: Path, written: Written) -> bool:
    """Tell whether a file is whole and as it was written; its bytes are read, not its date."""
    try:
        return not path.is_symlink() and digest(path.read_bytes()) == written.digest
    except OSError:
        return False


def _stage(path: Path, target: Path, data: bytes | None) -> None:
    """Put one file into the staging folder; a kept file is the same file, not a copy."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if data is not None:
        path.write_bytes(data)
        return
    try:
        os.link(target, path)
    except OSError:
        shutil.copy2(target, path)


def _refuse_strange(target: Path) -> None:
    if target.is_symlink() or target.is_file():
        raise TargetNotOurs(f"{target} is not a folder that a site can be written to.")
    if not target.exists():
        return
    names = {path.name for path in target.iterdir()}
    if strange := names & {".git", "content", "mkdocs.yml"}:
        raise TargetNotOurs(f"{target} holds {min(strange)}; choose another folder for the site.")
    # Whatever made it, a site has a home page. A folder of photographs has none.
    if "index.html" not in names and any(not name.startswith(".") for name in names):
        raise TargetNotOurs(f"{target} holds files that are no site; choose another folder.")
