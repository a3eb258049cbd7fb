"""What waits for its moment, and when the output would next be another."""

import datetime as dt
import random
import re
from functools import cache

import pytest

from site_builder.compose import compose
from site_builder.publish.keys import canonical
from site_builder.read.content import Content
from site_builder.read.theme.theme import Theme, read_theme
from site_builder.relate.dated.next_change import NextChange, held_items, next_change
from site_builder.relate.record import relate
from site_builder.relate.visibility import Viewer
from site_builder.settings import Settings, theme_folder
from tests.compose.events import EVENT
from tests.conftest import SiteFolder

BST = dt.timezone(dt.timedelta(hours=1))
START = dt.datetime(2025, 6, 27, 12, tzinfo=BST)
INSTANT = dt.timedelta(microseconds=1)
SLOW = pytest.mark.slow
LATER = "title: Later\nsummary: S.\npublish_at: 2025-07-01T09:00+02:00\n"


@pytest.fixture
def dated(site: SiteFolder) -> SiteFolder:
    """Return a site in which one thing of every sort waits for a day."""
    site.write("content/pages/later.md", f"---\n{LATER}---\n\nText.\n")
    site.write(
        "content/events/fair.md",
        f"---\n{EVENT.format(title='Fair').replace('2025-05-20', '2025-07-03')}---\n\nText.\n",
    )
    told = "scope: [name, quote]}"
    ends = "scope: [name, quote], expires: 2025-07-05}"
    site.edit("content/case-studies/warm-homes.md", told, ends)
    site.edit("mkdocs.yml", "[missions]", "[{missions: {digests: true}}]")
    return site


@cache
def the_theme() -> Theme:
    return read_theme(theme_folder())


def composed(content: Content, settings: Settings, now: dt.datetime) -> dict[str, bytes]:
    """Return what every file of a site is made from, at a moment."""
    outputs = compose(
        relate(content, Viewer(now)), settings.model_copy(update={"now": now}), the_theme()
    )
    return {one.path: canonical((one.template, one.inputs)) for one in outputs}


def change_after(content: Content, now: dt.datetime) -> NextChange | None:
    viewer = Viewer(now)
    return next_change(content.items, relate(content, viewer), viewer, with_digests=True)


def test_output_is_equal_until_the_next_change_and_another_then(dated: SiteFolder) -> None:
    """Nothing differs an instant before the moment, and something does at it, time after time."""
    content, settings = dated.content(), dated.settings()
    now, reasons = START, set()
    before = composed(content, settings, now)
    while now < dt.datetime(2026, 1, 15, tzinfo=BST):
        change = change_after(content, now)
        assert change
        assert composed(content, settings, change.at - INSTANT) == before, change
        after = composed(content, settings, change.at)
        assert after != before, change
        before = after
        reasons.add(change.reason)
        if change.reason == "silent" and now.month > 10:
            break
        now = change.at
    assert reasons == {"published", "past", "consent-ends", "quarter-over", "silent"}


WAITING = (
    "content/case-studies/warm-homes.md",
    "content/case-studies/night-nurses.md",
    "content/events/fair.md",
    "content/pages/later.md",
)
DRAFT = "status: draft"
WITHDRAWN = "status: withdrawn\nwithdrawn: {on: 2025-06-20, reason: It was wrong.}"


def any_state(site: SiteFolder, dice: random.Random) -> None:
    """Give everything that can wait a state and a moment, and each consent an end."""
    site.edit("content/missions/health.md", "[warm homes](../case-studies/warm-homes.md)", "")
    for path in WAITING:
        # A link to what is not there yet is an error, and no build follows it.
        text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", (site.root / path).read_text("utf-8"))
        day = dt.date(2025, 6, 28) + dt.timedelta(days=dice.randrange(20))
        at = f"publish_at: {day}T{dice.randrange(24):02}:30+02:00"
        state = dice.choice(["", at, at, DRAFT, WITHDRAWN, f"{WITHDRAWN}\n{at}"])
        kept = [line for line in text.splitlines() if not line.startswith("publish_at")]
        site.write(path, "\n".join([kept[0], *state.splitlines(), *kept[1:]]))
    for scope in ("[name, quote]", "[quote]"):
        day = dt.date(2025, 6, 28) + dt.timedelta(days=dice.randrange(20))
        site.edit(WAITING[0], f"scope: {scope}}}", f"scope: {scope}, expires: {day}}}")


@pytest.mark.parametrize("seed", [1, 17, *(pytest.param(n, marks=SLOW) for n in (3, 6, 42))])
def test_any_state_of_what_waits_is_foreseen(dated: SiteFolder, seed: int) -> None:
    """Whatever is a draft, held or withdrawn: no build is missed, and none is for nothing."""
    dated.edit("content/case-studies/warm-homes.md", ", expires: 2025-07-05", "")
    any_state(dated, random.Random(seed))
    content, settings = dated.content(), dated.settings()
    now = START
    before = composed(content, settings, now)
    for _ in range(6):
        change = change_after(content, now)
        assert change
        assert composed(content, settings, change.at - INSTANT) == before, change
        after = composed(content, settings, change.at)
        assert after != before, change
        now, before = change.at, after


def test_without_a_moment_everything_dated_is_held_and_nothing_changes(dated: SiteFolder) -> None:
    """No clock has a say: a build without a moment is the same on any day."""
    content, viewer = dated.content(), Viewer()
    assert [one.item.slug for one in held_items(content.items, viewer)] == ["later"]
    assert next_change(content.items, relate(content, viewer), viewer, with_digests=True) is None


@pytest.mark.parametrize(
    ("now", "held"), [("2025-07-01T06:59+00:00", ["later"]), ("2025-07-01T07:00+00:00", [])]
)
def test_item_is_held_until_its_very_moment(dated: SiteFolder, now: str, held: list[str]) -> None:
    """The zone of `publish_at` counts, not that of the build."""
    viewer = Viewer(dt.datetime.fromisoformat(now))
    assert [one.item.slug for one in held_items(dated.content().items, viewer)] == held


def test_draft_is_not_held(dated: SiteFolder) -> None:
    """A draft waits for its author, not for a moment."""
    dated.edit("content/pages/later.md", "title:", "status: draft\ntitle:")
    assert held_items(dated.content().items, Viewer()) == ()
