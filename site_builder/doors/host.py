"""`missions host`: the file that a host needs, made from the one table; and the handbook's page.

The site itself is not built here. What was renamed is read from the `_redirects` of the built one.
"""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import click

from site_builder.compose.hosts.headers import RULES, TYPE
from site_builder.compose.hosts.hosted_site import HostedSite
from site_builder.compose.hosts.ready_files import HOSTS, ready_file
from site_builder.doors.settings_option import settings_option
from site_builder.settings import Settings, read_settings

ROOT = "/var/www/missions"
PORT = 80
NEEDED = "requirements.txt"
"""Where a record that `missions init` began says what builds it."""

_PAGE = """\
# Files for hosts

Each host has its own way to be told of types, caches, headers of safety and redirects.
`missions host` prints what yours needs, made from one table and from your settings:

```shell
missions host nginx > site.conf
```

Every file says at its head where it goes, and what the host can not do.
With `precompressed: true` under the plugin `missions`, each file of text has a `.gz` and a `.br` \
beside it, and the files for nginx, Apache and Caddy send those.
It is for hosts that you run yourself: nginx, Apache and Caddy also pack while they answer, only \
less tightly and again each time, and the other hosts pack by themselves.

## The table

Headers for everything are sent with the page for what is missing as well.
A file of which no line says how long it may be kept is kept for five minutes.
"""


def hosted_site(settings: Settings, root: str = ROOT, port: int = PORT) -> HostedSite:
    """Return a site as its host sees it. Raises OSError when its `_redirects` can not be read."""
    is_built, listed = settings.target.is_dir(), settings.target / "_redirects"
    lines = listed.read_text("utf-8").splitlines() if listed.is_file() else ()
    return HostedSite(
        name=urlsplit(settings.site_url or "").hostname,
        base=settings.base_path,
        folder=root.rstrip("/"),
        port=port,
        redirects=tuple((old, new) for old, new, _status in map(str.split, lines)),
        is_built=is_built,
        is_packed=settings.precompressed,
        install=f"-r {NEEDED}" if (settings.root / NEEDED).is_file() else HostedSite.install,
    )


@click.command("host")
@click.argument("name", metavar="[HOST]", required=False)
@settings_option
@click.option(
    "--root",
    default=ROOT,
    show_default=True,
    help="The folder that the host serves, for a host that you run yourself.",
)
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=PORT,
    show_default=True,
    help="The port that it listens on.",
)
def command(*, name: str | None, settings: Path, root: str, port: int) -> None:
    """Print the file that a host needs: types, caches, headers and redirects. Alone, list hosts."""
    if name is None:
        for known, host in HOSTS.items():
            click.echo(f"{known:<18}{host.title}, as {host.file}")
        return
    if name not in HOSTS:
        what = f"“{name}” is not a host that there is a file for."
        raise click.ClickException(f"{what} The hosts are: {', '.join(HOSTS)}.")
    click.echo(ready_file(name, hosted_site(read_settings(settings), root, port)), nl=False)


def handbook_page() -> str:
    """Return the handbook's page of every host's file, for a site that is an example."""
    example = HostedSite(
        "missions.example.org",
        redirects=(("/case-studies/old-name/", "/case-studies/new-name/"),),
    )
    return "\n".join((_PAGE, *_table(), "", *_files(example)))


def _table() -> Iterator[str]:
    yield "| For | Files | Headers |"
    yield "| --- | --- | --- |"
    for rule in RULES:
        names = sorted(rule.headers, key=lambda name: name != TYPE)
        said = "<br>".join(f"`{name}: {rule.headers[name]}`" for name in names)
        yield f"| {rule.what} | `{rule.pattern}` | {said} |"


def _files(site: HostedSite) -> Iterator[str]:
    for name, host in HOSTS.items():
        yield f"## {host.title}\n"
        yield f"`missions host {name} > {host.file}`\n"
        yield f"````{host.language}\n{ready_file(name, site)}````\n"
