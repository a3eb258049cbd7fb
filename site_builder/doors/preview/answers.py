"""The web server of a preview: it answers from the folder of the preview and from nowhere else."""

import errno
import mimetypes
import os
import socket
import sys
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import unquote

from site_builder.doors.preview.hosts import is_ours
from site_builder.doors.preview.reloading import NEWS, RELOAD, SCRIPT

LONGEST_PATH = 2048
"""Characters of the path of a request; no file of a site has so long a name."""
_FOREIGN = (
    "This preview answers only by the names of this machine, so that no page of another site can "
    "read it. Open it by the address that it was started with."
)
# Not every system knows them, and a browser may not show what has no type.
_TYPES = {
    ".atom": "application/atom+xml",
    ".avif": "image/avif",
    ".ics": "text/calendar",
    ".js": "text/javascript",
    ".json": "application/json",
    ".opml": "text/x-opml",
    ".webp": "image/webp",
    ".xml": "application/xml",
}


class CannotServe(Exception):
    """A preview can not be bound to its host and port; carries a sentence."""

    def __init__(self, message: str, other_port: int | None = None) -> None:
        super().__init__(message)
        self.other_port = other_port
        """A port that would do, when it is the port that does not."""


class Answering(Protocol):
    """What the web server asks of a preview."""

    host: str

    def wait_for_news(self, since: int) -> int: ...

    def page_for(self, path: str) -> tuple[HTTPStatus, bytes, Path | None]: ...


class Server(ThreadingHTTPServer):
    """Answers each request in a thread of its own, and says nothing when a reader goes away."""

    daemon_threads = True
    # On Windows it would let two previews have one port.
    allow_reuse_address = os.name != "nt"

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _ServerOfSix(Server):
    address_family = socket.AF_INET6


def server_for(preview: Answering, port: int) -> Server:
    """Return a server that is bound to the host of a preview. Raises CannotServe."""
    kind = _ServerOfSix if ":" in preview.host else Server
    try:
        return kind((preview.host, port), partial(_Handler, preview=preview))
    except OSError as error:
        raise _why_not(preview.host, port, error) from None


def _why_not(host: str, port: int, error: OSError) -> CannotServe:
    if error.errno == errno.EADDRINUSE:
        what = f"Port {port} is taken by another program, perhaps by another preview."
        return CannotServe(what, port + 1 if port < 65535 else port - 1)
    if error.errno == errno.EACCES:
        what = f"Port {port} is kept for the administrator of this machine."
        return CannotServe(what, 8000)
    what = f"This machine has no address “{host}” for a preview to answer at."
    return CannotServe(f"{what} Use 127.0.0.1, or 0.0.0.0 to let your network read it.")


class _Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD alike, and tells a page when there is news."""

    def __init__(self, *args: Any, preview: Answering) -> None:
        self._preview = preview
        super().__init__(*args)

    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        if not is_ours(self.headers.get("Host"), self._preview.host):
            self._answer(HTTPStatus.FORBIDDEN, _FOREIGN.encode(), "text/plain")
        elif len(path) > LONGEST_PATH:
            self._answer(HTTPStatus.REQUEST_URI_TOO_LONG, b"The address is too long.", "text/plain")
        elif path == NEWS:
            self._answer(HTTPStatus.OK, self._news(query), "text/plain")
        elif path == SCRIPT:
            self._answer(HTTPStatus.OK, RELOAD.encode(), "text/javascript")
        else:
            self._answer_with_file(unquote(path))

    do_HEAD = do_GET  # noqa: N815 - the library's name

    def _news(self, query: str) -> bytes:
        since = query.removeprefix("since=")
        is_number = since.isascii() and since.isdecimal() and len(since) < 20
        waits = is_number and self.command == "GET"
        return str(self._preview.wait_for_news(int(since) if waits else -1)).encode()

    def _answer_with_file(self, path: str) -> None:
        status, data, file = self._preview.page_for(path)
        if file and file.name == "index.html" and not path.endswith(("/", ".html")):
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            # Of two slashes in front a browser would make the name of another host.
            self.send_header("Location", f"/{self.path.partition('?')[0].strip('/')}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        self._answer(status, data, _type_of(file) if file else "text/html")

    def _answer(self, status: HTTPStatus, data: bytes, media_type: str) -> None:
        self.send_response(status)
        charset = "; charset=utf-8" if media_type.startswith("text/") else ""
        self.send_header("Content-Type", media_type + charset)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def log_message(self, *args: Any) -> None:
        """Say nothing of each request."""


def _type_of(file: Path) -> str:
    known = _TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0]
    return known or "application/octet-stream"
