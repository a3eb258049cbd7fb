"""The build: read, relate, check, compose, publish, in that order.

Whoever reads only this file understands the product. Each step is a pure function of what came
before; only reading and publishing touch the disk.
"""

import os
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from site_builder.check import checked, errors_in, open_in_drafts
from site_builder.check.fields.menu import menu_slips
from site_builder.check.permanence.outputs import dropped_outputs, lost_outputs, short_ledger
from site_builder.check.writing.own_files import file_clashes
from site_builder.check.writing.own_links import links_to_no_list, links_to_nowhere
from site_builder.compose import compose
from site_builder.compose.frame.notices import Preview
from site_builder.compose.output import Output, made_by_the_site, own_files_among
from site_builder.publish import Place, Published, publish
from site_builder.publish.manifest import read_manifest
from site_builder.publish.place.lock import one_at_a_time
from site_builder.publish.place.ownership import note_of
from site_builder.publish.refused import NotForPreviews
from site_builder.read.content import Content
from site_builder.read.files.own_file import OwnFile
from site_builder.read.kept.before import read_before, write_before
from site_builder.read.kept.kept_files import kept_files
from site_builder.read.ledger import Ledger
from site_builder.read.pictures.images import ImageFile
from site_builder.read.problems import Problem, in_order
from site_builder.read.theme.faults import ThemeFault, theme_faults
from site_builder.read.theme.retold import problems_retold
from site_builder.read.theme.theme import Theme
from site_builder.relate.dated.next_change import Held, NextChange, held_items, next_change
from site_builder.relate.permanence.promised import unrecorded
from site_builder.relate.record import Record, relate
from site_builder.relate.stand_ins import with_stand_ins
from site_builder.relate.visibility import Viewer
from site_builder.settings import Settings, theme_folder
from site_builder.settings.named import content_of, theme_of

NEW_ADDRESSES = "{are} not recorded yet: run `missions record` once the public sees this site."
NO_FEEDS = "`site_url` is not set, so the site has no feeds and no sitemap; its pages are complete."

PREVIEW = "This is a preview with drafts in it, and every page says so; it has no feeds."
IN_THE_PLACE_OF_THE_SITE = (
    "The public site is written to this folder, so a preview with drafts may not stand there. "
    "Choose another with `--site-dir`, or leave it out."
)


class ProblemsFound(Exception):
    """The content has problems that stop the build; nothing was published."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


@dataclass(frozen=True)
class Prepared:
    """A site that is composed and not yet published."""

    settings: Settings
    theme: Theme
    outputs: tuple[Output, ...]
    images: tuple[ImageFile, ...]
    """Every image of the content, shown or not; each was found to be whole."""
    files: tuple[OwnFile, ...]
    """Every file to be published as a file."""
    problems: tuple[Problem, ...]
    """Warnings; they do not stop the build."""
    held: tuple[Held, ...]
    """What waits for its moment."""
    next_change: NextChange | None
    """When the site would next be another one; nothing if never, or without a moment."""
    ledger: Ledger | None = None
    """What was published before, if the site keeps a ledger of it."""
    is_preview: bool = False
    """Whether drafts are in it, so that it is not for the public."""


@dataclass(frozen=True)
class Built:
    """What a build did."""

    target: Path
    published: Published
    problems: tuple[Problem, ...]
    """Warnings; they did not stop the build."""
    held: tuple[Held, ...]
    """What waits for its moment, and was not published."""
    next_change: NextChange | None
    """When the site would next be another one; nothing if never, or without a moment."""
    has_moment: bool
    """Whether the build was told the moment that it is for."""
    notes: tuple[str, ...]
    """What the person who runs the site should know."""
    own_files: tuple[OwnFile, ...]
    """The files of one's own that are on the site."""
    seconds: dict[str, float]
    """How long each step took."""


@dataclass
class Progress:
    """Told of each step as it starts and of each file as it is done; does nothing by itself."""

    on_step: Callable[[str], None] = lambda _name: None
    on_file: Callable[[int, int], None] = lambda _done, _total: None
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time one step."""
        self.on_step(name)
        start = time.perf_counter()
        yield
        self.seconds[name] = time.perf_counter() - start


def build(  # noqa: PLR0913 - each is named where it is given
    settings: Settings,
    *,
    strict: bool = False,
    drafts: bool = False,
    adopt: bool = False,
    progress: Progress | None = None,
    shown_at: str | None = None,
) -> Built:
    """Build a site from its content and put it in the place of the old one.

    Raises ProblemsFound when authors have something to put right (under strict also for
    warnings), AnotherBuild when one is running, and what `publish` raises; in each case the old
    site stays as it was. `shown_at` is the address of a preview of it.
    """
    progress = progress or Progress()
    with only_one(settings):
        prepared = prepare(
            settings, strict=strict, drafts=drafts, progress=progress, shown_at=shown_at
        )
        return put_in_place(prepared, progress, adopt=adopt)


def for_preview(settings: Settings, folder: Path | None = None) -> Settings:
    """Return the settings of a preview with drafts: it stands beside the site, or in a folder.

    Raises NotForPreviews where that folder is the one of the public site.
    """
    if folder is None:
        folder = settings.target.with_name(f"{settings.target.name}-preview")
    if folder.resolve() == settings.target.resolve():
        raise NotForPreviews(IN_THE_PLACE_OF_THE_SITE)
    return settings.model_copy(update={"site_dir": folder})


def only_one(settings: Settings) -> AbstractContextManager[None]:
    """Return what keeps every other build of a site, and whatever writes to it, waiting.

    A build holds it from before it reads: the one that publishes last has read last.
    """
    return one_at_a_time(settings.target)


def prepare(
    settings: Settings,
    *,
    strict: bool,
    drafts: bool = False,
    progress: Progress,
    shown_at: str | None = None,
) -> Prepared:
    """Read, check, relate and compose. Raises ProblemsFound; writes nothing."""
    with theme_in_order(settings):
        return _prepare(settings, strict, drafts, progress, shown_at)


def _prepare(
    settings: Settings,
    strict: bool,  # noqa: FBT001 - passed on
    drafts: bool,  # noqa: FBT001 - passed on
    progress: Progress,
    shown_at: str | None,
) -> Prepared:
    viewer, is_strict = Viewer(settings.now, sees_drafts=drafts), strict or settings.strict
    with progress.step("read"):
        content = _read(settings)
        theme, slips = theme_of(settings)
    # Checking comes before relating: the record then never meets a reference that leads nowhere.
    with progress.step("check"):
        found = (*settings.remarks, *slips, *checked(content, settings, viewer))
        problems = problems_retold(found, theme.words)
        if errors_in(problems, strict=is_strict):
            raise ProblemsFound(problems)
    with progress.step("relate"):
        record = relate(with_stand_ins(content, viewer), viewer)
    with progress.step("compose"):
        # A preview with drafts has no address of its own, so it has no feeds and no sitemap.
        at = None if drafts else shown_at or settings.site_url
        shown = settings.model_copy(update={"site_url": at})
        preview = Preview(open_in_drafts(problems)) if drafts else None
        outputs = compose(record, shown, theme, preview)
        # What the site makes by itself, and what it would lose, is known only now.
        paths = frozenset(output.path for output in outputs)
        late = () if drafts else _losses(content, settings, paths)
        found = (*_ends(content, record, settings, outputs), *late)
        problems = in_order((*problems, *problems_retold(found, theme.words)))
        if errors_in(problems, strict=is_strict):
            raise ProblemsFound(problems)
    items = content.items
    return Prepared(
        settings=settings,
        theme=theme,
        outputs=outputs,
        images=tuple(content.images.values()),
        files=tuple(content.files.values()),
        problems=problems,
        held=() if drafts else held_items(items, viewer),
        next_change=next_change(items, record, viewer, with_digests=settings.digests),
        ledger=None if drafts else content.ledger,
        is_preview=drafts,
    )


def put_in_place(prepared: Prepared, progress: Progress, *, adopt: bool = False) -> Built:
    """Publish a prepared site. Raises what `publish` raises; the old site then stays."""
    settings = prepared.settings
    with progress.step("publish"), theme_in_order(settings):
        published = publish(
            prepared.outputs,
            prepared.theme,
            Place(settings.target, adopt=adopt, in_place=settings.in_place),
            manifest_path(settings),
            progress.on_file,
            packed=settings.precompressed,
        )
    write_before(settings.cache, prepared.images, prepared.files)
    notes = (PREVIEW,) if prepared.is_preview else () if settings.site_url else (NO_FEEDS,)
    if published.kept_foreign:
        notes = (*notes, note_of(published.kept_foreign))
    paths = (output.path for output in prepared.outputs)
    if prepared.ledger and (new := unrecorded(prepared.ledger, paths)):
        are = "1 address is" if len(new) == 1 else f"{len(new)} addresses are"
        notes = (*notes, NEW_ADDRESSES.format(are=are))
    return Built(
        target=settings.target,
        published=published,
        problems=prepared.problems,
        held=prepared.held,
        next_change=prepared.next_change,
        has_moment=settings.now is not None,
        notes=notes,
        own_files=own_files_among(prepared.outputs),
        seconds=progress.seconds,
    )


@contextmanager
def theme_in_order(settings: Settings) -> Iterator[None]:
    """Raise ProblemsFound for what a file of the theme makes go wrong."""
    try:
        folders = settings.theme_folders
        is_ours = [one.resolve() for one in folders] == [theme_folder().resolve()]
        with theme_faults(folders, settings.root, settings.language, is_ours=is_ours):
            yield
    except ThemeFault as fault:
        raise ProblemsFound((fault.problem,)) from None


@dataclass(frozen=True)
class Examined:
    """A site that was looked at, and not published."""

    content: Content
    problems: tuple[Problem, ...]
    """Everything that is wrong with it: what a build would say, and what is not recorded yet."""
    record: Record | None = None
    """What the public may see; nothing when authors have something to put right first."""
    paths: frozenset[str] = frozenset()
    """The files that a build would publish."""
    held: tuple[Held, ...] = ()
    """What waits for its moment, and would not be published."""


def check_only(settings: Settings) -> tuple[Problem, ...]:
    """Return everything that is wrong with a site's content, and write nothing but the cache."""
    return examine(settings).problems


def examine(settings: Settings) -> Examined:
    """Look at all of a site as a build does, compose it, and write nothing but the cache."""
    content, viewer = _read(settings), Viewer(settings.now)
    problems = (*settings.remarks, *checked(content, settings, viewer, hints=True))
    try:
        with theme_in_order(settings):
            theme, slips = theme_of(settings)
            problems = in_order((*problems_retold(problems, theme.words), *slips))
            if errors_in(problems):
                return Examined(content, problems)
            record = relate(content, viewer)
            outputs = compose(record, settings, theme)
    except ProblemsFound as found:
        return Examined(content, in_order((*problems, *found.problems)))
    paths = frozenset(output.path for output in outputs)
    late = (*_ends(content, record, settings, outputs), *_losses(content, settings, paths))
    late = problems_retold(late, theme.words)
    short = short_ledger(published_paths(settings), content.ledger, settings)
    held = held_items(content.items, viewer)
    return Examined(content, in_order((*problems, *late, *short)), record, paths, held)


def _ends(
    content: Content, record: Record, settings: Settings, outputs: Sequence[Output]
) -> Iterator[Problem]:
    """Yield what leads nowhere or stands in the way, as only a composed site can tell."""
    paths = frozenset(output.path for output in outputs)
    yield from menu_slips(content, record, settings)
    yield from (*links_to_nowhere(content, paths), *links_to_no_list(content, paths))
    yield from file_clashes(content, made_by_the_site(outputs))


def _losses(content: Content, settings: Settings, paths: Collection[str]) -> Iterator[Problem]:
    """Yield what was published, and would not be there any more."""
    yield from lost_outputs(content.ledger, paths, settings)
    yield from dropped_outputs(published_paths(settings), content.ledger, paths, settings)


def published_paths(settings: Settings) -> Collection[str]:
    """Return the files of the site that was published last, as far as it is known here."""
    return read_manifest(manifest_path(settings)).keys() if settings.target.is_dir() else ()


def _read(settings: Settings) -> Content:
    with kept_files(settings.cache / "read.sqlite", settings.facts) as texts:
        return content_of(settings, read_before(settings.cache, texts))


def manifest_path(settings: Settings) -> Path:
    """Return where the manifest of a target folder is kept; deleting it is always safe."""
    name = blake2b(os.fsencode(settings.target), digest_size=6).hexdigest()
    return settings.cache / f"manifest-{name}.json"
