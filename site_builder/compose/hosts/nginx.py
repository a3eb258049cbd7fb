"""The ready file for nginx, one to include where it is told of its sites."""

import re
from collections.abc import Iterator

from site_builder.compose.hosts.headers import (
    EVERYWHERE,
    PACKED,
    REST,
    expression,
    headers_of,
    rules_of,
    some_have,
    typed_rules,
)
from site_builder.compose.hosts.hosted_site import HostedSite, about_redirects, opening


def nginx(site: HostedSite) -> Iterator[str]:
    """Yield the lines of a site for nginx."""
    yield from opening(
        site,
        "nginx",
        "nginx",
        f"Copy the files of the site to {site.files}, and this file to where nginx looks for "
        "sites, such as /etc/nginx/conf.d/missions.conf; then run `nginx -t`, and reload it.",
        about_redirects(site),
        "It speaks plain HTTP: let certbot add the certificate, or put it behind what has one.",
    )
    for name in some_have():
        yield from _map(site, name)
    yield "server {"
    yield from (f"    {line}" if line else "" for line in _server(site))
    yield "}"


def _map(site: HostedSite, header: str) -> Iterator[str]:
    """Yield a variable that holds a header's value for the path that is asked for.

    Headers that are added inside a location would take away those of the server; a variable that
    is empty adds none.
    """
    yield f"map $uri {_variable(site, header)} {{"
    yield f'    default "{REST.get(header, "")}";'
    for pattern, value in rules_of(header):
        yield f'    "~{expression(pattern, site.base)}" "{value}";'
    yield "}"


def _variable(site: HostedSite, header: str) -> str:
    return "$" + re.sub(r"\W+", "_", f"{site.name or 'missions'} {header}").lower()


def _server(site: HostedSite) -> Iterator[str]:
    yield f"listen {site.port};"
    yield f"server_name {site.name or '_'};"
    yield f"root {site.folder};"
    yield "index index.html;"
    yield "server_tokens off;"
    yield "# A whole address here would say http where something in front speaks https."
    yield "absolute_redirect off;"
    yield f"error_page 404 {site.missing};"
    yield "# A folder without a page is not there."
    yield f"error_page 403 =404 {site.missing};"
    yield from _text(site)
    yield ""
    for name, value in EVERYWHERE.items():
        yield f'add_header {name} "{value}" always;'
    for name in some_have():
        yield f"add_header {name} {_variable(site, name)};"
    yield ""
    for pattern, value in typed_rules():
        media_type = value.partition(";")[0]
        where = expression(pattern, site.base)
        yield f'location ~ "{where}" {{ types {{ }} default_type {media_type}; }}'
    for old, new in site.redirects:
        yield f"location = {old} {{ return 301 {new}; }}"


def _text(site: HostedSite) -> Iterator[str]:
    """Yield what is said of text: its characters, and how it is packed."""
    values = dict.fromkeys(value for _pattern, value in typed_rules())
    named = [value.partition(";")[0] for value in values if "charset=utf-8" in value]
    yield "charset utf-8;"
    # nginx always takes text/html for text, and warns when it is named.
    yield f"charset_types {' '.join(one for one in named if one != 'text/html')};"
    packed = dict.fromkeys(
        headers_of(f"{stem}{ending}")["Content-Type"].partition(";")[0]
        for stem in ("any", "feed")
        for ending in sorted(PACKED)
    )
    yield "gzip on;"
    yield "gzip_vary on;"
    yield f"gzip_types {' '.join(one for one in packed if one != 'text/html')};"
    if site.is_packed:
        yield "gzip_static on;"
        yield "# brotli_static on;  # with the module of that name, in a package of its own"
