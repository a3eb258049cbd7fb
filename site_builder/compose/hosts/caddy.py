"""The ready file for Caddy, which gets the certificate of a site by itself."""

from collections.abc import Iterator, Mapping

from site_builder.compose.hosts.headers import EVERYWHERE, REST, RULES, TYPE, TYPES, expression
from site_builder.compose.hosts.hosted_site import HostedSite, about_redirects, opening

_HTTP = 80


def caddy(site: HostedSite) -> Iterator[str]:
    """Yield the lines of a site for Caddy 2."""
    yield from opening(
        site,
        "caddy",
        "Caddy 2",
        f"Copy the files of the site to {site.files}, and this file to /etc/caddy/Caddyfile.",
        "Caddy gets the certificate by itself, unless it is given a port of its own.",
        about_redirects(site),
    )
    yield f"{_address(site)} {{"
    yield from (f"\t{line}" if line else "" for line in _site(site))
    yield "}"


def _address(site: HostedSite) -> str:
    return site.name if site.name and site.port == _HTTP else f"http://:{site.port}"


def _site(site: HostedSite) -> Iterator[str]:
    yield f"root * {site.folder}"
    yield "encode zstd gzip"
    yield "# In a route each line is done after the one above it, and the last one holds."
    yield "route {"
    yield from (f"\t{line}" for line in _headers(site))
    yield "}"
    for old, new in site.redirects:
        yield f"redir {old} {new} 301"
    yield from (
        ("file_server {", "\tprecompressed br gzip", "}") if site.is_packed else ("file_server",)
    )
    yield "handle_errors {"
    yield "\t@missing expression {http.error.status_code} == 404"
    yield f"\trewrite @missing {site.missing}"
    yield from (f"\theader {line}" for line in _set({**EVERYWHERE, **REST, TYPE: TYPES[".html"]}))
    yield "\theader -Access-Control-Allow-Origin"
    yield "\tfile_server @missing"
    yield "}"


def _headers(site: HostedSite) -> Iterator[str]:
    """Yield what is said of each file; what is for some files alone comes after what is for all."""
    yield from (f"header {line}" for line in _set(REST))
    patterns = [(f"*{ending}", {TYPE: value}) for ending, value in TYPES.items()]
    patterns += [(rule.pattern, dict(rule.headers)) for rule in RULES]
    for number, (pattern, headers) in enumerate(patterns, 1):
        yield f"@rule{number} path_regexp {expression(pattern, site.base)}"
        yield from (f"header @rule{number} {line}" for line in _set(headers))


def _set(headers: Mapping[str, str]) -> Iterator[str]:
    yield from (f'{name} "{value}"' for name, value in headers.items())
