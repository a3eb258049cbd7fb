"""For whom a preview answers: the places it may be bound to, and the names it may be asked by.

A page of another site can have its own name lead to this machine (DNS rebinding), and would then
read drafts. A browser tells by which name it asks, so only names that are ours are answered.
"""

import ipaddress
import socket

LOOPBACK = "127.0.0.1"
_OWN = ("localhost", "localhost.localdomain", "ip6-localhost")
OPEN_TO_ALL = (
    "Everybody on your network can read this preview, and in it what is not published yet."
)


def is_loopback(host: str) -> bool:
    """Tell whether only this machine reaches an address."""
    address = _ip(host)
    return host.lower() in _OWN or (address is not None and address.is_loopback)


def address_to_open(host: str, port: int) -> str:
    """Return where a browser on this machine finds a preview that is bound to a host."""
    address = _ip(host)
    if address and address.is_unspecified:
        host = "::1" if address.version == 6 else LOOPBACK
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def is_ours(asked: str | None, bound_to: str) -> bool:
    """Tell whether a request may ask by a name: the `Host` of its head, with or without a port.

    Numbers are ours whatever they are, for nobody can lead them elsewhere; so is a program that
    gives no name at all, for no browser does so.
    """
    if asked is None:
        return True
    name = _without_port(asked.strip().lower()).rstrip(".")
    ours = {*_OWN, bound_to.lower().rstrip("."), *_names_of_this_machine(bound_to)}
    return name in ours or _ip(name) is not None


def _names_of_this_machine(bound_to: str) -> tuple[str, ...]:
    """Return the names by which others reach this machine, if the preview is for others at all."""
    if is_loopback(bound_to):
        return ()
    name = socket.gethostname().lower()
    return (name, f"{name.partition('.')[0]}.local")


def _without_port(asked: str) -> str:
    if asked.startswith("["):
        return asked[1:].partition("]")[0]
    return asked.partition(":")[0]


def _ip(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None
