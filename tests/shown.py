"""A site of which only what somebody looks at is rendered.

Hundreds of tests change the small site a little and look at one page of it. Reading, checking,
relating and composing are done whole for each of them, as in a build; of the some 230 files that
come out, those that the test asks for are rendered, in memory. That this gives what a build
publishes, file by file and byte by byte, is tested in test_shown.py.

Tests that look at equal folders share one site: a build is made of its content and settings alone,
as test_invariants.py shows.
"""

import shutil
import warnings
import weakref
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from site_builder.build import NO_FEEDS, Prepared, Progress, prepare
from site_builder.compose.output import Output, blob
from site_builder.compose.search.search import SearchIndex
from site_builder.publish.keys import digest
from site_builder.publish.place.mark import MARK, mark_of
from site_builder.publish.renderer import COSTLY, Renderer
from site_builder.publish.search.search_index import with_search_index
from site_builder.read.problems import Problem
from site_builder.settings import Settings
from tests.conftest import SiteFolder

_DRAWN: dict[str, bytes] = {}
"""Pictures that were made in this process, by the key that tells their bytes."""


class Shown(Mapping[str, bytes]):
    """The files of a composed site, by path; each is rendered when it is looked at."""

    def __init__(self, prepared: Prepared, folder: Path) -> None:
        """`folder` is where the index of the search is kept."""
        self._folder = folder
        self._renderer = Renderer(prepared.theme, lambda address: len(self[address]))
        self._rendered: dict[str, bytes] = {}
        outputs = prepared.outputs
        self.paths = tuple(one.path for one in outputs)
        self._index = [one for one in outputs if isinstance(one.inputs, SearchIndex)]
        self._outputs = {
            one.path: one for one in outputs if not isinstance(one.inputs, SearchIndex)
        }

    @cached_property
    def _all(self) -> Mapping[str, Output]:
        """Every output, the files of the search's index with them, and the mark of the site."""
        index = with_search_index(self._index, self._folder)
        made = self._outputs | {one.path: one for one in index}
        return made | {MARK: blob(MARK, mark_of(made))}

    def __getitem__(self, path: str) -> bytes:
        if path not in self._rendered:
            output = self._outputs[path] if path in self._outputs else self._all[path]
            self._rendered[path] = self._bytes_of(output)
        return self._rendered[path]

    def __contains__(self, path: object) -> bool:
        return path in self._outputs or path in self._all

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._all))

    def __len__(self) -> int:
        return len(self._all)

    @property
    def outputs(self) -> Iterable[Output]:
        """What every file but those of the search's index is made of."""
        return self._outputs.values()

    def _bytes_of(self, output: Output) -> bytes:
        if output.template not in COSTLY:
            return self._renderer.render(output)
        key = self._renderer.key(output)
        if key not in _DRAWN:
            with warnings.catch_warnings():  # as a build does; its author was told
                warnings.simplefilter("ignore")
                _DRAWN[key] = self._renderer.render(output)
        return _DRAWN[key]


@dataclass(frozen=True)
class Composed:
    """What a build says that stops short of publishing."""

    problems: tuple[Problem, ...]
    notes: tuple[str, ...]


def _shown(
    folder: SiteFolder, settings: Settings, *, strict: bool, drafts: bool
) -> tuple[list[Shown], Composed]:
    prepared = prepare(settings, strict=strict, drafts=drafts, progress=Progress())
    composed = Composed(prepared.problems, () if settings.site_url else (NO_FEEDS,))
    return [Shown(prepared, folder.root / ".cache" / "search")], composed


MAY_SHARE = True
"""Whether equal folders have one site between them; not in a test that changes the product."""
_SHARED: dict[str, tuple[list[Shown], Composed]] = {}
_MOST_SHARED = 24
_OF_ONE_ALONE = (".cache", "site", "theme")
"""What no other test has alike, or what a build knows of the one before."""
SHARED_IN = Path()
"""Where the content stays of sites that are shared: pictures are read when they are looked at."""


def _share(key: str, shared: tuple[list[Shown], Composed]) -> None:
    """Keep a site for whoever has an equal folder, and forget the oldest of many.

    Its content goes when nobody looks at it any more: a fixture may, long after it was forgotten.
    """
    if len(_SHARED) == _MOST_SHARED:
        del _SHARED[next(iter(_SHARED))]
    _SHARED[key] = shared
    weakref.finalize(shared[0][0], shutil.rmtree, SHARED_IN / key, ignore_errors=True)


@dataclass(frozen=True)
class ShownFolder(SiteFolder):
    """A folder whose site is looked at, and never stands on the disk."""

    _shown: list[Shown] = field(default_factory=list)

    def build(  # type: ignore[override]  # nothing is published
        self, *, strict: bool = False, drafts: bool = False, **overrides: Any
    ) -> Composed:
        settings = self.settings(**overrides)
        if not MAY_SHARE or any((self.root / name).exists() for name in _OF_ONE_ALONE):
            self._shown[:], composed = _shown(self, settings, strict=strict, drafts=drafts)
            return composed
        asked = repr((strict, drafts, sorted(overrides.items())))
        key = digest(repr((asked, sorted(self.files(".").items()))).encode())
        if key not in _SHARED:
            folder = SiteFolder(shutil.copytree(self.root, SHARED_IN / key, symlinks=True))
            try:
                shared = _shown(folder, folder.settings(**overrides), strict=strict, drafts=drafts)
            except BaseException:
                shutil.rmtree(folder.root)
                raise
            _share(key, shared)
        self._shown[:], composed = _SHARED[key]
        return composed

    def paths(self) -> Sequence[str]:
        """Return the path of every output in its order; the search's index is one of them."""
        return self._shown[0].paths

    def outputs(self) -> Iterable[Output]:
        """Return every output but the search's index."""
        return self._shown[0].outputs

    def page(self, address: str) -> str:
        return self.files()[address].decode()

    def files(self, folder: str = "site") -> Mapping[str, bytes]:
        return self._shown[0] if folder == "site" else super().files(folder)
