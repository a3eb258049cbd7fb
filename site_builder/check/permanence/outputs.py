"""What the site would have is held against what it had: no recorded address may be missing.

This looks at the files that a build is about to publish, and at nothing else, so it does not
matter why one would be gone: a deleted file, a setting that was taken out, a slip of our own.
"""

from collections.abc import Collection, Iterator, Sequence

from site_builder.read.addresses import NAMES
from site_builder.read.files.kinds import FILES
from site_builder.read.ledger import LEDGER, WORDS, Ledger
from site_builder.read.problems import Level, Position, Problem
from site_builder.relate.permanence.promised import missing, promised
from site_builder.settings import Settings

_SOME = 3
"""How many addresses a problem names."""


def lost_outputs(
    ledger: Ledger | None, paths: Collection[str], settings: Settings
) -> Iterator[Problem]:
    """Yield what is recorded and would have no file, a problem for each sort of thing."""
    lines = {line.address: line for line in ledger.lines} if ledger else {}
    gone = [lines[address] for address in missing(lines, paths)]
    for word in (*WORDS, ""):
        these = [one for one in gone if one.kind == word or (not word and one.is_thing)]
        if ledger and these:
            addresses = [one.address for one in these]
            what = f"{_some(addresses)} {_was(addresses)} published, and would be gone."
            yield ledger.problem(these[0], "address-lost", what, _fix(addresses, settings))


def dropped_outputs(
    before: Collection[str], ledger: Ledger | None, paths: Collection[str], settings: Settings
) -> Iterator[Problem]:
    """Yield what stands on the site as it is, is not recorded, and would be gone.

    Nothing tells whether the public ever saw it, so it is a warning.
    """
    recorded = ledger.addresses if ledger else frozenset()
    gone = [*missing((at for at in promised(before) if at not in recorded), paths)]
    if gone:
        what = (
            f"{_some(gone)} {_stands(gone)} in {settings.site_dir.as_posix()}/, "
            f"{_is(gone)} not recorded, and would be gone."
        )
        fix = (
            "If the public saw it: put it back, or withdraw it, and run `missions record`. "
            "If not, there is nothing to do."
        )
        yield _of_ledger(settings, "address-dropped", what, fix, "warning")


def short_ledger(
    before: Collection[str], ledger: Ledger | None, settings: Settings
) -> Iterator[Problem]:
    """Yield that a ledger is missing, or that it is shorter than the site that stands there."""
    recorded = ledger.addresses if ledger else frozenset()
    new = [at for at in promised(before) if at not in recorded]
    if not new:
        return
    where = settings.site_dir.as_posix()
    what = f"{_some(new)} {_stands(new)} in {where}/, and {_is(new)} not recorded here."
    fix = "Once the public sees the site, run `missions record`, and keep this file in git."
    if not ledger:
        what = f"There is no ledger, though a site stands in {where}/. {what}"
        fix = f"If there was one, put it back from git. {fix}"
    yield _of_ledger(settings, "ledger-short", what, fix, "warning")


def _of_ledger(settings: Settings, rule: str, what: str, fix: str, level: Level) -> Problem:
    path = f"{settings.docs_dir}/{LEDGER}"
    return Problem(path, Position(), rule, what, fix, level=level)


def _some(addresses: Sequence[str]) -> str:
    named = ", ".join(f"/{one}" for one in addresses[:_SOME])
    more = len(addresses) - _SOME
    return f"{named} and {more} more" if more > 0 else named


def _was(addresses: Sequence[str]) -> str:
    return "was" if len(addresses) == 1 else "were"


def _is(addresses: Sequence[str]) -> str:
    return "is" if len(addresses) == 1 else "are"


def _stands(addresses: Sequence[str]) -> str:
    return "stands" if len(addresses) == 1 else "stand"


def _fix(addresses: Sequence[str], settings: Settings) -> str:
    """Return what brings addresses back: the setting that they hang on, or what was changed."""
    if not settings.site_url and any("." in one for one in addresses):
        return "Put `site_url` back in the settings; without it there are no feeds or calendars."
    if not settings.site_url and any(one.startswith("subscribe/") for one in addresses):
        return "Put `site_url` back in the settings; without it nobody can subscribe."
    if not settings.hundred_days_from and "hundred-days/" in addresses:
        return "Put `hundred_days_from` back in the settings."
    if all(one.startswith(f"{FILES}/") for one in addresses):
        return "Put it back; to take a file away, put one in its place that says so, and why."
    return _fix_of_name(addresses[0], settings) or (
        "Put back what they were made of, a file or a setting; `git diff` shows what changed."
    )


def _fix_of_name(address: str, settings: Settings) -> str | None:
    """Return which term brings back what stood under a name; nothing if something has that name."""
    name = _name_of_old(address, settings)
    if term := next((term for term, default in NAMES.items() if default == name), None):
        return f"Take `address` out of `{term}` in the settings; what it is called may change."
    return name and f"If `address: {name}` stood under one of `terms`, put it back in the settings."


def _name_of_old(address: str, settings: Settings) -> str | None:
    """Return the name that an address begins with, if no part of the site has it any more."""
    name, slash, _ = address.partition("/")
    known = (*settings.addresses.sections, *settings.addresses.others)
    is_known = any(one.startswith(f"{name}/") for one in known)
    return name if slash and not is_known else None
