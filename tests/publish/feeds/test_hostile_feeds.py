"""Feeds of whatever authors may write: well formed, with whole addresses, titles as written."""

import shutil
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lxml import etree

from site_builder.compose.feeds.feeds import MOST, Feed, documents
from site_builder.compose.feeds.items import FeedItem, told_item
from site_builder.compose.feeds.list_of_feeds import channels
from site_builder.compose.feeds.sizes import short_enough
from site_builder.compose.frame.feed_names import FORMATS
from site_builder.compose.frame.frame import Frame
from site_builder.compose.output import Output
from site_builder.publish.renderer import Renderer
from site_builder.read.prose.characters import unprintable
from site_builder.read.prose.prose import ProseTooTangled, convert
from site_builder.read.theme.theme import read_theme
from tests.compose.stories import write_pictured_story
from tests.conftest import SITES, SiteFolder
from tests.publish.feeds.feed_faults import faults_of, items_in

HOSTILE = (
    "]]>",
    "<![CDATA[ x ]]>",
    "<!-- a -- b -->",
    "& &amp; &amp;lt; &lt; &#38; &nbsp; &hellip; &AMP",
    "<script>alert(1)</script>",
    "<style>p {}</style>",
    "<form><input name=a></form>",
    "[go](javascript:alert(1))",
    '<p onclick="a()" style="color: red">a</p>',
    '<img src="../images/field.jpg" onerror="a()" alt="&quot;>">',
    "<iframe src=x></iframe>",
    '![A "field" & <more>](../images/field.jpg)',
    "[here](#here)",
    "[warm](warm-homes.md#how-it-worked)",
    "[list](../case-studies/)",
    "[other](//other.example.org/x?a=1&b=2)",
    '<a href="?q=1">q</a>',
    '<a href="">nothing</a>',
    "[write](mailto:a@example.org)",
    "<https://example.org/?a=1&b=2>",
    "- a\n    - b\n        1. c\n            - d\n\n              e",
    "> q\n> > r",
    "Term\n:   Meaning",
    "| a | b |\n|:--|--:|\n| 1 | `|` |",
    "```html\n<b>&amp;</b> ]]>\n```",
    '*[NHS]: "N" <H> & S\n\nThe NHS.',
    "\u202e\u0645\u0631\u062d\u0628\u0627\u202c \u05e9\u05dc\u05d5\u05dd",
    "\U0001f642 \U0001f469\u200d\U0001f467 \U0001f1ec\U0001f1e7 e\u0301",
    "<details><summary>a</summary>b</details>",
    "<b><i>crossed</b></i>",
    '<bdo dir=rtl>x</bdo> <time datetime="2025">y</time>',
    "## Here {#here}",
    "\\ \" ' ` \t",
    "a  \nb",
    "\n\n".join(["word " * 500] * 20),
)
"""The last has ten thousand words."""

LETTERS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30).map(
    lambda text: "".join(sign for sign in text if not unprintable(sign))
)
TITLES = st.lists(st.sampled_from(HOSTILE[:16]) | LETTERS, max_size=4).map(
    lambda parts: " ".join(["A", *" ".join(parts).split()])
)
BODIES = st.lists(st.sampled_from(HOSTILE) | LETTERS, max_size=8).map("\n\n".join)


@pytest.fixture(scope="module")
def frame(tmp_path_factory: pytest.TempPathFactory) -> Frame:
    site = SiteFolder(shutil.copytree(SITES / "small", tmp_path_factory.mktemp("h") / "small"))
    write_pictured_story(site)
    chosen = site.settings()
    return Frame(site.record(), chosen, read_theme(chosen.theme))


def told(frame: Frame, written: list[tuple[str, str]]) -> Iterator[FeedItem]:
    """Yield an item for each title and body, made as those of a site are made."""
    story = frame.record.case_studies["warm-homes"]
    for number, (title, body) in enumerate(written):
        try:
            prose = convert(body)
        except ProseTooTangled:
            continue
        changed = {"slug": f"story-{number}", "title": title, "summary": title, "prose": prose}
        yield short_enough(frame, told_item(frame, story.model_copy(update=changed)))
        frame.memory.clear()


def feed_of(frame: Frame, items: tuple[FeedItem, ...]) -> Feed:
    channel = channels(frame)[0]
    frame.memory.clear()
    (feed, *_) = documents(frame, type(channel)(channel.name, items))
    return feed


@settings(
    max_examples=settings().max_examples // 2,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    # A shorter example of a thousand items would take minutes to find.
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(written=st.lists(st.tuples(TITLES, BODIES), min_size=MOST, max_size=MOST))
def test_feed_of_hostile_titles_and_bodies_is_right(
    frame: Frame, written: list[tuple[str, str]]
) -> None:
    """Hundreds of items: each feed is right by its grammar, and each title is as it was written."""
    items = tuple(told(frame, written))
    renderer, feed = Renderer(frame.theme, lambda _address: 1), feed_of(frame, items)
    seen = []
    for ending in FORMATS:
        name = f"feed.{ending}"
        data = renderer.render(Output(name, name, feed))
        assert [*faults_of(name, data)] == []
        assert len(data) < 250_000
        seen.append(items_in(name, data))
        assert [item.title for item in seen[-1]] == [item.title for item in feed.items]
    assert seen[0] == seen[1] == seen[2]


@pytest.mark.parametrize("sign", ["\x00", "\x08", "\x1b", "\ufffe"])
def test_sign_that_no_feed_can_carry_is_refused_before(site: SiteFolder, sign: str) -> None:
    """XML has no way to write some characters, so none of them gets past the check."""
    site.edit("content/case-studies/warm-homes.md", "How it worked", f"How{sign}it worked")
    assert site.problems() != ()
    with pytest.raises(ValueError, match="XML"):
        etree.Element("a").text = sign
