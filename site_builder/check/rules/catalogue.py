"""Every rule of writing, and every other rule that a site may weigh by itself."""

from collections.abc import Mapping

from site_builder.check.rules.images import pictures
from site_builder.check.rules.links import targets
from site_builder.check.rules.links import wording as wording_of_links
from site_builder.check.rules.media import films, html, languages, tables
from site_builder.check.rules.rule import Rule
from site_builder.check.rules.stories import statement, telling, translations
from site_builder.check.rules.structure import blanks, headings, titles
from site_builder.check.rules.words import acronyms, dates, sentences, signs, wording

GROUPS: Mapping[str, tuple[Rule, ...]] = {
    "Words": (
        *sentences.RULES,
        *wording.RULES,
        *signs.RULES,
        *acronyms.RULES,
        *dates.RULES,
    ),
    "Links": (*wording_of_links.RULES, *targets.RULES),
    "Tables, films and languages": (
        *tables.RULES,
        *html.RULES,
        *films.RULES,
        *languages.RULES,
    ),
    "Titles, summaries and headings": (*titles.RULES, *headings.RULES, *blanks.RULES),
    "Pictures": pictures.RULES,
    "Stories": (*telling.RULES, *statement.RULES, *translations.RULES),
}
"""The rules of writing by what they are about."""

RULES: tuple[Rule, ...] = tuple(rule for group in GROUPS.values() for rule in group)

OTHERS: Mapping[str, str] = {
    "alt-needless-start": "An alternative text does not start with image of.",
    "alt-repeats-caption": "The alternative text at the head of a page is not the caption again.",
    "alt-too-long": "An alternative text has at most 250 characters.",
    "allowance-unused": "What is allowed at a line is there.",
    "change-to-come": "A change is told once it was made.",
    "changes-out-of-order": "Changes stand in the order of their days.",
    "commitment-of-another-mission": "An answer leads to a promise of the same mission.",
    "day-far-ahead": "A day is not years ahead.",
    "day-to-come": "What is told as having happened has happened.",
    "empty-text": "A story or a page has a text.",
    "event-without-a-way": "An event says how to come or to watch.",
    "file-names-people": "A file of your own names nobody as its author.",
    "file-names-place": "A film or a picture does not say where it was made.",
    "lead-image-small": "An image at the head of a page has at least 960 by 640 pixels.",
    "markup-in-field": "A field is plain text.",
    "mission-without-story": "A mission has a story every half year.",
    "other-own-address": "A link to this site has the site's own name.",
    "promise-in-figures": "What became of a promise is said in words.",
    "promise-without-word": "Each council says what became of every open promise.",
    "quarter-without-council": "There is a council summary for each quarter.",
    "removed-without-what-helped": "A barrier that was removed says what helped.",
    "review-overdue": "What is due for review is reviewed.",
    "session-outside-phases": "A session falls into a phase.",
    "steward-out-of-time": "A steward answers for a mission at the time.",
    "tested-without-story": "An assumption that was tested names the story.",
    "unreached-outcome": "Somebody's work leads to each outcome.",
    "video-without-title": "A link to a film says which.",
}
"""Rules that are made elsewhere and are warnings or hints: what each asks."""

SETTABLE = frozenset({rule.id for rule in RULES}) | OTHERS.keys()
"""The ids of the rules that a site may weigh by itself, and an author may allow at a line."""
