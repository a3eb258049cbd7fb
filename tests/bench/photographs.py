"""Measure what photographs cost: each file by format and width, and whole builds with many.

    python -m tests.bench.photographs --photographs 20

The photographs are synthetic, of twelve million pixels, with detail at every scale. Each build
runs in a process of its own; CPU seconds count every thread.
"""

import io
import shutil
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from multiprocessing import Process
from pathlib import Path
from random import Random
from typing import TypeVar

import click
from PIL import Image, ImageDraw, ImageFilter

from site_builder.compose.pictures.images import WHOLE, Pictures
from site_builder.publish.pictures.images import encode, unpacked
from site_builder.read.pictures.images import ImageFile, read_image
from site_builder.read.scan import Found
from tests.bench.synthetic import story_slug, write_synthetic_site
from tests.bench.whole_build import as_line, build_once, rebuild_after_edit

SIZE = (4000, 3000)
T = TypeVar("T")


def photograph(number: int, size: tuple[int, int] = SIZE) -> bytes:
    """Return a JPEG with soft light, shapes with edges and grain, the same for the same number."""
    chance, (across, down) = Random(number), size
    image = Image.new("RGB", size)
    for scale in (8, 32, 128, 512, 2048):
        few = (scale, scale * 3 // 4)
        noise = Image.frombytes("RGB", few, chance.randbytes(few[0] * few[1] * 3))
        image = Image.blend(image, noise.resize(size, Image.Resampling.BICUBIC), 0.5 / scale**0.25)
    draw = ImageDraw.Draw(image)
    for _ in range(60):
        x, y, wide = chance.randrange(across), chance.randrange(down), chance.randrange(across // 6)
        draw.ellipse((x, y, x + wide, y + wide * 3 // 4), fill=tuple(chance.randbytes(3)))
    written = io.BytesIO()
    image.filter(ImageFilter.GaussianBlur(1.2)).save(written, "JPEG", quality=90)
    return written.getvalue()


def write_photographed_site(folder: Path, count: int) -> None:
    """Write a synthetic site in which each story has a photograph at its head."""
    write_synthetic_site(folder, count)
    images = folder / "content" / "images"
    images.mkdir()
    for number in range(count):
        (images / f"photo-{number}.jpg").write_bytes(photograph(number))
        story = folder / "content" / "case-studies" / f"{story_slug(number)}.md"
        field = f"---\nimage: {{file: ../images/photo-{number}.jpg, alt: A place}}\n"
        story.write_text(story.read_text("utf-8").replace("---\n", field, 1), "utf-8")


def file_lines(data: bytes) -> Sequence[str]:
    """Return a line on each file that is made from a photograph, and on what comes before."""
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / "a.jpg"
        file.write_bytes(data)
        return _lines(Found("content/images/a.jpg", "images/a.jpg", file, data))


def _lines(found: Found) -> Sequence[str]:
    image, looked = _timed(lambda: read_image(found, {}))
    assert isinstance(image, ImageFile)
    pictures = Pictures({image.path: image})
    pictures.picture(image.path, "", use=WHOLE)
    outputs = pictures.outputs
    _, unpacking = _timed(lambda: unpacked(next(iter(outputs.values())).inputs))
    lines = [f"{'looked at':<28}{looked:>6.0f} ms", f"{'unpacked':<28}{unpacking:>6.0f} ms"]
    for address, output in outputs.items():
        (written,), whole = _timed(partial(encode, [output.inputs]))
        name = address.rsplit("-", 1)[1]
        taken = f"{whole - unpacking:>6.0f} ms"
        lines.append(f"{f'{name}, resized and encoded':<28}{taken}{len(written) / 1000:>8.1f} kB")
    _, together = _timed(lambda: encode([output.inputs for output in outputs.values()]))
    return [*lines, f"{'all nine together':<28}{together:>6.0f} ms"]


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    """Return what some work gives, and the milliseconds of CPU that it took: the least of three."""
    taken = []
    for _ in range(3):
        start = time.process_time()
        done = work()
        taken.append(time.process_time() - start)
    return done, 1000 * min(taken)


@click.command()
@click.option("--photographs", default=20, show_default=True, help="How many photographs.")
def main(photographs: int) -> None:
    """Measure files of one photograph, and builds of a site with many."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "site"
        # In another process, for a build is charged with the memory of the one that starts it.
        writing = Process(target=write_photographed_site, args=(folder, photographs))
        writing.start()
        writing.join()
        click.echo(as_line("cold", build_once(folder)))
        click.echo(as_line("nothing changed", build_once(folder)))
        click.echo(as_line("after one edit of a text", rebuild_after_edit(folder)))
        shutil.rmtree(folder / "site")
        click.echo(as_line("site lost, cache there", build_once(folder)))
        shutil.rmtree(folder / ".cache")
        click.echo(as_line("site there, cache lost", build_once(folder)))
    for line in file_lines(photograph(0)):
        click.echo(line)


if __name__ == "__main__":
    main()
