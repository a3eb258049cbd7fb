"""The ready file for Apache: a virtual host whose inner part may stand in `.htaccess` instead."""

from collections.abc import Iterator

from site_builder.compose.hosts.headers import (
    EVERYWHERE,
    PACKED,
    REST,
    RULES,
    TYPE,
    TYPES,
    Rule,
    expression,
)
from site_builder.compose.hosts.hosted_site import HostedSite, about_redirects, opening

_HTTP = 80


def apache(site: HostedSite) -> Iterator[str]:
    """Yield the lines of a site for Apache 2.4."""
    modules = "alias, deflate, dir, filter, headers, mime"
    yield from opening(
        site,
        "apache",
        "Apache 2.4",
        f"Copy the files of the site to {site.files}, and this file to where Apache looks for "
        "sites, such as /etc/apache2/sites-available/missions.conf. It needs these modules: "
        f"{modules}{', rewrite' if site.is_packed else ''}.",
        "Where you may write no more than a file .htaccess, take what stands inside <Directory> "
        "from `Options` on; the redirects can go there as well.",
        about_redirects(site),
        "It speaks plain HTTP: let certbot add the certificate, or put it behind what has one.",
    )
    if site.port != _HTTP:
        yield f"Listen {site.port}"
    yield f"<VirtualHost *:{site.port}>"
    yield from (f"    {line}" if line else "" for line in _host(site))
    yield "</VirtualHost>"


def _host(site: HostedSite) -> Iterator[str]:
    if site.name:
        yield f"ServerName {site.name}"
    yield f'DocumentRoot "{site.folder}"'
    for old, new in site.redirects:
        yield f'RedirectMatch 301 "{expression("", old)}" "{new}"'
    yield f'<Directory "{site.folder}">'
    yield from (f"    {line}" if line else "" for line in _folder(site))
    yield "</Directory>"


def _folder(site: HostedSite) -> Iterator[str]:
    yield "Require all granted"
    yield "AllowOverride None"
    yield "Options FollowSymLinks"
    yield "DirectoryIndex index.html"
    yield f"ErrorDocument 404 {site.missing}"
    yield "# A folder without a page is not there."
    yield f"ErrorDocument 403 {site.missing}"
    yield ""
    for ending, value in TYPES.items():
        media_type, _, charset = value.partition("; charset=")
        yield f"AddType {media_type} {ending}"
        if charset:
            yield f"AddCharset {charset} {ending}"
    yield from _packed() if site.is_packed else _packing()
    yield ""
    for name, value in EVERYWHERE.items():
        yield f'Header always set {name} "{value}"'
    for name, value in REST.items():
        yield f'Header set {name} "{value}"'
    for rule in RULES:
        if rule.pattern != "*":
            yield from _rule(site, rule)


def _rule(site: HostedSite, rule: Rule) -> Iterator[str]:
    where = expression(rule.pattern, site.base)
    if site.is_packed:
        where = where.removesuffix("$") + r"(\.br|\.gz)?$"
    yield f'<If "%{{REQUEST_URI}} =~ m#{where}#">'
    for name, value in rule.headers.items():
        yield f'    ForceType "{value}"' if name == TYPE else f'    Header set {name} "{value}"'
    yield "</If>"


def _packing() -> Iterator[str]:
    endings = "|".join(sorted(ending.removeprefix(".") for ending in PACKED))
    yield f'<FilesMatch "\\.({endings})$">'
    yield "    SetOutputFilter DEFLATE"
    yield "</FilesMatch>"


def _packed() -> Iterator[str]:
    """Yield how the file beside is sent to those who take it, with the type of the one asked for.

    Apache takes .br for the Breton language and .gz for a type, unless it is told otherwise.
    """
    yield "RemoveLanguage .br"
    yield "RemoveType .br .gz"
    yield "AddEncoding br .br"
    yield "AddEncoding gzip .gz"
    yield "Header merge Vary Accept-Encoding"
    yield "RewriteEngine On"
    for taken, ending in (("br", "br"), ("gzip", "gz")):
        yield rf'RewriteCond %{{HTTP:Accept-Encoding}} "\b{taken}\b"'
        yield f"RewriteCond %{{REQUEST_FILENAME}}.{ending} -f"
        yield f'RewriteRule "^" "%{{REQUEST_URI}}.{ending}" [L]'
