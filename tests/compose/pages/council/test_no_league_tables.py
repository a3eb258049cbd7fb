"""Promise 7: a promise is told in words, with no percentage, traffic light, gauge or target."""

import datetime as dt
import shutil
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, get_args, get_type_hints

import pytest
from lxml.html import document_fromstring

from site_builder.compose.items.councils import PastWord
from site_builder.compose.items.promises import CommitmentStep, CommitmentView, ShownCommitment
from site_builder.compose.pages.council.commitments import Ask, CommitmentPage, Word
from site_builder.read.types.council_summary import CommitmentUpdate, MadeCommitment
from site_builder.relate.council.commitments import STATES, Commitment, LedgerUpdate
from site_builder.settings import theme_folder
from tests.compose.markup import texts, tree
from tests.compose.pages.council.scores import lights_in, parts_with_promises, scores_in, scores_on
from tests.compose.promises import promise, write_council, write_panel
from tests.conftest import SiteFolder

STORY = "content/case-studies/warm-homes.md"
LINK = '<a href="../commitments/a/">Do it.</a>'
COMPONENT = "theme/components/commitment/template.html"


def write_promises_in_every_state(site: SiteFolder) -> None:
    """Write promises of each state, and one more that a panel asked for."""
    write_council(site, "2024-q3", "2024-09-20", [promise(f"to-be-{state}") for state in STATES])
    update = "  - {{commitment: to-be-{0}, state: {0}, note: It is so.}}"
    said = "\n".join(update.format(state) for state in STATES[1:])
    write_council(site, "2024-q4", "2024-12-20", more=f"commitment_updates:\n{said}")
    write_panel(site)


@pytest.fixture
def own_theme(site: SiteFolder) -> SiteFolder:
    """Return the small site with a theme of its own, to be spoilt."""
    shutil.copytree(theme_folder(), site.root / "theme")
    site.edit("mkdocs.yml", "theme: civic", "theme: {name: null, custom_dir: theme}")
    return site


def test_demonstration_has_no_score_for_a_promise(demonstration: Mapping[str, bytes]) -> None:
    """The whole site is searched, and it has promises on many pages to search."""
    assert list(scores_in(demonstration)) == []
    assert sum(1 for _ in all_parts(demonstration)) > 60


def test_site_with_every_state_has_no_score_for_a_promise(site: SiteFolder) -> None:
    """Nor has a site with a promise of every state; a percentage in a story is no promise's."""
    write_promises_in_every_state(site)
    site.edit(STORY, "title: Warm homes in Leeds", "title: Warm homes in Leeds save 30%")
    site.build()
    assert "30%" in site.page("commitments/second-street/index.html")
    assert list(scores_in(site.files())) == []
    assert sum(1 for _ in all_parts(site.files())) > 30


def all_parts(files: Mapping[str, bytes]) -> Iterator[Any]:
    for name in files:
        if name.endswith(".html"):
            yield from parts_with_promises(tree(files[name]), name)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (COMPONENT, "<h3>{{ to(promise", "<progress value=1></progress><h3>{{ to(promise"),
        (COMPONENT, "<h3>{{ to(promise", "<span>{{ 100 }}%</span><h3>{{ to(promise"),
        (COMPONENT, "<h3>{{ to(promise", '<h3 class="{{ promise.state }}">{{ to(promise'),
        (COMPONENT, "<h3>{{ to(promise", "<svg><path d='M0 0h9'/></svg><h3>{{ to(promise"),
        (COMPONENT, '<ul class="thread">', '<ul class="thread rag">'),
        (COMPONENT, '<p class="lead">', '<p class="lead" data-state="{{ promise.state }}">'),
        ("theme/words/en.yml", "    kept: Kept.", "    kept: Kept ✓."),
        ("theme/words/en.yml", "    kept: Kept.", "    kept: On track."),
        ("theme/words/en.yml", '    kept: "{count} kept"', '    kept: "{count}% kept"'),
        ("theme/layouts/case-study.html", "<li>{{ to(shown.promise", "<li>🟢 {{ to(shown.promise"),
        ("theme/feeds/council-summary.html", "{{ word.note }}", "{{ word.note }} 90 per cent."),
        ("theme/components/commitment/style.css", ".promise {", ".kept, .promise {"),
    ],
)
def test_theme_that_keeps_score_is_found_out(
    own_theme: SiteFolder, path: str, old: str, new: str
) -> None:
    """Whatever part of the theme gave a promise a score, the search would find it."""
    own_theme.edit(path, old, new)
    own_theme.build()
    assert list(scores_in(own_theme.files())) != []


@pytest.mark.parametrize(
    "html",
    [
        f"<ul><li>{LINK} 80% done</li></ul>",
        f"<ul><li>{LINK} 80 per cent done</li></ul>",
        f"<p>{LINK} <b>80&nbsp;%</b></p>",
        f"<p>{LINK} Rated amber-rated, at risk</p>",
        f"<p>{LINK} RAG</p>",
        f"<p>{LINK} ●●○</p>",
        f"<p>{LINK} 🟡</p>",
        f"<table><tr><td>{LINK}</td><td>80%</td></tr></table>",
        f'<ul class="traffic-green"><li>{LINK}</li></ul>',
        f'<ul><li class="state-kept">{LINK}</li></ul>',
        f'<ul><li>{LINK}<div class="target-line"></div></li></ul>',
        f'<ul><li>{LINK}<div style="inline-size:80%"></div></li></ul>',
        f'<ul><li>{LINK}<img src="a.png" alt=""></li></ul>',
        '<ul><li><a class="dropped" href="commitments/a/">Do it.</a></li></ul>',
        '<div><a href="commitments/a/">Do it: 80%</a></div>',
        "<progress></progress>",
        "<meter></meter>",
        '<div role="progressbar"></div>',
        '<div aria-valuenow="80"></div>',
    ],
)
def test_score_beside_a_promise_is_found(html: str) -> None:
    """A percentage, a light, a sign, a bar or a gauge is found however it is written."""
    assert list(scores_on(document_fromstring(f"<main>{html}</main>"), "council/index.html")) != []


@pytest.mark.parametrize(
    "html",
    [
        f'<ul><li>{LINK} See <a href="../case-studies/b/">Heat falls by 89%</a>.</li></ul>',
        f"<ul><li>{LINK} (31 of 36 members)</li><li>Heat fell by 89%</li></ul>",
        f'<ul class="thread"><li class="accent-green-energy">{LINK} Kept.</li></ul>',
        f"<p>{LINK} Ask for green spaces and redress.</p>",
        '<div class="bar"><svg></svg> 89% of homes</div>',
    ],
)
def test_figure_of_a_story_is_no_score(html: str) -> None:
    """Outcomes have figures and bars; a promise has words, members and a mission's colour."""
    assert list(scores_on(document_fromstring(f"<main>{html}</main>"), "council/index.html")) == []


def test_page_of_promises_is_searched_whole() -> None:
    """There a percentage is a promise's wherever it stands."""
    page = tree("<main><p>So far: 25% kept.</p></main>")
    for name in ("commitments/index.html", "missions/health/promises/page/2/index.html"):
        assert list(scores_on(page, name)) == ['"5%"']
    assert list(scores_on(page, "missions/health/index.html")) == []


@pytest.mark.parametrize(
    ("styles", "found"),
    [
        (".kept{color:green}", [".kept"]),
        ("a,.state-dropped b{order:1}", [".state-dropped"]),
        (".rag-red{}", [".rag-red"]),
        ("progress{}", ["progress"]),
        ("li meter::after{}", ["meter"]),
        ("[data-state=kept]{}", ["[data-state"]),
        (".accent-green{--tone:#0f0} .made-up-name{} .bar{} .thread{margin:.5rem}", []),
        ("/* .kept {} */ .card{color:green}", []),
    ],
)
def test_look_of_a_state_is_found_in_styles(styles: str, found: list[str]) -> None:
    """A state has no look of its own; missions have colours, and stories have bars."""
    assert list(lights_in(styles)) == found


MODELS = (
    MadeCommitment, CommitmentUpdate, LedgerUpdate, Commitment,
    CommitmentView, CommitmentStep, CommitmentPage, Word, Ask, PastWord, ShownCommitment,
)  # fmt: skip


def types_in(hint: Any) -> set[Any]:
    """Return every type that a hint names."""
    return {hint}.union(*(types_in(inner) for inner in get_args(hint)))


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_promise_has_no_number(model: type) -> None:
    """There is nowhere to write how far a promise is: its fields are words, days and links."""
    numbers = {int, float, complex, Decimal, Fraction}
    hints = {name: types_in(hint) for name, hint in get_type_hints(model).items()}
    assert {name for name, found in hints.items() if found & numbers} == set()
    assert hints


def test_number_in_a_model_would_be_found() -> None:
    """A number inside a choice or a list is found like any other."""
    assert int in types_in(tuple[int | None, ...])
    assert int not in types_in(dt.date | None)


def test_states_are_words_that_readers_see(site: SiteFolder) -> None:
    """What stands in bold beside a promise is one of five words, and nothing else."""
    write_promises_in_every_state(site)
    site.build()
    bold = {one for part in all_parts(site.files()) for one in texts(part, ".//strong/text()")}
    assert bold == {
        "Made.", "Under way.", "Kept.", "Changed.", "Dropped.", "Please note.",
        "No word at the last council.",
    }  # fmt: skip
