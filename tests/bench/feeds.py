"""Measure the feeds: every file of every feed, beside feedgen writing the same feeds alone.

    python -m tests.bench.feeds --stories 1000

Both are CPU seconds of one process, each the median of three, taken in turn so that a noisy
machine disturbs both. Ours makes the full texts, all three formats and the keys of the files;
feedgen is given the texts ready-made and writes RSS, then Atom.
"""

import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import click
from feedgen.feed import FeedGenerator

from site_builder.compose.feeds.feeds import Feed, feeds
from site_builder.compose.frame.frame import Frame
from site_builder.publish.feeds.feed_parts import Parts
from site_builder.publish.renderer import Renderer
from site_builder.read.content import read_content
from site_builder.read.theme.theme import Theme, read_theme
from site_builder.relate.record import relate
from site_builder.relate.visibility import Viewer
from site_builder.settings import read_settings
from tests.bench.synthetic import write_synthetic_site

RUNS = 3


@dataclass(frozen=True)
class Side:
    """One way to write the feeds: how long it took, how many files it made, and how large."""

    seconds: float
    files: int
    size: int


def ours(frame: Frame, theme: Theme) -> Side:
    """Write every file of every feed in three formats, texts and keys included."""
    start = time.process_time()
    outputs = tuple(feeds(frame))
    renderer = Renderer(theme, lambda _address: 1)
    for output in outputs:
        renderer.key(output)
    sizes = [len(renderer.render(output)) for output in outputs]
    return Side(time.process_time() - start, len(sizes), sum(sizes))


def feedgen_alone(documents: Sequence[Feed], parts: Parts) -> Side:
    """Write the same feeds as RSS and Atom with feedgen, from texts that are there already."""
    start = time.process_time()
    sizes = [
        len(write(_generator(feed, parts)))
        for feed in documents
        for write in (FeedGenerator.rss_str, FeedGenerator.atom_str)
    ]
    return Side(time.process_time() - start, len(sizes), sum(sizes))


def _generator(feed: Feed, parts: Parts) -> FeedGenerator:
    made = FeedGenerator()
    made.id(feed.id)
    made.title(feed.title)
    made.description(feed.description)
    made.subtitle(feed.description)
    made.link(href=feed.url("xml"), rel="self")
    made.link(href=feed.page_url, rel="alternate")
    made.language(feed.language)
    for item in feed.items:
        entry = made.add_entry(order="append")
        entry.id(item.id)
        entry.title(item.title)
        entry.link(href=item.url)
        entry.description(item.summary)
        entry.content(parts.text(item), type="html")
        entry.category([{"term": category} for category in item.categories])
        entry.pubDate(item.published)
        entry.updated(item.updated)
    return made


def typical(take: Callable[[], Side]) -> Side:
    """Return the median time of some runs; the files of each are the same."""
    taken = [take() for _ in range(RUNS)]
    return Side(median(one.seconds for one in taken), taken[0].files, taken[0].size)


@click.command()
@click.option("--stories", default=1000, show_default=True, help="How many synthetic stories.")
def main(stories: int) -> None:
    """Measure the feeds of a synthetic site, and feedgen beside them."""
    with tempfile.TemporaryDirectory() as scratch:
        write_synthetic_site(Path(scratch), stories)
        settings = read_settings(Path(scratch) / "mkdocs.yml")
        theme = read_theme(settings.theme, settings.language)
        record = relate(read_content(settings.root, settings.docs_dir), Viewer())
        # A frame remembers what it has made, so each run has one of its own.
        mine = typical(lambda: ours(Frame(record, settings, theme), theme))
        frame = Frame(record, settings, theme)
        documents = [one.inputs for one in feeds(frame) if one.template == "feed.xml"]
        parts = _texts_of(documents, theme)
        theirs = typical(lambda: feedgen_alone(documents, parts))
    newest = sum(1 for one in documents if not one.number)
    click.echo(f"{newest:,} feeds of {stories:,} stories, archives included:")
    _tell("ours: texts, keys, RSS, Atom and JSON Feed", mine)
    _tell("feedgen alone: RSS and Atom, texts ready-made", theirs)
    click.echo(f"ratio: {mine.seconds / theirs.seconds:.2f}")


def _texts_of(documents: Sequence[Feed], theme: Theme) -> Parts:
    """Return the texts of all items, made once before anything is measured."""
    renderer = Renderer(theme, lambda _address: 1)
    parts = Parts(lambda item: renderer.fragment(item.template, item.content), lambda _address: 1)
    for feed in documents:
        for item in feed.items:
            parts.text(item)
    return parts


def _tell(name: str, side: Side) -> None:
    size = f"{side.size / 1e6:,.0f} MB"
    click.echo(f"{name:<48}{side.seconds:>7.2f} s{side.files:>8,} files{size:>10}")


if __name__ == "__main__":
    main()
