"""What to write when something published is gone: every way that is right, word for word.

Each way, followed to the letter, ends in content that the check accepts; the tests follow it.
"""

from site_builder.read.content import Content
from site_builder.read.ledger import Recorded
from site_builder.read.problems import nearest
from site_builder.read.types import Item, RegisterEntry, kind_named
from site_builder.read.types.kinds import kind_of
from site_builder.relate.permanence.likeness import OTHER, letters_of, likeness
from site_builder.relate.permanence.renames import PERHAPS, Rename

NOT_ITS_OWN = "The line itself seems to be wrong; `git log -p` on this file shows what it was."
_GONE = "write in it `status: withdrawn` and `withdrawn: {on: the day, reason: the reason}`"


def written_in(thing: Item | RegisterEntry, names: tuple[str, ...], content: Content) -> str:
    """Return where earlier names are to be written, and how."""
    aliases = f"aliases: [{', '.join(names)}]"
    if isinstance(thing, Item):
        return f"Write in {thing.path}: {aliases}"
    return f"Write in {_register(kind_of(thing).name, content)}, under `{thing.slug}`: {aliases}"


def back_or_withdrawn(line: Recorded, content: Content) -> str:
    """Return how an item that is gone comes back, or is taken down in public."""
    back = f"Put {file_of(line, content)} back; to take it down, {_GONE}."
    if now := _told_by(line, content):
        return f"{back} If {now.path} tells it now, add `replaced_by: {now.slug}` to `withdrawn`."
    return back


def back_or_renamed(line: Recorded, rename: Rename, item: Item, content: Content) -> str:
    """Return both ways out where a new file may be the one that is gone, or may not."""
    back = f"If it was taken down: put {file_of(line, content)} back, and {_GONE}."
    told, names = "", f"`aliases: [{', '.join(rename.aliases)}]`"
    if rename.likeness is not None and rename.likeness <= OTHER:
        change = "{date: the day, kind: substantial, note: what is new}"
        told = f", and, as most of its text is new, `changes: [{change}]`"
    return f"{back} If {item.path} is the same under a new name: write in it {names}{told}."


def entry_back(line: Recorded, rename: Rename | None, content: Content) -> str:
    """Return how an entry of a register comes back, is renamed, or goes into another one."""
    register = _register(line.kind, content)
    back = f"Put `{line.slug}` back in {register}; its `name` may change."
    if rename:
        renamed = written_in(rename.thing, rename.aliases, content)
        return f"{back} Or, if `{rename.thing.slug}` is its new name: {renamed}."
    if other := _near_entry(line, content):
        names = tuple(dict.fromkeys((other.first_slug, *other.aliases, other.slug, line.slug)))
        return f"{back} Or, if it went into `{other.slug}`: {written_in(other, names, content)}."
    return f"{back} Or write its slug under the `aliases` of the entry that it went into."


def file_of(line: Recorded, content: Content) -> str:
    """Return the file that an item had when it was last published."""
    lines = content.ledger.lines_of[line.thing] if content.ledger else ()
    slug = next((one.slug for one in lines if one.last), line.slug)
    return f"{content.folder}/{kind_named(line.kind).source}/{slug}.md"


def _register(kind: str, content: Content) -> str:
    return f"{content.folder}/{kind_named(kind).source}"


def _told_by(line: Recorded, content: Content) -> Item | None:
    """Return the item of the same kind that has the most of a text that is gone, if any has."""
    last = content.ledger.last_of(line.thing) if content.ledger else None
    if not last:
        return None
    same = [one for one in content.items if kind_of(one).name == line.kind]
    scores = [(likeness(last.letters, letters_of(one, content)), one.slug, one) for one in same]
    score, _, best = max(scores, key=lambda one: one[:2], default=(0.0, "", None))
    return best if score >= PERHAPS else None


def _near_entry(line: Recorded, content: Content) -> RegisterEntry | None:
    """Return the entry that is named or spelt most like one that is gone."""
    shelf = {one.slug: one for one in content.entries if kind_of(one).name == line.kind}
    last = content.ledger.last_of(line.thing) if content.ledger else None
    if last:
        alike = {
            slug: likeness(last.letters, letters_of(one, content)) for slug, one in shelf.items()
        }
        best = max(sorted(alike), key=lambda slug: alike[slug], default="")
        if best and alike[best] >= PERHAPS:
            return shelf[best]
    return shelf.get(nearest(line.slug, shelf))
