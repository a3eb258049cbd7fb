"""Somebody who does what the check says, to the letter: its remedies are read and carried out."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from site_builder.check import check, errors_in
from site_builder.compose.feeds.feeds import Feed, feeds
from site_builder.compose.frame.frame import Frame
from site_builder.doors.mending.fixes import fixes
from site_builder.read.problems import Problem
from site_builder.read.theme.theme import read_theme
from site_builder.relate.record import relate
from site_builder.relate.visibility import Viewer
from tests.conftest import SiteFolder

_MD = r"content/[a-z-]+/[a-z0-9-]+\.md"
_STEPS = re.compile(
    rf"""If\ (?P<named>{_MD})\ is
    |[Pp]ut\ (?P<back>{_MD})\ back
    |[Pp]ut\ `(?P<entry>[a-z0-9-]+)`\ back\ in\ (?P<register>content/registers/[a-z]+\.yml)
    |(?:[Ww]rite\ in\ (?P<where>{_MD}):\ |[Ww]rite\ in\ it\ )`?aliases:\ \[(?P<aliases>[^]]*)\]
    |[Ww]rite\ in\ (?P<list>content/registers/[a-z]+\.yml),\ under\ `(?P<under>[a-z0-9-]+)`:
        \ aliases:\ \[(?P<names>[^]]*)\]
    |`status:\ withdrawn`\ and\ `(?P<gone>withdrawn:\ {{[^}}]*}})`
    |withdraw\ the\ file\ that\ you\ put\ back\ with\ `replaced_by:\ (?P<by>[a-z0-9-]+)`
    |add\ `replaced_by:\ (?P<instead>[a-z0-9-]+)`
    |`changes:\ \[(?P<change>{{[^}}]*}})\]`
    |call\ (?P<file>{_MD})\ by\ its\ own\ name\ again,\ (?P<name>{_MD})
    |call\ `(?P<slug>[a-z0-9-]+)`\ by\ its\ own\ slug\ again,\ `(?P<own>[a-z0-9-]+)`
    |give\ (?P<other>this\ file|{_MD})\ another\ name
    |take\ `(?P<alias>[a-z0-9-]+)`\ out\ of\ the\ `aliases`\ of\ (?P<holder>{_MD})
    |put\ `(?P<id>id:\ [a-z0-9-]+)`\ in\ the\ place\ of\ `(?P<new_id>id:\ [a-z0-9-]+)`
    |(?P<take_out>[Tt]ake\ the\ alias\ out)
    |put\ (?P<day>\d{{4}}-(?:\d\d-\d\d|Q\d))\ back""",
    re.X,
)


@dataclass
class Follower:
    """Follows advice on a site, with what its files were before, as git would have them."""

    site: SiteFolder
    before: Mapping[str, bytes]
    prefer: str = ""
    """Of several ways, the one that has these words; else the first."""
    renamed: dict[str, str] = field(default_factory=dict)
    count: int = 0

    def errors(self) -> list[Problem]:
        problems = check(self.site.content(), Viewer())
        return [one for one in problems if one.level == "error"]

    def follow(self) -> None:
        """Fix what is certain, then do what is said, until there is nothing to say."""
        for proposal in fixes(self.site.settings()):
            proposal.write()
        for _ in range(5):
            problems = self.errors()
            for fix, path in dict.fromkeys((one.fix, one.path) for one in problems):
                self._do(self._way(fix), path)
            self._rename_all()
            if not problems:
                return
        raise AssertionError([(one.what, one.fix) for one in self.errors()])

    def _way(self, fix: str) -> str:
        if self.prefer == "all":
            return fix
        if "take it down" not in self.prefer:
            fix = fix.partition("; to take it down")[0]
        ways = [one for one in re.split(r"(?=\bIf )|(?=\bOr, if )", fix) if _STEPS.search(one)]
        preferred = (one for one in ways if self.prefer and self.prefer in one)
        assert ways, f"Nothing to do in: {fix}"
        return next(preferred, ways[0])

    def _do(self, way: str, path: str) -> None:
        steps = [*_STEPS.finditer(way)]
        assert steps, f"Nothing to do in: {way}"
        for step in steps:
            done = {name: value for name, value in step.groupdict().items() if value}
            path = self._step(done, path) or path

    def _step(self, step: Mapping[str, str], path: str) -> str | None:  # noqa: C901, PLR0912
        match step:
            case {"named": named}:
                return named
            case {"back": back}:
                self.site.write(back, self.before[back])
                return back
            case {"entry": _, "register": register}:
                self.site.write(register, self.before[register])
            case {"where": where, "aliases": names}:
                self._set(where, "aliases", f"[{names}]")
                return where
            case {"aliases": names}:
                self._set(path, "aliases", f"[{names}]")
            case {"list": register, "under": slug, "names": names}:
                text = (self.site.root / register).read_text("utf-8")
                entry = re.search(rf"^{slug}: {{(aliases: \[[^]]*\], )?", text, re.M)
                assert entry
                self.site.write(register, text.replace(entry[0], f"{slug}: {{aliases: [{names}], "))
            case {"gone": gone}:
                said = gone.replace("the day", "2025-08-01").replace("the reason", "A reason.")
                self._set(path, "status", "withdrawn")
                self._set(path, "withdrawn", said.partition(": ")[2])
            case {"by": by}:
                self._set(path, "status", "withdrawn")
                gone = f"{{on: 2025-08-01, reason: A reason., replaced_by: {by}}}"
                self._set(path, "withdrawn", gone)
            case {"instead": instead}:
                self.site.edit(
                    path, "reason: A reason.", f"reason: A reason., replaced_by: {instead}"
                )
            case {"change": change}:
                self.count += 1
                said = change.replace("the day", f"2025-08-0{self.count}")
                self._set(path, "changes", f"[{said.replace('what is new', f'New {self.count}.')}]")
            case {"file": old, "name": new}:
                self.renamed[old] = new
            case {"slug": old, "own": new}:
                self.renamed[old] = new
            case {"other": other}:
                old = path if other == "this file" else other
                new = old.replace(".md", "-of-its-own.md")
                (self.site.root / old).rename(self.site.root / new)
            case {"alias": alias, "holder": holder}:
                text = (self.site.root / holder).read_text("utf-8")
                self.site.write(holder, re.sub(rf", {alias}\b|\b{alias}, ", "", text, count=1))
            case {"id": first, "new_id": second}:
                for file in (self.site.root / "content").rglob("*.md"):
                    slug, own = second.partition(" ")[2], first.partition(" ")[2]
                    written = file.read_text("utf-8")
                    file.write_text(re.sub(rf"\b{slug}\b", own, written), "utf-8")
            case {"take_out": _}:
                text = (self.site.root / path).read_text("utf-8")
                self.site.write(path, re.sub(r"^aliases: .*\n", "", text, count=1, flags=re.M))
            case {"day": day}:
                name = "quarter" if "Q" in day else "named_on" if "barriers" in path else "date"
                self._set(path, name, day)
        return None

    def _set(self, path: str, name: str, value: str) -> None:
        """Write a field into front matter, in the place of what it says already."""
        text = (self.site.root / path).read_text("utf-8")
        text = re.sub(rf"^{name}: .*\n", "", text, count=1, flags=re.M)
        self.site.write(path, text.replace("---\n", f"---\n{name}: {value}\n", 1))

    def _rename_all(self) -> None:
        """Give names back at one time, so that two can be exchanged."""
        files = {old: new for old, new in self.renamed.items() if old.endswith(".md")}
        texts = {new: (self.site.root / old).read_bytes() for old, new in files.items()}
        for old in files.keys() - files.values():
            (self.site.root / old).unlink()
        for new, data in texts.items():
            self.site.write(new, data)
        slugs = {old: new for old, new in self.renamed.items() if not old.endswith(".md")}
        places = self.site.root / "content/registers/places.yml"
        text = re.sub(
            r"^([a-z0-9-]+):",
            lambda found: f"{slugs.get(found[1], found[1])}:",
            places.read_text("utf-8"),
            flags=re.M,
        )
        places.write_text(text, "utf-8")
        self.renamed = {}


def told(site: SiteFolder) -> Mapping[str, str]:
    """Return the title of everything that feeds tell, by its id, from a site about to be built.

    Its feeds alone are composed, once the check has nothing against it.
    """
    settings, content = site.settings(), site.content()
    assert not errors_in(check(content, Viewer()))
    theme = read_theme(settings.theme, settings.language)
    outputs = feeds(Frame(relate(content, Viewer()), settings, theme))
    return dict(_titles(one.inputs for one in outputs if isinstance(one.inputs, Feed)))


def _titles(feeds: Iterable[Feed]) -> Iterator[tuple[str, str]]:
    for feed in feeds:
        for item in feed.items:
            yield item.id, item.title
