"""The ready file for S3 with CloudFront: what to upload as what, and two functions to paste.

S3 keeps a type and a cache with each file, and nothing else; so what the table says of paths is
said by CloudFront, in a function.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase as fnmatch

from site_builder.compose.hosts.headers import (
    CACHE,
    REST,
    RULES,
    TYPE,
    TYPES,
    expression,
    rules_of,
    typed_rules,
)
from site_builder.compose.hosts.hosted_site import NOT_BUILT, HostedSite

_LARGEST = 9000
"""How many characters of redirects a function has room for; it may have 10,240 bytes in all."""

_OPENING = """\
# S3 with CloudFront

Made by `missions host s3` from its table of types, caches and headers of safety.
Put the name of your bucket in the place of BUCKET.

What this host can not do: S3 packs nothing, so let CloudFront do it (“Compress objects”), and leave
`precompressed` out of the settings. An answer of 400 and above passes by the second function, so
the page for what is missing has no headers of safety but for those of a response headers policy.

## Upload

Run these one after the other. What pages point to comes first, and what is no more goes last."""

_PAGES = """\
## Find the page

Paste this as a function (runtime 2.0) for the event “viewer request”. It finds the page of an
address, and leads on from the old address of what was renamed."""

_HEADERS = """\
## Say the headers

Paste this as a function (runtime 2.0) for the event “viewer response”."""

_MISSING = """\
## The page for what is missing

Make a custom error response for 403 and one for 404: the page `{missing}`, the code 404, and 60
seconds. A bucket that may not be listed says 403 for what is not there."""

_FIND = """\
var REDIRECTS = {redirects};
function handler(event) {{
  var request = event.request;
  var uri = request.uri;
  var name = uri.slice(uri.lastIndexOf("/") + 1);
  var to = REDIRECTS[uri];
  if (!to && name && !name.includes(".")) {{
    to = uri + "/";
  }}
  if (to) {{
    return {{
      statusCode: 301, statusDescription: "Moved Permanently", headers: {{location: {{value: to}}}}
    }};
  }}
  if (!name) {{
    request.uri = uri + "index.html";
  }}
  return request;
}}"""

_SAY = """\
var RULES = {rules};
function handler(event) {{
  var response = event.response;
  RULES.forEach(function (rule) {{
    if (new RegExp(rule[0]).test(event.request.uri)) {{
      Object.keys(rule[1]).forEach(function (name) {{
        response.headers[name] = {{value: rule[1][name]}};
      }});
    }}
  }});
  return response;
}}"""


def s3(site: HostedSite) -> Iterator[str]:
    """Yield the lines of a description for S3 with CloudFront."""
    yield _OPENING
    yield from _code("sh", "\n".join(_commands(site)))
    yield _PAGES
    yield from _about(site)
    yield from _code("js", _FIND.format(redirects=_indented(_redirects(site))))
    yield _HEADERS
    yield from _code("js", _SAY.format(rules=_indented(_rules(site))))
    yield _MISSING.format(missing=site.missing)


def _code(language: str, text: str) -> Iterator[str]:
    yield from ("", f"```{language}", text, "```", "")


def _indented(value: object) -> str:
    return json.dumps(value, indent=2)


def _commands(site: HostedSite) -> Iterator[str]:
    """Yield a command for each type and cache, and one that removes what is no more."""
    bucket = f"s3://BUCKET{site.base}".rstrip("/")
    for upload in (*_kept(), *_asked_anew(), *_live()):
        yield f"aws s3 sync site {bucket} {upload.options}"
    yield f"aws s3 sync site {bucket} --delete"


@dataclass(frozen=True)
class _Upload:
    """Files that are uploaded together; no file is in two of them."""

    chosen: tuple[str, ...]
    left_out: tuple[str, ...]
    cache: str
    media_type: str | None

    @property
    def options(self) -> str:
        # Of two filters that fit, the later one holds.
        filters = ['--exclude "*"', *(f'--include "{one}"' for one in self.chosen)]
        filters += [f'--exclude "{one}"' for one in self.left_out]
        said = [f'--cache-control "{self.cache}"']
        said += [f'--content-type "{self.media_type}"'] if self.media_type else []
        return " ".join((*filters, *said))


_FOLDERS = {pattern: cache for pattern, cache in rules_of(CACHE) if pattern.endswith("/*")}
_LASTING = tuple(
    f"*{ending}"
    for ending, media_type in TYPES.items()
    if media_type.startswith(("image/", "text/css", "text/javascript"))
)
"""What bears a digest in its name: styles, scripts and pictures."""
_TYPED = {pattern.replace(":number", "[0-9]*"): media_type for pattern, media_type in typed_rules()}
_CACHED = {pattern.replace(":number", "[0-9]*"): cache for pattern, cache in rules_of(CACHE)}


def _kept() -> Iterator[_Upload]:
    """Yield what has a digest in its name: whatever is in certain folders."""
    for cache in dict.fromkeys(_FOLDERS.values()):
        folders = [one.removesuffix("*") for one, value in _FOLDERS.items() if value == cache]
        for ending in _LASTING:
            yield _Upload(tuple(f"{one}{ending}" for one in folders), (), cache, _TYPED[ending])
        yield _Upload(tuple(f"{one}*" for one in folders), _LASTING, cache, None)


def _asked_anew() -> Iterator[_Upload]:
    """Yield what no rule has a cache for, pages last: they point to all the rest."""
    cache = REST[CACHE]
    typed = [one for one in _TYPED if one not in _CACHED]
    yield _Upload(("*",), (*_TYPED, *_FOLDERS), cache, None)
    for pattern in sorted(typed, key=lambda one: one == "*.html"):
        yield _Upload((pattern,), (*_before(pattern), *_FOLDERS), cache, _TYPED[pattern])


def _live() -> Iterator[_Upload]:
    """Yield feeds and calendars; what they tell of is there by then."""
    for pattern, cache in _CACHED.items():
        if pattern in _TYPED:
            yield _Upload((pattern,), _before(pattern), cache, _TYPED[pattern])


def _before(pattern: str) -> tuple[str, ...]:
    """Return the more particular patterns, which come before in the table."""
    before = list(_TYPED)[: list(_TYPED).index(pattern)]
    return tuple(one for one in before if fnmatch(one, pattern))


def _redirects(site: HostedSite) -> Mapping[str, str]:
    """Return the redirects, or none where there are more than a function has room for."""
    redirects = dict(site.redirects)
    return redirects if len(_indented(redirects)) < _LARGEST else {}


def _about(site: HostedSite) -> Iterator[str]:
    if not site.is_built:
        yield NOT_BUILT
    elif site.redirects and not _redirects(site):
        yield f"A function has no room for {len(site.redirects)} redirects, so none are in it."
    yield "Print it anew after something was renamed. What is not in it leads on by its page."


def _rules(site: HostedSite) -> list[tuple[str, Mapping[str, str]]]:
    """Return what is said of paths, but for the type and the cache that S3 keeps with each file."""
    rules: list[tuple[str, Mapping[str, str]]] = []
    for rule in RULES:
        headers = {
            name.lower(): value for name, value in rule.headers.items() if name not in (TYPE, CACHE)
        }
        if headers:
            rules.append((expression(rule.pattern, site.base), headers))
    return rules
