"""`missions announce`: which feeds changed since last time, and a hub told of them.

The only command that can reach out of the machine, and only when it is told to with `--send`. It
reads the built site and nothing else, so a deploy job can run it on a fresh clone.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

import click

from site_builder.compose.feeds.following.calendars import CALENDAR
from site_builder.compose.feeds.following.digests import DIGESTS
from site_builder.compose.frame.feed_names import FORMATS
from site_builder.doors.outcome.exit_status import stopped
from site_builder.doors.settings_option import settings_option
from site_builder.publish.keys import digest
from site_builder.publish.place.lock import one_at_a_time
from site_builder.publish.refused import AnotherBuild
from site_builder.read.whole_file import write_whole
from site_builder.settings import Settings, read_settings

_FEEDS = frozenset(f"feed.{ending}" for ending in FORMATS)
_PATIENCE = 20
"""Seconds to wait for a hub."""


class Unreachable(Exception):
    """A hub that can not be asked anything; carries why."""


def announced_in(folder: Path) -> dict[str, str]:
    """Return the digest of each feed, calendar and letter of a site, by its address."""
    names = (*sorted(_FEEDS), CALENDAR)
    files = [path for name in names for path in folder.rglob(name)]
    files += [path for path in (folder / DIGESTS).rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): digest(path.read_bytes()) for path in files}


def announced_before(since: Path) -> dict[str, str]:
    """Return the same of a site that was published, or of a list that was saved.

    Raises FileNotFoundError when there is neither, and ValueError for a file that is no such list.
    """
    if since.is_dir():
        return announced_in(since)
    found = json.loads(since.read_text("utf-8"))
    if not isinstance(found, dict) or not all(isinstance(one, str) for one in found.values()):
        raise ValueError("not a mapping of addresses to digests")
    return found


def changed_since(now: Mapping[str, str], before: Mapping[str, str]) -> tuple[str, ...]:
    """Return the addresses whose bytes are new or not what they were, in order."""
    return tuple(sorted(address for address, data in now.items() if before.get(address) != data))


def tell(hub: str, topic: str) -> str | None:
    """Tell a WebSub hub that a feed has news; return what it said when it refused.

    Raises Unreachable when the hub gives no answer at all.
    """
    data = urlencode({"hub.mode": "publish", "hub.url": topic}).encode()
    request = Request(hub, data, {"User-Agent": "missions"})  # noqa: S310 - checked by _usable
    try:
        with build_opener(_Stay).open(request, timeout=_PATIENCE):
            return None
    except HTTPError as error:
        with error:
            return f"{error.code} {error.reason}"
    except (OSError, HTTPException, ValueError) as error:
        raise Unreachable(str(getattr(error, "reason", error)) or type(error).__name__) from None


class _Stay(HTTPRedirectHandler):
    """Follows no redirect: what is posted would arrive as a question without words."""

    def redirect_request(self, *_: Any) -> None:
        return None


def tell_all(hub: str, root: str, addresses: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Tell a hub of each feed; yield the address and the reason of each that failed."""
    for number, address in enumerate(addresses):
        try:
            refusal = tell(hub, root + address)
        except Unreachable as error:
            # A hub that does not answer is not asked again for each of hundreds of feeds.
            yield from ((one, f"no answer: {error}") for one in addresses[number:])
            return
        if refusal:
            yield address, f"it answered {refusal}"


@click.command("announce")
@settings_option
@click.option("--site-dir", type=click.Path(path_type=Path), help="The folder of the built site.")
@click.option(
    "--since",
    type=click.Path(path_type=Path),
    help="The folder of the site as it was last announced, or a list written with --save.",
)
@click.option("--save", type=click.Path(path_type=Path), help="A file to keep for next time.")
@click.option("--hub", help="The WebSub hub to tell; if left out, `hub` of the settings.")
@click.option("--send", is_flag=True, help="Tell the hub. Without it nothing leaves the machine.")
def command(  # noqa: PLR0913 - each is an option
    *,
    settings: Path,
    site_dir: Path | None,
    since: Path | None,
    save: Path | None,
    hub: str | None,
    send: bool,
) -> None:
    """Print the address of each feed, calendar and digest that changed; tell a hub with --send."""
    chosen = read_settings(settings)
    hub = _usable(hub or chosen.hub, needed=send)
    root, folder = _root(chosen), (site_dir or chosen.target).resolve()
    now = _site_in(folder)
    if not now:
        raise click.ClickException(f"{folder}: there is no site with feeds here. Build it first.")
    before = _before(since) if since else {}
    changed = changed_since(now, before)
    for address in changed:
        click.echo(root + address)
    feeds = [one for one in changed if one.rpartition("/")[2] in _FEEDS]
    failed = _sent(hub, root, feeds) if hub and send else ()
    if save:
        _save(save, {**now, **dict.fromkeys(failed, "")})
    if failed:
        raise SystemExit(1)


def _site_in(folder: Path) -> Mapping[str, str]:
    """Return what a site has to announce, read while no build changes it."""
    if not (folder / "index.html").is_file():
        return {}
    try:
        with one_at_a_time(folder):
            return announced_in(folder)
    except AnotherBuild as error:
        raise stopped(error) from None


def _root(settings: Settings) -> str:
    if not settings.site_root:
        message = "`site_url` is not set, so the site has no feeds and nothing to announce."
        raise click.ClickException(message)
    return settings.site_root


def _usable(hub: str | None, *, needed: bool) -> str | None:
    """Return a hub that can be told; only one on this machine may do without https."""
    if not hub:
        if needed:
            message = "There is no hub to tell. Add `hub:` to the settings, or give one with --hub."
            raise click.ClickException(message)
        return None
    parts = urlsplit(hub)
    is_here = parts.scheme == "http" and parts.hostname in ("localhost", "127.0.0.1", "::1")
    if not parts.hostname or not (parts.scheme == "https" or is_here):
        message = f"The hub “{hub}” is not a whole address that starts with https://."
        raise click.ClickException(message)
    return hub


def _before(since: Path) -> Mapping[str, str]:
    try:
        return announced_before(since)
    except FileNotFoundError:
        click.echo(f"{since} is not there, so everything counts as changed.", err=True)
        return {}
    except (OSError, ValueError):
        message = f"{since} is not a list that `missions announce --save` wrote."
        raise click.ClickException(f"{message} Delete it to start again.") from None


def _sent(hub: str, root: str, feeds: Sequence[str]) -> tuple[str, ...]:
    """Tell a hub, say how it went, and return the addresses of which it does not know."""
    failed = dict(tell_all(hub, root, feeds))
    for address, reason in failed.items():
        click.echo(f"{hub} was not told of {root}{address}: {reason}.", err=True)
    told = len(feeds) - len(failed)
    click.echo(f"Told {hub} of {told} {'feed' if told == 1 else 'feeds'}.", err=True)
    return tuple(failed)


def _save(path: Path, announced: Mapping[str, str]) -> None:
    """Write the list for next time; a feed that a hub was not told of will count as changed."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(announced, indent=0, sort_keys=True) + "\n"
        write_whole(path.resolve(), text.encode())
    except OSError as error:
        raise click.ClickException(f"{path}: the list can not be written. {error}") from None
