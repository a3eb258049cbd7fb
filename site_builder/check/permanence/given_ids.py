"""An id that something had elsewhere is its own: nothing else on the site may have it."""

from collections.abc import Iterator

from site_builder.read.content import Content
from site_builder.read.problems import Problem
from site_builder.relate.permanence.ids import Ids, Told, given_id
from site_builder.relate.visibility import Viewer


def ids_given_twice(content: Content, _viewer: Viewer) -> Iterator[Problem]:
    """Yield each `id` that something else is known by already."""
    ids = Ids((content.ledger.authority if content.ledger else None) or "", content.ledger)
    taken: dict[str, str] = {}
    for line in content.ledger.lines if content.ledger else ():
        if line.told_as:
            taken[line.told_as] = line.id
    for item in content.items:
        given = given_id(item)
        own = ids.in_ledger(item)
        if given and taken.setdefault(given, own) != own:
            source = content.sources[item.path]
            what = f'`id` is "{given}", which something else is known by already.'
            fix = "Write the id that this one had, or take the line out."
            yield source.problem(source.position_of(("id",)), "id-given-twice", what, fix)
        if isinstance(item, Told):
            taken.setdefault(ids.of(item), own)
