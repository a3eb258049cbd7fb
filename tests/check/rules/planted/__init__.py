"""Defects planted on purpose, by rule, each with its place, its remedy followed, and near misses.

A defect is a whole text with ▶ right before the place that must be told. `good` is what an author
has after doing what the remedy says; the rule must then be silent.
"""

from tests.check.rules.planted import links, media, pictures, stories, structure, words

_ROOMS = (words, links, media, structure, pictures, stories)
ALL = tuple(one for room in _ROOMS for one in room.PLANTED)
FINE = {rule: texts for room in _ROOMS for rule, texts in room.FINE.items()}
