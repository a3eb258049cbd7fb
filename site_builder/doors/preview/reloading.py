"""What a preview puts into a page as it is sent: the script that loads it again when there is news.

The page's policy is opened for it. Neither is in any file.
"""

import html

from site_builder.compose.views.policy import POLICY

NEWS = "/_changed"
SCRIPT = "/_reload.js"
RELOAD = (
    f"(async since=>{{for(;;){{try{{const r=await fetch('{NEWS}?since='+since);"
    "if(r.status==200&&await r.text()!=since){location.reload();return}}"
    "catch{await new Promise(f=>setTimeout(f,1000))}}})(document.currentScript.dataset.since)"
)
_PREVIEW_POLICY = f"{POLICY}; script-src 'self'"
_PROBLEMS = (
    "<!doctype html><html lang=en><meta charset=utf-8><title>{title}</title>"
    "<meta name=viewport content='width=device-width'>"
    "<meta name=color-scheme content='light dark'>"
    "<body style='font:1.1rem/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto'>"
    "<h1>{title}</h1><p>This page comes back by itself when the files are right.</p>"
    "{problems}</body></html>"
)


def with_reload(page: bytes, version: int) -> bytes:
    """Return a page with the script that waits for the version after the one it shows."""
    script = f'<script src="{SCRIPT}" data-since="{version}"></script></body>'
    # A page with a policy of its own has a script, so that policy is open enough already.
    opened = page.replace(f'"{POLICY}"'.encode(), f'"{_PREVIEW_POLICY}"'.encode(), 1)
    return opened.replace(b"</body>", script.encode())


def problem_page(title: str, parts: list[str]) -> bytes:
    """Return a page that tells what is wrong."""
    pre = "<pre style='white-space:pre-wrap'>{}</pre>"
    shown = "".join(pre.format(html.escape(part)) for part in parts)
    return _PROBLEMS.format(title=html.escape(title), problems=shown).encode()
