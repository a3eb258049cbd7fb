"""A preview is for this machine, and for others only when its author says so."""

import socket

import pytest

from site_builder.doors.preview.hosts import address_to_open, is_loopback, is_ours

MACHINE = socket.gethostname()


@pytest.mark.parametrize(
    ("asked", "bound_to", "ours"),
    [
        ("127.0.0.1:8000", "127.0.0.1", True),
        ("localhost:8000", "127.0.0.1", True),
        ("LOCALHOST", "127.0.0.1", True),
        ("localhost.:8000", "127.0.0.1", True),
        ("[::1]:8000", "::1", True),
        ("192.168.1.20:8000", "0.0.0.0", True),
        ("preview.example.org:8000", "preview.example.org", True),
        (f"{MACHINE}:8000", "0.0.0.0", True),
        (None, "127.0.0.1", True),
        ("evil.example:8000", "127.0.0.1", False),
        ("evil.example:8000", "0.0.0.0", False),
        ("127.0.0.1.evil.example", "127.0.0.1", False),
        ("localhost.evil.example:8000", "127.0.0.1", False),
        ("evil.example:127.0.0.1", "127.0.0.1", False),
        ("[evil.example]", "127.0.0.1", False),
        ("preview.example.org", "127.0.0.1", False),
        ("", "127.0.0.1", False),
    ],
)
def test_only_names_of_this_machine_are_answered(
    asked: str | None, bound_to: str, ours: bool
) -> None:
    """A page of another site can lead its own name here, but it can not change that name."""
    assert is_ours(asked, bound_to) is ours


@pytest.mark.parametrize(
    ("host", "alone", "address"),
    [
        ("127.0.0.1", True, "http://127.0.0.1:8000/"),
        ("127.0.0.2", True, "http://127.0.0.2:8000/"),
        ("localhost", True, "http://localhost:8000/"),
        ("::1", True, "http://[::1]:8000/"),
        ("0.0.0.0", False, "http://127.0.0.1:8000/"),
        ("::", False, "http://[::1]:8000/"),
        ("192.168.1.20", False, "http://192.168.1.20:8000/"),
    ],
)
def test_host_is_told_by_where_it_is_reached(host: str, alone: bool, address: str) -> None:
    """The address that is printed opens on this machine, whatever the preview is bound to."""
    assert is_loopback(host) is alone
    assert address_to_open(host, 8000) == address
