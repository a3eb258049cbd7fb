"""Record to outputs: every file of the site, described by values and not yet rendered."""

from collections.abc import Callable, Iterator

from site_builder.compose.data.pages import data_pages
from site_builder.compose.feeds.feeds import feeds
from site_builder.compose.feeds.following.calendars import calendars
from site_builder.compose.feeds.following.digests import digests
from site_builder.compose.feeds.following.subscriptions import opml, subscription_pages
from site_builder.compose.feeds.style import feed_style, feed_style_address
from site_builder.compose.frame.frame import Frame
from site_builder.compose.frame.notices import Preview
from site_builder.compose.frame.old_addresses import old_addresses
from site_builder.compose.hosts.host_files import host_files
from site_builder.compose.hosts.kept_addresses import below_old_names, emptied_lists, emptied_pages
from site_builder.compose.hosts.sitemap import machine_files
from site_builder.compose.lists.timelines import mission_timeline_pages
from site_builder.compose.output import Output, blob, own_file
from site_builder.compose.pages.council.commitments import commitment_pages
from site_builder.compose.pages.council.councils import council_pages
from site_builder.compose.pages.council.ledger import ledger_pages
from site_builder.compose.pages.council.quarters import quarter_pages
from site_builder.compose.pages.finding.a_z import a_z_pages
from site_builder.compose.pages.finding.changes import change_pages
from site_builder.compose.pages.finding.home import home_page
from site_builder.compose.pages.finding.hundred_days import hundred_days_pages
from site_builder.compose.pages.finding.plain_pages import plain_pages
from site_builder.compose.pages.missions.missions import mission_pages, principle_pages
from site_builder.compose.pages.missions.theories import theory_pages
from site_builder.compose.pages.people.deliberations import deliberation_pages
from site_builder.compose.pages.people.events import event_pages
from site_builder.compose.pages.people.mandate_letters import mandate_letter_pages
from site_builder.compose.pages.people.stewards import steward_pages
from site_builder.compose.pages.people.take_part import take_part_pages
from site_builder.compose.pages.places.partners import partner_pages
from site_builder.compose.pages.places.places import place_pages
from site_builder.compose.pages.stories.barriers import barrier_pages
from site_builder.compose.pages.stories.case_studies import case_study_pages
from site_builder.compose.pages.stories.learning import learning_pages
from site_builder.compose.search.search import search_files, search_pages
from site_builder.read.theme.theme import Theme
from site_builder.relate.record import Record
from site_builder.relate.sections import is_kept
from site_builder.settings import Settings

SETS: tuple[tuple[Callable[[Frame], Iterator[Output]], str], ...] = (
    (home_page, ""),
    (plain_pages, ""),
    (take_part_pages, ""),
    (mission_pages, "mission"),
    (mission_timeline_pages, "mission"),
    (theory_pages, "mission"),
    (case_study_pages, "case study"),
    (principle_pages, "principle"),
    (council_pages, "council summary"),
    (deliberation_pages, "deliberation"),
    (quarter_pages, ""),
    (hundred_days_pages, ""),
    (ledger_pages, "commitment"),
    (commitment_pages, "commitment"),
    (place_pages, "place"),
    (partner_pages, "partner"),
    (barrier_pages, "barrier"),
    (learning_pages, "learning"),
    (steward_pages, "steward"),
    (mandate_letter_pages, "mandate letter"),
    (event_pages, "event"),
    (change_pages, ""),
    (old_addresses, ""),
    (emptied_pages, ""),
    (search_pages, ""),
    (a_z_pages, ""),
    (data_pages, ""),
    (subscription_pages, ""),
)
"""The sets of pages in their order, each with the kind that there must be some of, if any."""


def compose(
    record: Record, settings: Settings, theme: Theme, preview: Preview | None = None
) -> tuple[Output, ...]:
    """Return every file of the site for what the record holds; `preview` is for its authors."""
    frame = Frame(record, settings, theme, preview=preview)
    sets = (pages_of for pages_of, kind in SETS if not kind or is_kept(record, kind))
    pages = [output for pages_of in sets for output in pages_of(frame)]
    machines = machine_files(frame, pages)
    outputs = [*pages, *machines, *feeds(frame), *frame.social_cards.outputs()]
    outputs += opml(frame)
    if frame.feed_names:
        outputs.append(blob(feed_style_address(frame), feed_style(frame).encode()))
    outputs += calendars(frame)
    outputs += digests(frame)
    outputs += search_files(frame)
    outputs += frame.branded.outputs()
    outputs.append(blob(frame.stylesheet_address, frame.stylesheet.encode()))
    outputs += [own_file(file) for file in frame.record.files.values()]
    outputs += below_old_names(frame, outputs)
    outputs += emptied_lists(frame, outputs)
    outputs += host_files(frame, outputs)
    # Images come last: only now is it known which of them some page or feed shows.
    return (*outputs, *frame.pictures.outputs.values())
