"""The build: read, relate, check, compose, publish, in that order.

Whoever reads only this file understands the product. Each step is a pure function of what came
before; only reading and publishing touch the disk.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from site_builder.check import check, errors_in
from site_builder.compose import compose
from site_builder.compose.output import Output
from site_builder.publish import Published, publish
from site_builder.read.content import Content, read_content
from site_builder.read.pictures.images import ImageFile
from site_builder.read.pictures.known_images import read_known_images, write_known_images
from site_builder.read.problems import Problem
from site_builder.read.theme.theme import Theme, read_theme
from site_builder.relate.record import relate
from site_builder.relate.visibility import Viewer
from site_builder.settings import Settings

NO_FEEDS = "`site_url` is not set, so the site has no feeds and no sitemap; its pages are complete."


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
    problems: tuple[Problem, ...]
    """Warnings; they do not stop the build."""


@dataclass(frozen=True)
class Built:
    """What a build did."""

    target: Path
    published: Published
    problems: tuple[Problem, ...]
    """Warnings; they did not stop the build."""
    notes: tuple[str, ...]
    """What the person who runs the site should know."""
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


def build(
    settings: Settings,
    *,
    strict: bool = False,
    drafts: bool = False,
    progress: Progress | None = None,
) -> Built:
    """Build a site from its content and put it in the place of the old one.

    Raises ProblemsFound when authors have something to put right (under strict also for
    warnings), and what `publish` raises; in each case the old site stays as it was.
    """
    progress = progress or Progress()
    prepared = prepare(settings, strict=strict, drafts=drafts, progress=progress)
    return put_in_place(prepared, progress)


def prepare(
    settings: Settings, *, strict: bool, drafts: bool = False, progress: Progress
) -> Prepared:
    """Read, check, relate and compose. Raises ProblemsFound; writes nothing."""
    viewer = Viewer(settings.now, sees_drafts=drafts)
    with progress.step("read"):
        known = read_known_images(_known_images_path(settings))
        content = read_content(settings.root, settings.docs_dir, known)
        theme = read_theme(settings.theme, settings.language)
    # Checking comes before relating: the record then never meets a reference that leads nowhere.
    with progress.step("check"):
        problems = (*settings.remarks, *check(content, viewer))
        if errors_in(problems, strict=strict or settings.strict):
            raise ProblemsFound(problems)
    with progress.step("relate"):
        record = relate(content, viewer)
    with progress.step("compose"):
        outputs = compose(record, settings, theme)
    return Prepared(settings, theme, outputs, tuple(content.images.values()), problems)


def put_in_place(prepared: Prepared, progress: Progress) -> Built:
    """Publish a prepared site. Raises what `publish` raises; the old site then stays."""
    settings = prepared.settings
    with progress.step("publish"):
        published = publish(
            prepared.outputs,
            prepared.theme,
            settings.target,
            manifest_path(settings),
            progress.on_file,
            packed=settings.precompressed,
        )
    write_known_images(_known_images_path(settings), prepared.images)
    notes = () if settings.site_url else (NO_FEEDS,)
    return Built(settings.target, published, prepared.problems, notes, progress.seconds)


def check_only(settings: Settings) -> tuple[Problem, ...]:
    """Return everything that is wrong with a site's content, and write nothing."""
    return examine(settings)[1]


def examine(settings: Settings) -> tuple[Content, tuple[Problem, ...]]:
    """Return a site's content with everything that is wrong with it, and write nothing."""
    known = read_known_images(_known_images_path(settings))
    content = read_content(settings.root, settings.docs_dir, known)
    return content, (*settings.remarks, *check(content, Viewer(settings.now)))


def manifest_path(settings: Settings) -> Path:
    """Return where the manifest of a target folder is kept; deleting it is always safe."""
    name = blake2b(str(settings.target).encode(), digest_size=6).hexdigest()
    return settings.root / ".cache" / f"manifest-{name}.json"


def _known_images_path(settings: Settings) -> Path:
    return settings.root / ".cache" / "images.json"
