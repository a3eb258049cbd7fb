"""A preview on this machine: builds at each change, reloads the page, shows problems in it.

It binds to loopback only, builds into a folder of its own in `.cache/`, and never touches the
published site. The script that reloads a page is put in as the page is sent, and the page's policy
is opened for it; neither is in any file. Watching uses the system's own notices, so a preview at
rest costs nothing.
"""

import html
import threading
import traceback
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from site_builder.build import ProblemsFound, build
from site_builder.check.report import as_text, summary
from site_builder.compose.views.policy import POLICY
from site_builder.settings import Settings, SettingsError

HOST = "127.0.0.1"
PORT = 8000
_POLL = "/_changed"
_SCRIPT = "/_reload.js"
_LONGEST_WAIT = 25.0
_SETTLING = 0.15

_RELOAD = (
    f"(async since=>{{for(;;){{try{{const r=await fetch('{_POLL}?since='+since);"
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


class Preview:
    """A server of one site for its authors."""

    def __init__(
        self, settings: Callable[[], Settings], port: int = PORT, *, drafts: bool = False
    ) -> None:
        """Bind to a port of loopback, 0 for any that is free. Raises OSError when it is taken."""
        self._settings, self._drafts = settings, drafts
        self._folder = settings().root / ".cache" / "preview"
        self._version = 0
        self._problem_page: bytes | None = None
        self._news = threading.Condition()
        self._changed = threading.Event()
        self._stopped = threading.Event()
        self._observer = Observer()
        self._server = _Server((HOST, port), partial(_Handler, preview=self))

    @property
    def address(self) -> str:
        """Where the preview answers."""
        return f"http://{HOST}:{self._server.server_port}/"

    def serve(self, **_: Any) -> None:
        """Build, serve and watch until `shutdown`."""
        settings = self._settings()
        # Watch first, so that no change made during the first build is missed.
        self.watch(settings.root / settings.docs_dir)
        self.watch(settings.theme)
        self._observer.schedule(_Notice(self._changed.set), str(settings.root), recursive=False)
        self._observer.start()
        self.rebuild()
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        while not self._stopped.is_set():
            self._changed.wait()
            # An editor writes a file in several steps; wait until it has done.
            while not self._stopped.is_set() and self._changed.is_set():
                self._changed.clear()
                self._stopped.wait(_SETTLING)
            if not self._stopped.is_set():
                self.rebuild()

    def watch(self, path: Path | str, **_: Any) -> None:
        """Build again whenever something in a folder changes."""
        if Path(path).is_dir():
            self._observer.schedule(_Notice(self._changed.set), str(path), recursive=True)

    def shutdown(self, **_: Any) -> None:
        """Stop serving; safe to call twice."""
        self._stopped.set()
        self._changed.set()
        with self._news:
            self._news.notify_all()
        if self._observer.is_alive():
            self._observer.stop()
            self._observer.join()
            self._server.shutdown()
        self._server.server_close()

    def rebuild(self) -> None:
        """Build once; what is wrong is shown in the page and on the terminal."""
        page = None
        try:
            # The preview sends files as they are, so packed ones would only cost time.
            own = {"site_dir": self._folder, "site_url": self.address, "precompressed": False}
            build(self._settings().model_copy(update=own), drafts=self._drafts)
        except ProblemsFound as found:
            parts = [as_text(problem) for problem in found.problems]
            page = _page(summary(found.problems), parts)
            print("\n\n".join([*parts, summary(found.problems)]))  # noqa: T201 - for the terminal
        except SettingsError as error:
            page = _page("The settings can not be used", [str(error)])
        except Exception:  # noqa: BLE001 - a broken theme must not end the preview
            page = _page("The site can not be built", [traceback.format_exc()])
        with self._news:
            self._problem_page = page
            self._version += 1
            self._news.notify_all()

    def wait_for_news(self, since: int) -> int:
        """Return the version of the site once it is not `since` any more, or after a while."""
        with self._news:
            self._news.wait_for(
                lambda: self._version != since or self._stopped.is_set(), _LONGEST_WAIT
            )
            return self._version

    def page_for(self, path: str) -> tuple[HTTPStatus, bytes, Path | None]:
        """Return the status, the bytes and the file for the path of a request."""
        inside = self._folder / path.lstrip("/")
        file = inside / "index.html" if inside.is_dir() else inside
        is_ours = file.resolve().is_relative_to(self._folder.resolve())
        wants_page = file.suffix == ".html" or not file.suffix
        if self._problem_page and wants_page:
            return HTTPStatus.OK, self._with_reload(self._problem_page), None
        if is_ours and file.is_file():
            data = file.read_bytes()
            return HTTPStatus.OK, self._with_reload(data) if wants_page else data, file
        missing = self._folder / "404.html"
        data = missing.read_bytes() if missing.is_file() else b""
        return HTTPStatus.NOT_FOUND, self._with_reload(data), None

    def _with_reload(self, page: bytes) -> bytes:
        script = f'<script src="{_SCRIPT}" data-since="{self._version}"></script></body>'
        # A page with a policy of its own has a script, so that policy is open enough already.
        opened = page.replace(f'"{POLICY}"'.encode(), f'"{_PREVIEW_POLICY}"'.encode(), 1)
        return opened.replace(b"</body>", script.encode())


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True


class _Handler(SimpleHTTPRequestHandler):
    """Answers from the preview's folder, and tells a page when there is news."""

    # Not every system knows them, and a browser may not show what has no type.
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".avif": "image/avif",
        ".webp": "image/webp",
    }

    def __init__(self, *args: Any, preview: Preview) -> None:
        self._preview = preview
        super().__init__(*args)

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        if parts.path == _POLL:
            since = parts.query.removeprefix("since=")
            version = self._preview.wait_for_news(int(since) if since.isdigit() else 0)
            self._answer(HTTPStatus.OK, str(version).encode(), "text/plain")
            return
        if parts.path == _SCRIPT:
            self._answer(HTTPStatus.OK, _RELOAD.encode(), "text/javascript")
            return
        status, data, file = self._preview.page_for(parts.path)
        if file and file.name == "index.html" and not parts.path.endswith(("/", ".html")):
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", f"{parts.path}/")
            self.end_headers()
            return
        self._answer(status, data, self.guess_type(str(file)) if file else "text/html")

    def _answer(self, status: HTTPStatus, data: bytes, media_type: str) -> None:
        self.send_response(status)
        charset = "; charset=utf-8" if media_type.startswith("text/") else ""
        self.send_header("Content-Type", media_type + charset)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *args: Any) -> None:
        """Say nothing of each request."""


class _Notice(FileSystemEventHandler):
    """Calls when something was written, moved or deleted, and not when it was only read."""

    def __init__(self, call: Callable[[], None]) -> None:
        self._call = call

    def on_any_event(self, event: FileSystemEvent) -> None:
        names = [Path(str(path)).name for path in (event.src_path, event.dest_path) if path]
        is_noise = all(name.startswith(".") for name in names) or event.is_directory
        if event.event_type not in ("opened", "closed_no_write") and not is_noise:
            self._call()


def _page(title: str, parts: list[str]) -> bytes:
    pre = "<pre style='white-space:pre-wrap'>{}</pre>"
    shown = "".join(pre.format(html.escape(part)) for part in parts)
    return _PROBLEMS.format(title=html.escape(title), problems=shown).encode()
