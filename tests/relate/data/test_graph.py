"""The graph: every reference is an edge, at both ends of which stands something that there is."""

from site_builder.relate.data.graph import Edge, edges, nodes
from site_builder.relate.references import references_of
from site_builder.relate.visibility import Viewer
from tests.compose.stories import write_story
from tests.conftest import SiteFolder


def edges_of(site: SiteFolder) -> set[tuple[str, str, str]]:
    return {(one.start, one.relation, one.to) for one in edges(site.record())}


def test_promise_can_be_followed_from_its_council_to_the_story(site: SiteFolder) -> None:
    """A commitment leads to its council, an update to the commitment and the story."""
    update = "update/2025-q2/second-street"
    assert edges_of(site) >= {
        ("commitment/second-street", "made_at", "council-summary/2025-q1"),
        ("commitment/second-street", "mission", "mission/clean-energy"),
        (update, "said_at", "council-summary/2025-q2"),
        (update, "commitment", "commitment/second-street"),
        (update, "case_study", "case-study/warm-homes"),
        ("council-summary/2025-q1", "case_studies", "case-study/warm-homes"),
        ("council-summary/2025-q1", "recognition.case_study", "case-study/warm-homes"),
    }


def test_recommendation_leads_to_the_commitment_that_it_became(site: SiteFolder) -> None:
    """What was asked for in a deliberation is a node of its own."""
    site.write(
        "content/deliberations/panel.md",
        "---\ntitle: A panel\nsummary: A panel met.\nmission: health\nkind: citizens-panel\n"
        "convened_by: The council\nquestion: What first?\n"
        "phases: [{name: Talk, starts: 2025-01-01, ends: 2025-01-02}]\n"
        "recommendations: [{id: first, text: Warm it., response: accepted, "
        "commitment: second-street}]\n---\nThey met.\n",
    )
    asked = "recommendation/panel/first"
    assert edges_of(site) >= {
        (asked, "commitment", "commitment/second-street"),
        (asked, "made_by", "deliberation/panel"),
    }


def test_two_words_of_one_council_on_one_promise_have_ids_of_their_own(site: SiteFolder) -> None:
    """Neither is lost."""
    again = "  - {commitment: second-street, state: kept, note: And dry.}\n---\nWhat was said"
    site.edit("content/council/2025-q2.md", "---\nWhat was said", again)
    starts = {start for start, relation, _ in edges_of(site) if relation == "said_at"}
    assert starts == {"update/2025-q2/second-street", "update/2025-q2/second-street-2"}


def test_every_reference_of_every_item_is_an_edge(site: SiteFolder) -> None:
    """A join that is added to a model needs nothing else to be in the graph."""
    record = site.record()
    made = {(one.relation, one.to.partition("/")[2]) for one in edges(record)}
    references = [one for item in record.items for one in references_of(item)]
    for reference in references:
        names = [step for step in reference.loc if isinstance(step, str)]
        relation = ".".join(names[1:] if names[0] in INSIDE else names)
        assert (relation, reference.slug) in made
    assert len({one.loc[0] for one in references}) > 6


INSIDE = ("commitments", "commitment_updates", "recommendations")
"""Lists whose entries refer in their own name."""


def test_ends_of_every_edge_are_nodes(site: SiteFolder) -> None:
    """No edge leads out of the graph, also when something is hidden."""
    write_story(site, "hidden", "Hidden", extra="status: draft")
    site.edit("content/council/2025-q2.md", "[night-nurses]", "[night-nurses, hidden]")
    site.edit("content/council/2025-q2.md", "case_study: warm-homes", "case_study: hidden")
    record = site.record(Viewer())
    known = [node.id for node in nodes(record, lambda thing: thing.slug)]
    assert len(known) == len(set(known))
    assert {end for one in edges(record) for end in (one.start, one.to)} <= set(known)
    assert not any("hidden" in one for one in known)


def test_word_on_a_promise_that_nobody_may_see_is_no_node(site: SiteFolder) -> None:
    """Its note speaks of something hidden; the story that it names is not joined to it either."""
    site.edit("content/council/2025-q1.md", "state: agreed", "state: agreed\nstatus: draft")
    record = site.record()
    found = {node.id for node in nodes(record, lambda thing: thing.slug)}
    assert not any(one.startswith(("update/", "commitment/")) for one in found)
    assert all(isinstance(one, Edge) and one.start in found for one in edges(record))
