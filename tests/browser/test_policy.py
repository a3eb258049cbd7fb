"""A strict policy: what makes one loose is named."""

import pytest

from tests.browser.policy import loose_parts

STRICT = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"


@pytest.mark.parametrize(
    "policy",
    [
        STRICT,
        STRICT.replace("img-src 'self'", "img-src 'self' data:"),
        f"{STRICT}; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
        f"{STRICT}; script-src 'sha256-AAAA'",
    ],
)
def test_policy_that_lets_in_the_site_alone_is_strict(policy: str) -> None:
    """The site's own files, and text that is named by its hash, are all that is let in."""
    assert list(loose_parts(policy)) == []


@pytest.mark.parametrize(
    ("policy", "part"),
    [
        ("", "default-src is not closed"),
        (STRICT.replace("default-src 'none'", "default-src *"), "default-src is not closed"),
        (STRICT.replace("; base-uri 'none'", ""), "base-uri is not closed"),
        (STRICT.replace("form-action 'none'", "form-action https:"), "form-action is not closed"),
        (f"{STRICT}; script-src 'unsafe-inline'", "script-src allows 'unsafe-inline'"),
        (f"{STRICT}; script-src 'unsafe-eval'", "script-src allows 'unsafe-eval'"),
        (f"{STRICT}; script-src data:", "script-src allows data:"),
        (f"{STRICT}; font-src https://fonts.example.org", "font-src allows https://fonts.example.org"),
        (f"{STRICT}; connect-src *", "connect-src allows *"),
    ],
)  # fmt: skip
def test_policy_that_lets_in_more_is_loose(policy: str, part: str) -> None:
    """Each opening is named with its directive."""
    assert part in list(loose_parts(policy))
