"""The ready files for services that take a site from a repository and serve it in their own way."""

import json
from collections.abc import Iterator

from site_builder.compose.hosts.hosted_site import HostedSite, about_redirects, opening


def github_pages(site: HostedSite) -> Iterator[str]:
    """Yield a workflow that builds the site and hands it to GitHub Pages."""
    yield from opening(
        site,
        "github-pages",
        "GitHub Pages, as .github/workflows/publish.yml,",
        "Under Settings, Pages, choose “GitHub Actions” as the source. A domain of your own is set "
        "there as well. `mkdocs gh-deploy` is the other way, from your own machine.",
        "What this host can not do: it sends no header of ours, keeps everything in caches for ten "
        "minutes, chooses types itself (feed.xml goes out as application/xml), and has no "
        "redirects: the pages at old addresses lead on. It finds 404.html by itself.",
    )
    yield from _GITHUB.replace(_INSTALL, _install(site)).splitlines()


def gitlab_pages(site: HostedSite) -> Iterator[str]:
    """Yield a job that builds the site and hands it to GitLab Pages."""
    yield from opening(
        site,
        "gitlab-pages",
        "GitLab Pages, as .gitlab-ci.yml,",
        "What this host can not do: it does not read `_headers`, so it sends no header of ours and "
        "chooses types and caches itself. It reads `_redirects`, but a page at the old address "
        "comes first, and leads on. It finds 404.html by itself, and with `precompressed: true` in "
        "the settings it sends the packed files.",
    )
    yield from _GITLAB.replace(_INSTALL, _install(site)).splitlines()


def netlify(site: HostedSite) -> Iterator[str]:
    """Yield what Netlify builds and serves, with the redirects that `_redirects` can not force."""
    yield from opening(
        site,
        "netlify",
        "Netlify, as netlify.toml,",
        "Types, caches and headers of safety are in the file `_headers` of the site itself. "
        "Netlify finds 404.html by itself, and packs by itself.",
        "What this host can not do: it follows a line of `_redirects` only where there is no page, "
        "and there is one at each old address. So the redirects stand here, with force.",
        about_redirects(site),
    )
    yield from ("[build]", f"  command = {json.dumps(_build(site))}", '  publish = "site"')
    for old, new in site.redirects:
        yield from ("", "[[redirects]]", f'  from = "{old}"', f'  to = "{new}"')
        yield from ("  status = 301", "  force = true")


def cloudflare_pages(site: HostedSite) -> Iterator[str]:
    """Yield where Cloudflare Pages finds the site."""
    yield from opening(
        site,
        "cloudflare-pages",
        "Cloudflare Pages, as wrangler.toml,",
        "Types, caches, headers of safety and redirects are in the files `_headers` and "
        "`_redirects` of the site itself. Cloudflare finds 404.html and packs by itself. "
        "Set this as the build command:",
        f"    {_build(site)}",
        "What this host can not do: more than 20,000 files, so leave `precompressed` out of the "
        "settings, and more than 2,000 redirects: the pages at the other old addresses lead on.",
    )
    yield f"name = {json.dumps((site.name or 'missions').replace('.', '-'))}"
    yield 'pages_build_output_dir = "site"'


def container(site: HostedSite) -> Iterator[str]:
    """Yield how a container with nginx and the site in it is made."""
    yield from opening(
        site,
        "container",
        "A container, as Containerfile,",
        "The site is in it, so it needs no volume, and a new site is a new container. It speaks "
        f"plain HTTP on port {CONTAINER_PORT}; put it behind what has the certificate. Make it and "
        "run it so, or with docker in the place of podman:",
        f"    missions build && {CONTAINER_SITE}",
        "    podman build --tag missions --file Containerfile .",
        f"    podman run --publish {CONTAINER_PORT}:{CONTAINER_PORT} missions",
        "What this host can not do: nothing that nginx can.",
    )
    yield "FROM debian:stable-slim"
    yield "RUN apt-get update \\"
    yield "    && apt-get install --yes --no-install-recommends nginx-light \\"
    yield "    && rm -rf /var/lib/apt/lists/* /etc/nginx/sites-enabled/default"
    yield "COPY site.conf /etc/nginx/conf.d/missions.conf"
    yield f"COPY site {HostedSite(None, site.base, CONTAINER_FOLDER).files}"
    yield f"EXPOSE {CONTAINER_PORT}"
    yield 'CMD ["nginx", "-g", "daemon off;"]'


CONTAINER_FOLDER = "/var/www/missions"
CONTAINER_PORT = 8080
CONTAINER_SITE = f"missions host nginx --port {CONTAINER_PORT} > site.conf"
_INSTALL = "pip install mission-stories"


def _install(site: HostedSite) -> str:
    return f"pip install {site.install}"


def _build(site: HostedSite) -> str:
    return f"{_install(site)} && missions build"


_GITHUB = """\
name: Publish
on:
  push:
    branches: [main]
permissions:
  contents: read
  pages: write
  id-token: write
concurrency: pages
jobs:
  publish:
    runs-on: ubuntu-latest
    environment:
      name: github-pages
      url: ${{ steps.deployment.outputs.page_url }}
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - uses: actions/cache@v4
        with:
          path: .cache
          key: missions-${{ github.sha }}
          restore-keys: missions-
      - run: pip install mission-stories
      - run: missions build
      - uses: actions/upload-pages-artifact@v3
        with:
          path: site
      - id: deployment
        uses: actions/deploy-pages@v4"""
_GITLAB = """\
pages:
  image: python:3.12-slim
  script:
    - pip install mission-stories
    - missions build --site-dir public
  cache:
    paths: [.cache]
  artifacts:
    paths: [public]
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"""
