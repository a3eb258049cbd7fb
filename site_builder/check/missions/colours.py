"""A mission's colour must be legible as text, in the light and in the dark scheme."""

from collections.abc import Iterator

from site_builder.read.content import Content
from site_builder.read.problems import Problem
from site_builder.read.theme.colours import AAA, CARD, PAPER, contrast, is_legible, nearest_legible
from site_builder.read.types import Mission
from site_builder.relate.visibility import Viewer


def illegible_colours(content: Content, _viewer: Viewer) -> Iterator[Problem]:
    """Yield each mission colour with less contrast than WCAG 2.2 asks at level AAA."""
    for item in content.items:
        if isinstance(item, Mission) and item.colour and not is_legible(item.colour):
            source = content.sources[item.path]
            reached = min(contrast(item.colour, paper) for paper in (PAPER, CARD))
            says = f'`colour` is "{item.colour}", which is hard to read on the site\'s paper'
            what = f"{says}: its contrast is {reached:.1f} to 1."
            near = nearest_legible(item.colour)
            fix = f"The nearest that would do is '{near}'; text needs a contrast of {AAA:.0f} to 1."
            yield source.problem(source.position_of(("colour",)), "illegible-colour", what, fix)
