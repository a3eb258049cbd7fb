"""Outputs to files: what changed is rendered, what did not is kept, and the site is swapped in.

Everything is made in a staging folder beside the site. Until the last step the published site is
not touched, so a build that fails at any point leaves it as it was.
"""

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
from site_builder.publish.place.mounts import can_be_exchanged
from site_builder.publish.place.ownership import Standing, is_as_written, look_at
from site_builder.publish.place.put import Way, gone, put_in_place
from site_builder.publish.place.staging import Staging
from site_builder.publish.place.swap import recover
from site_builder.publish.place.workshop import workshop
from site_builder.publish.refused import refusal
from site_builder.publish.render_cache import RenderCache
from site_builder.publish.renderer import COSTLY, Renderer, Writer
from site_builder.publish.search.search_index import with_search_index
from site_builder.publish.side_by_side import Keyed, make, usable_processors
from site_builder.read.files.own_file import OwnFile
from site_builder.read.theme.theme import Theme

OnFile = Callable[[int, int], None]
"""Told how many files are done, and of how many."""
File = tuple[str, Written, bytes | OwnFile | None]
"""A file's path, what is known of it, and its bytes or where they are, unless it is in place."""


@dataclass(frozen=True)
class Published:
    """What publishing did."""

    rendered: tuple[str, ...]
    """Files that were worked out, by path; the rest was known to be in place."""
    kept: int
    """How many files were known to be in place."""
    added: tuple[str, ...]
    """Files that the last site did not have."""
    changed: tuple[str, ...]
    """Files with other bytes than in the last site."""
    removed: tuple[str, ...]
    """Files of the last site that this one does not have."""
    kept_foreign: tuple[str, ...]
    """Files in the folder that no build wrote; they were left there."""
    way: Way
    """How the site was put in place."""
    digests: Mapping[str, str]
    """The digest of every file of the site, by its path."""


@dataclass(frozen=True)
class Place:
    """Where a site is to be, and what may be done there."""

    target: Path
    adopt: bool = False
    """Take over a folder that holds files of others; those of the same name are replaced."""
    in_place: bool = False
    """Leave the folder where it is and change its files, also where it could be exchanged."""


def publish(  # noqa: PLR0913 - each is named where it is given
    outputs: Sequence[Output],
    theme: Theme,
    place: Place,
    manifest: Path,
    on_file: OnFile = lambda _done, _total: None,
    *,
    packed: bool = False,
    workers: int | None = None,
) -> Published:
    """Make the site in a target be exactly the outputs, and say what was done.

    Files in it that no build wrote are kept. `packed` puts a packed file beside each file of text.
    `workers` is how many threads make what takes long; the bytes do not depend on it. Raises
    Refused when the target is not ours, or the disk is full or refuses, IndexerFailed when there
    can be no search; in each case the site stays as it was.
    """
    try:
        return _publish(outputs, theme, place, manifest, on_file, workers, packed=packed)
    except OSError as error:
        if refused := refusal(place.target, error):
            raise refused from None
        raise


def _publish(  # noqa: PLR0913, PLR0917 - as `publish`
    outputs: Sequence[Output],
    theme: Theme,
    place: Place,
    manifest: Path,
    on_file: OnFile,
    workers: int | None,
    *,
    packed: bool,
) -> Published:
    target = place.target
    recover(target)
    before, cache = read_manifest(manifest), RenderCache(manifest.parent / "renders")
    outputs = with_search_index(outputs, manifest.parent / "search")
    if packed:
        outputs = tuple(with_packed(outputs, Renderer(theme).key))
    standing = look_at(target, before, {one.path for one in outputs}, adopt=place.adopt)
    is_whole = _is_exchanged(place, standing)
    now: dict[str, Written] = {}
    rendered: list[str] = []
    with workshop(target, inside=not is_whole) as shop:
        staging = Staging(shop.next, target, standing, is_whole=is_whole)
        renderer = Renderer(theme, staging.length_of)
        packers = writers(staging.file_of)
        site = _Site(renderer, packers, cache, before, target, workers or usable_processors())
        with closing(site.files(outputs)) as files:
            for path, written, data in files:
                staging.put(path, data)
                now[path] = written
                if data is not None:
                    rendered.append(path)
                on_file(len(now), len(outputs))
        staging.finish(now)
        removed = gone(standing, now)
        way = put_in_place(shop, target, standing, staging, removed)
    write_manifest(manifest, now)
    # A preview keeps its site in a folder of its own, with a manifest beside this one.
    cache.keep_only(keys_of_manifests(manifest.parent))
    return Published(
        rendered=tuple(rendered),
        kept=len(now) - len(rendered),
        added=tuple(sorted(staging.added)),
        changed=tuple(sorted(staging.changed)),
        removed=removed,
        kept_foreign=tuple(staging.foreign),
        way=way,
        digests={path: written.digest for path, written in sorted(now.items())},
    )


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
            if written and written.key == key and is_as_written(self.target / output.path, written):
                yield output.path, written, None
            elif output.template in COSTLY:
                costly.append((output, key))
            else:
                (packed if output.template in PACKERS else others).append((output, key))
        yield from self._made(costly, self.renderer.costly)
        for output, key in others:
            if isinstance(output.inputs, OwnFile):
                yield output.path, Written(key, key), output.inputs
                continue
            data = self.renderer.render(output)
            yield output.path, Written(key, digest(data)), data
        yield from self._made(packed, self.packers)

    def _made(self, outputs: Iterable[Keyed], made_by: Mapping[str, Writer]) -> Iterator[File]:
        for path, key, data in make(outputs, made_by, self.cache, self.workers):
            yield path, Written(key, digest(data)), data


def _is_exchanged(place: Place, standing: Standing) -> bool:
    """Tell whether a site is made whole, to be exchanged with the one that is there."""
    if not place.target.exists():
        return True
    return standing.is_whole and not place.in_place and can_be_exchanged(place.target)
