"""Debian's nginx, Apache and Caddy: each run by hand, on a free port, in a folder of its own."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path

PATIENCE = 20
"""Seconds within which a server must answer."""
SBIN = "/usr/sbin"
"""Where Debian has servers; it is not on the path of every user."""

_NGINX = """\
pid {folder}/nginx.pid;
error_log {folder}/log;
events {{ }}
http {{
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""
_APACHE_MODULES = "mpm_event authz_core alias deflate dir filter headers mime rewrite"
_APACHE = """\
ServerRoot {folder}
ServerName 127.0.0.1
PidFile {folder}/apache.pid
ErrorLog {folder}/log
User www-data
Group www-data
{modules}
# Debian tells every site that .br is the Breton language and .gz a type of its own.
Include /etc/apache2/mods-available/mime.conf
Include {folder}/site.conf
"""
_CADDY = """\
{{
	admin off
	auto_https off
	default_bind 127.0.0.1
	storage file_system {folder}
}}
{site}
"""


@dataclass(frozen=True)
class Answer:
    """What a server says to one question."""

    status: int
    headers: HTTPMessage
    body: bytes


@dataclass(frozen=True)
class Server:
    """A server that runs on this machine."""

    port: int

    def ask(self, path: str, **headers: str) -> Answer:
        """Ask for a path, and follow nothing."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            words = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request("GET", path, headers=words)
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())
        finally:
            connection.close()


def _nginx(folder: Path, text: str, port: int) -> list[str]:
    (folder / "site.conf").write_text(text.replace(f"listen {port};", f"listen 127.0.0.1:{port};"))
    (folder / "all.conf").write_text(_NGINX.format(folder=folder))
    return ["nginx", "-e", f"{folder}/log", "-c", f"{folder}/all.conf", "-g", "daemon off;"]


def _apache(folder: Path, text: str, port: int) -> list[str]:
    modules = "\n".join(
        f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so"
        for name in _APACHE_MODULES.split()
    )
    here = text.replace(f"Listen {port}\n", f"Listen 127.0.0.1:{port}\n")
    (folder / "site.conf").write_text(here)
    (folder / "all.conf").write_text(_APACHE.format(folder=folder, modules=modules))
    return ["apache2", "-f", f"{folder}/all.conf", "-D", "FOREGROUND"]


def _caddy(folder: Path, text: str, port: int) -> list[str]:
    (folder / "Caddyfile").write_text(_CADDY.format(folder=folder, site=text))
    return ["caddy", "run", "--adapter", "caddyfile", "--config", f"{folder}/Caddyfile"]


SERVERS: Mapping[str, Callable[[Path, str, int], list[str]]] = {
    "nginx": _nginx,
    "apache": _apache,
    "caddy": _caddy,
}
"""How each server is started with a ready file, by the name that `missions host` knows it by."""
PROGRAMS = {"nginx": "nginx", "apache": "apache2", "caddy": "caddy"}


def program(name: str) -> str | None:
    """Return the path of a server's program, or nothing where it is not installed."""
    return shutil.which(PROGRAMS[name], path=f"{os.environ['PATH']}:{SBIN}")


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


@contextmanager
def running(name: str, folder: Path, text: str, port: int) -> Iterator[Server]:
    """Run a server with a ready file until the block ends."""
    found = program(name)
    assert found
    command = [found, *SERVERS[name](folder, text, port)[1:]]
    environment = {**os.environ, "HOME": str(folder)}
    with (
        (folder / "said").open("wb") as said,
        subprocess.Popen(command, stdout=said, stderr=said, env=environment) as server,
    ):
        try:
            _await(server, port, folder)
            yield Server(port)
        finally:
            server.terminate()


def _await(server: subprocess.Popen[bytes], port: int, folder: Path) -> None:
    end = time.monotonic() + PATIENCE
    while server.poll() is None and time.monotonic() < end:
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise AssertionError((folder / "said").read_text())
