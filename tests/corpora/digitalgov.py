"""Turn posts of digital.gov into case studies of a site, and say which rules they trip.

    python -m tests.corpora.digitalgov CORPUS_FOLDER TARGET_FOLDER --posts 200 --report

The corpus is a folder `posts/` of Markdown files with title, date, summary and where each came
from. A post's title, date, summary and body are taken as they are; what a case study needs beside
them is filled in with words that say so. The same posts give the same site.

With `--in-markdown` the commands of Hugo in a body are written in Markdown first; without it each
is named by the check. The report ends with how many posts could be published, and with those that
lose something that a second parser sees in them.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click
import yaml
from PIL import Image

from site_builder.build import build, check_only
from site_builder.read.problems import Problem
from site_builder.read.types.fields.text import SLUG_LENGTH
from site_builder.settings import read_settings
from tests.bench.site_files import (
    MISSIONS,
    PRINCIPLES,
    partner_slugs,
    place_slugs,
    write_item,
    write_scenery,
)
from tests.corpora.shortcodes import PICTURE, commands_in, in_markdown
from tests.read.prose.second_parser import lost

PLACES, PARTNERS = 12, 8
FILLER = "The post does not say; this is filled in for the trial."

_FENCED = re.compile(r"---\n(.*?\n)---\n(.*)", re.S)


@dataclass(frozen=True)
class Post:
    """One post of the corpus."""

    name: str
    """Its file's name without the ending."""
    fields: Mapping[str, Any]
    body: str
    """Its text, to the letter."""


def read_posts(corpus: Path, most: int | None = None) -> list[Post]:
    """Return posts in the order of their paths; when only some are wanted, evenly spread."""
    paths = sorted((corpus / "posts").rglob("*.md"))
    wanted = min(most or len(paths), len(paths))
    return [_post(paths[number * len(paths) // wanted]) for number in range(wanted)]


def _post(path: Path) -> Post:
    fenced = _FENCED.fullmatch(path.read_bytes().decode("utf-8"))
    if not fenced:
        raise click.ClickException(f"{path} is not a post of this corpus: it has no front matter.")
    fields = yaml.load(fenced[1], Loader=yaml.CSafeLoader)
    return Post(path.stem, fields, fenced[2])


def write_site(posts: Sequence[Post], target: Path) -> None:
    """Write a site with a case study for each post."""
    write_scenery(target, places=PLACES, partners=PARTNERS)
    picture = target / "content" / "images" / Path(PICTURE).name
    picture.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (960, 640)).save(picture)
    for number, (slug, post) in enumerate(zip(slugs(posts), posts, strict=True)):
        write_item(target, f"case-studies/{slug}", case_study_fields(post, number), post.body)


def slugs(posts: Iterable[Post]) -> Iterator[str]:
    """Yield a slug for each post: its name made fit for an address, with a number if taken."""
    taken: Counter[str] = Counter()
    for post in posts:
        plain = re.sub(r"[^a-z0-9]+", "-", post.name.casefold()).strip("-") or "post"
        slug = plain[: SLUG_LENGTH - 5].strip("-")
        taken[slug] += 1
        yield slug if taken[slug] == 1 else f"{slug}-{taken[slug]}"


def case_study_fields(post: Post, number: int) -> dict[str, Any]:
    """Return the front matter of a case study for a post; its number spreads it over the site."""
    origin = post.fields["source"]
    url = f"https://github.com/{origin['repo']}/blob/{origin['commit']}/{origin['path']}"
    principle = PRINCIPLES[number % len(PRINCIPLES)]
    return {
        "title": post.fields["title"],
        "summary": post.fields.get("summary") or FILLER,
        "date": str(post.fields["date"]),
        "lang": post.fields.get("lang", "en"),
        "mission": MISSIONS[number % len(MISSIONS)],
        "place": place_slugs(PLACES)[number % PLACES],
        "partners": [partner_slugs(PARTNERS)[number % PARTNERS]],
        "principles": [{"principle": principle, "how": FILLER}],
        "need": FILLER,
        "change": FILLER,
        "learning": dict.fromkeys(("tried", "happened", "next", "unknown"), FILLER),
        "sources": [{"id": "post", "title": f"{origin['repo']}, {post.name}", "url": url}],
    }


def with_markdown(posts: Iterable[Post]) -> list[Post]:
    """Return posts with Markdown in the place of the commands of Hugo."""
    return [replace(post, body=in_markdown(post.body)) for post in posts]


def shares(posts: Sequence[Post], problems: Iterable[Problem]) -> Iterator[str]:
    """Yield how many posts have nothing that stops them, and how many lose something unsaid."""
    stopped = {one.path for one in problems if one.level == "error"}
    with_commands = {post.name for post in posts if commands_in(post.body)}
    named = list(zip(slugs(posts), posts, strict=True))
    fit = [post for slug, post in named if f"content/case-studies/{slug}.md" not in stopped]
    plain = [post for post in fit if post.name not in with_commands]
    yield _share(len(fit), len(posts), "posts can be published")
    if with_commands:
        rest = len(posts) - len(with_commands)
        yield _share(len(plain), rest, "posts without commands of Hugo can be published")
    damaged = [post.name for post in fit if lost(post.body)]
    yield f"{len(damaged):,} posts lose something unsaid {' '.join(damaged[:5])}".rstrip()


def _share(some: int, of: int, what: str) -> str:
    return f"{some:,} of {of:,} {what} ({some / max(of, 1):.1%})"


def problems_of(target: Path) -> tuple[Problem, ...]:
    """Return everything that is wrong with a site."""
    return check_only(read_settings(target / "mkdocs.yml"))


def stops(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems that stop a build, or do so under --strict."""
    return [one for one in problems if one.level != "hint"]


def keep_only_clean(target: Path) -> int:
    """Delete every case study with a problem, until none has one; return how many were deleted."""
    deleted = 0
    while paths := {one.path for one in stops(problems_of(target)) if "/case-studies/" in one.path}:
        for path in paths:
            (target / path).unlink()
        deleted += len(paths)
    return deleted


def rules_tripped(problems: Iterable[Problem]) -> Iterator[str]:
    """Yield a line for each rule, the one that most posts trip first, with its first problem."""
    tripped: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        tripped[problem.rule].append(problem)
    posts = {rule: len({one.path for one in found}) for rule, found in tripped.items()}
    for rule, found in sorted(tripped.items(), key=lambda pair: (-posts[pair[0]], pair[0])):
        first = found[0]
        at = f"{first.path}:{first.position.line}:{first.position.column}"
        yield f"{posts[rule]:>6,} posts {len(found):>7,} times  {rule:<24} {at}: {first.what}"


def report_build(target: Path) -> Iterator[str]:
    """Build a site, if nothing is wrong with it, and yield what was done in lines."""
    problems = problems_of(target)
    yield from rules_tripped(problems)
    files = len({problem.path for problem in stops(problems)})
    yield f"{len(stops(problems)):,} problems in {files:,} files"
    if not stops(problems):
        built = build(read_settings(target / "mkdocs.yml"))
        steps = ", ".join(f"{step} {seconds:.1f}" for step, seconds in built.seconds.items())
        pages = sum(path.endswith(".html") for path in built.published.rendered)
        yield f"{pages:,} pages in {sum(built.seconds.values()):.1f} s ({steps})"


@click.command()
@click.argument("corpus", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("target", type=click.Path(file_okay=False, path_type=Path))
@click.option("--posts", type=click.IntRange(1), help="How many posts; all if left out.")
@click.option("--in-markdown", "written", is_flag=True, help="Write commands of Hugo in Markdown.")
@click.option("--only-clean", is_flag=True, help="Leave out the posts that have a problem.")
@click.option("--report", is_flag=True, help="Check the site, build it if it can be, say more.")
def main(
    corpus: Path, target: Path, posts: int | None, *, written: bool, only_clean: bool, report: bool
) -> None:
    """Write a site of the posts in CORPUS into the folder TARGET, which must be new or empty."""
    if target.exists() and any(target.iterdir()):
        raise click.ClickException(f"{target} is not empty; name a new folder.")
    chosen = read_posts(corpus, posts)
    chosen = with_markdown(chosen) if written else chosen
    write_site(chosen, target)
    click.echo(f"{target}: {len(chosen):,} case studies")
    if only_clean:
        click.echo(f"{keep_only_clean(target):,} of them left out, because they have problems")
    if report and not only_clean:
        for line in shares(chosen, problems_of(target)):
            click.echo(line)
    for line in report_build(target) if report else ():
        click.echo(line)


if __name__ == "__main__":
    main()
