"""Every host that there is a ready file for."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from site_builder.compose.hosts.apache import apache
from site_builder.compose.hosts.caddy import caddy
from site_builder.compose.hosts.hosted_site import HostedSite
from site_builder.compose.hosts.nginx import nginx
from site_builder.compose.hosts.publishing_services import (
    cloudflare_pages,
    container,
    github_pages,
    gitlab_pages,
    netlify,
)
from site_builder.compose.hosts.s3 import s3


@dataclass(frozen=True)
class Host:
    """A host, and how its file is made."""

    title: str
    file: str
    """What the file is called."""
    language: str
    """What it is written in, as Markdown names it."""
    write: Callable[[HostedSite], Iterator[str]]


HOSTS: Mapping[str, Host] = {
    "nginx": Host("nginx", "site.conf", "nginx", nginx),
    "apache": Host("Apache", "site.conf", "apache", apache),
    "caddy": Host("Caddy", "Caddyfile", "text", caddy),
    "github-pages": Host("GitHub Pages", "publish.yml", "yaml", github_pages),
    "gitlab-pages": Host("GitLab Pages", ".gitlab-ci.yml", "yaml", gitlab_pages),
    "netlify": Host("Netlify", "netlify.toml", "toml", netlify),
    "cloudflare-pages": Host("Cloudflare Pages", "wrangler.toml", "toml", cloudflare_pages),
    "s3": Host("S3 with CloudFront", "s3.md", "markdown", s3),
    "container": Host("A container", "Containerfile", "dockerfile", container),
}


def ready_file(name: str, site: HostedSite) -> str:
    """Return the text of a host's file for a site."""
    return "\n".join(HOSTS[name].write(site)) + "\n"
