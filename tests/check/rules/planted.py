"""Defects planted on purpose, by rule, each with its place, its remedy followed, and near misses.

A defect is a whole text with ▶ right before the place that must be told. `good` is what an author
has after doing what the remedy says; the rule must then be silent.
"""

from tests.check.rules.images import planted as images
from tests.check.rules.links import planted as links
from tests.check.rules.media import planted as media
from tests.check.rules.stories import planted as stories
from tests.check.rules.structure import planted as structure
from tests.check.rules.words import planted as words

_ROOMS = (words, links, media, structure, images, stories)
ALL = tuple(one for room in _ROOMS for one in room.PLANTED)
FINE = {rule: texts for room in _ROOMS for rule, texts in room.FINE.items()}
