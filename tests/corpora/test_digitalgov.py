"""Posts become case studies with their text untouched, and the report counts what they trip."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.conftest import SiteFolder
from tests.corpora.digitalgov import Post, main, read_posts, slugs, with_markdown
from tests.read.prose.second_parser import lost

POST = """\
---
title: {title}
date: '2014-01-10'
lang: en
kind: news
slug: a-slug
summary: What happened.
topics:
- content
source:
  repo: example/posts
  commit: abc
  path: content/news/{name}.md
---

{body}
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Return a corpus of two posts: one that is fit to publish and one that is not."""
    posts = {
        "2014-01-10-a-quiet-day": ("A quiet day", "## A heading\n\nA text.  \nWith a break."),
        "2014-01-11-a-LOUD--day": ("'A loud day: again'", "# A title\n\n<iframe></iframe>"),
    }
    folder = tmp_path / "corpus" / "posts" / "news"
    folder.mkdir(parents=True)
    for name, (title, body) in posts.items():
        (folder / f"{name}.md").write_text(POST.format(title=title, name=name, body=body), "utf-8")
    return tmp_path / "corpus"


def run(corpus: Path, target: Path, *options: str) -> str:
    result = CliRunner().invoke(main, [str(corpus), str(target), *options])
    assert result.exception is None, result.output
    return result.output


def test_posts_become_case_studies_with_their_text_untouched(corpus: Path, tmp_path: Path) -> None:
    """Only front matter is added; every letter of the body stays."""
    run(corpus, tmp_path / "site")
    texts = SiteFolder(tmp_path / "site").files("content/case-studies")
    assert list(texts) == ["2014-01-10-a-quiet-day.md", "2014-01-11-a-loud-day.md"]
    assert texts["2014-01-10-a-quiet-day.md"].endswith(
        b"---\n\n## A heading\n\nA text.  \nWith a break.\n"
    )


def test_report_counts_the_posts_that_trip_each_rule(corpus: Path, tmp_path: Path) -> None:
    """Each rule is one line; while anything is wrong nothing is built."""
    said = run(corpus, tmp_path / "site", "--report")
    assert " 1 posts       1 times  title-in-text" in said
    assert "a-loud-day.md:" in said
    assert "A loud day" not in said
    assert "2 problems in 1 files" in said
    assert not (tmp_path / "site" / "site").exists()


def test_only_clean_posts_are_built(corpus: Path, tmp_path: Path) -> None:
    """A post with a problem is left out, and the rest becomes a site."""
    said = run(corpus, tmp_path / "site", "--only-clean", "--report")
    assert "1 of them left out" in said
    assert "0 problems in 0 files" in said
    stories = tmp_path / "site" / "site" / "case-studies"
    assert (stories / "2014-01-10-a-quiet-day" / "index.html").is_file()
    assert not (stories / "2014-01-11-a-loud-day").exists()


def test_fewer_posts_are_spread_evenly(corpus: Path) -> None:
    """A part of the corpus is a fair sample of it, always the same."""
    for number in range(8):
        text = POST.format(title="T", name="n", body="b")
        (corpus / "posts" / f"p{number}.md").write_text(text, "utf-8")
    names = [post.name for post in read_posts(corpus, 5)]
    assert names == ["2014-01-10-a-quiet-day", "p0", "p2", "p4", "p6"]


def test_slugs_are_fit_for_addresses_and_unique() -> None:
    """Whatever a post is called, its address is valid and its own."""
    names = ["A Name", "a--name", "é", "x" * 200, "x" * 199]
    found = list(slugs(Post(name, {}, "") for name in names))
    assert found == ["a-name", "a-name-2", "post", "x" * 75, f"{'x' * 75}-2"]


def test_target_with_something_in_it_is_refused(corpus: Path, tmp_path: Path) -> None:
    """No folder of somebody's work is written over."""
    (tmp_path / "mine.txt").touch()
    result = CliRunner().invoke(main, [str(corpus), str(tmp_path)])
    assert result.exit_code == 1
    assert "is not empty" in result.output


@pytest.mark.slow
@pytest.mark.skipif("CORPUS_DIGITALGOV" not in os.environ, reason="names the folder of the posts")
def test_nothing_of_a_hundred_posts_is_lost() -> None:
    """What a second parser sees in real posts is on our page."""
    posts = with_markdown(read_posts(Path(os.environ["CORPUS_DIGITALGOV"]), 100))
    assert [post.name for post in posts if lost(post.body)] == []
