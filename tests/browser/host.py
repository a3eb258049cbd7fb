"""A plain host on this machine: it serves a built site under a path and packs text with gzip."""

import gzip
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import lru_cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

BASE = "/under/a/path/"
"""The path that every site is served under, so that a link from the root of the host breaks."""
PACKED = (
    "text/",
    "application/javascript",
    "application/json",
    "application/rss+xml",
    "application/wasm",
    "application/xml",
    "image/svg+xml",
)
"""What hosts pack: the beginnings of the types that gzip makes smaller."""
LEVEL = 6
"""How hard hosts pack; most stay at zlib's own choice."""


@dataclass(frozen=True)
class Served:
    """A built site that answers on this machine."""

    folder: Path
    """Where its files are."""
    root: str
    """The address of its root, with a slash at the end."""
    layouts: Mapping[str, str] = field(default_factory=dict)
    """The template of each page, by the page's path; empty for a site that no build made."""


class _Host(SimpleHTTPRequestHandler):
    """Serve a built site under BASE, with its own page for what is missing."""

    protocol_version = "HTTP/1.1"
    """So that a browser asks for all of a page over one connection."""

    def handle(self) -> None:
        """Answer until the other side hangs up, which browsers do when they have seen enough."""
        with suppress(ConnectionError):
            super().handle()

    def do_GET(self) -> None:
        inside = self.path.partition("?")[0].removeprefix(BASE)
        file = Path(self.directory) / inside
        file = file / "index.html" if file.is_dir() else file
        if self.path.startswith(BASE) and file.is_file():
            self._answer(200, file)
        else:
            self._answer(404, Path(self.directory) / "404.html")

    def _answer(self, code: int, file: Path) -> None:
        kind, data = self.guess_type(str(file)), file.read_bytes() if file.is_file() else b""
        self.send_response(code)
        self.send_header("Content-Type", kind)
        if kind.startswith(PACKED) and "gzip" in self.headers.get("Accept-Encoding", ""):
            data = _packed(data)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *args: object) -> None:
        """Say nothing; the tests tell what was asked for."""


@lru_cache(512)
def _packed(data: bytes) -> bytes:
    """Pack a file; the styles are the same for every page that asks for them."""
    return gzip.compress(data, LEVEL, mtime=0)


@contextmanager
def served(folder: Path, layouts: Mapping[str, str] | None = None) -> Iterator[Served]:
    """Serve a folder from a thread until the block ends."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            root = f"http://127.0.0.1:{server.server_address[1]}{BASE}"
            yield Served(folder, root, layouts or {})
        finally:
            server.shutdown()
            thread.join()
