"""What a host is told beside the pages: `_redirects` and `_headers`, for those that read them.

Both are in the form that Netlify and Cloudflare Pages share: a rule has one `*` at most, and where
two rules give one path the same header, both values are sent. So no two rules here do.
"""

from collections.abc import Iterable, Iterator

from site_builder.compose.frame.frame import Frame
from site_builder.compose.frame.old_addresses import RedirectPage
from site_builder.compose.hosts.headers import RULES
from site_builder.compose.output import Output, blob


def host_files(frame: Frame, outputs: Iterable[Output]) -> Iterator[Output]:
    """Yield `_headers`, and `_redirects` for a site on which something was renamed."""
    base = frame.settings.base_path
    yield blob("_headers", "\n".join(_rules(base)).encode())
    lines = [
        f"{base}{output.path.removesuffix('index.html')} {base}{output.inputs.to.address} 301\n"
        for output in outputs
        if _is_rename(output)
    ]
    if lines:
        yield blob("_redirects", "".join(sorted(lines)).encode())


def _rules(base: str) -> Iterator[str]:
    for rule in RULES:
        yield f"{base}{rule.pattern}"
        yield from (f"  {name}: {value}" for name, value in rule.headers.items())
        yield ""


def _is_rename(output: Output) -> bool:
    """Tell whether a page leads on for good; one that tells of a withdrawal is to be read."""
    return isinstance(output.inputs, RedirectPage) and not output.inputs.why
