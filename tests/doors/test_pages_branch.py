"""The branch of a deploy: asked of the remote itself, compared byte for byte, its domain kept."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import ghp_import
import pytest

from site_builder.doors.pages_branch import PagesBranch, files_in, published_branch

Git = Callable[..., str]


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """Return git in a repository with an empty one as its origin; a deploy runs there."""

    def git(*words: str, cwd: Path | None = None) -> str:
        command = ["git", *words]
        return subprocess.run(command, cwd=cwd, capture_output=True, check=True, text=True).stdout

    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "A")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "a@example.org")
    git("init", "--quiet", "--bare", str(tmp_path / "there.git"))
    git("init", "--quiet", str(tmp_path / "here"))
    monkeypatch.chdir(tmp_path / "here")
    git("remote", "add", "origin", str(tmp_path / "there.git"))
    (tmp_path / "site" / "about").mkdir(parents=True)
    (tmp_path / "site" / "index.html").write_bytes(b"<p>Home\r\n")
    (tmp_path / "site" / "about" / "index.html").write_text("<p>About é\n")
    return git


def deploy(site: Path) -> None:
    """Push a folder as MkDocs does."""
    ghp_import.ghp_import(str(site), mesg="A deploy", push=True, nojekyll=True)


def there() -> PagesBranch:
    found = published_branch("origin", "gh-pages")
    assert found
    return found


def test_branch_that_is_not_there_is_none(git: Git) -> None:
    """The first deploy goes on as always; so does one with a remote that does not answer."""
    assert published_branch("origin", "gh-pages") is None
    assert published_branch("nowhere", "gh-pages") is None


def test_what_was_deployed_is_what_a_deploy_would_push(git: Git, tmp_path: Path) -> None:
    """Whatever the line endings and the letters, the same bytes are the same."""
    site = tmp_path / "site"
    deploy(site)
    assert there().is_made_of(site)


@pytest.mark.parametrize("change", ["edit", "add", "remove", "mode"])
def test_each_kind_of_change_is_seen(git: Git, tmp_path: Path, change: str) -> None:
    """A byte, a file more, a file less, or a mode."""
    site = tmp_path / "site"
    deploy(site)
    page = site / "about" / "index.html"
    changes: dict[str, Callable[[], object]] = {
        "edit": lambda: page.write_bytes(page.read_bytes() + b" "),
        "add": (site / "new.html").touch,
        "remove": page.unlink,
        "mode": lambda: page.chmod(0o755),
    }
    changes[change]()
    assert not there().is_made_of(site)


def test_the_remote_is_asked_and_not_the_memory_of_it(git: Git, tmp_path: Path) -> None:
    """A fresh clone knows nothing of the branch, and an old one knows what is no longer so."""
    site = tmp_path / "site"
    deploy(site)
    git("clone", "--quiet", str(tmp_path / "there.git"), str(tmp_path / "clone"))
    (site / "new.html").touch()
    clone = tmp_path / "clone"
    git("checkout", "--quiet", "gh-pages", cwd=clone)
    (clone / "new.html").touch()
    git("add", ".", cwd=clone)
    git("commit", "--quiet", "-m", "By another", cwd=clone)
    git("push", "--quiet", "origin", "gh-pages", cwd=clone)
    assert there().is_made_of(site)


def test_domain_of_the_branch_is_kept(git: Git, tmp_path: Path) -> None:
    """GitHub keeps a domain in CNAME on the branch; a deploy without it would lose it."""
    site = tmp_path / "site"
    (site / "CNAME").write_text("missions.example.org\n")
    deploy(site)
    (site / "CNAME").unlink()
    assert there().keep_domain(site) == "missions.example.org"
    assert (site / "CNAME").read_text() == "missions.example.org\n"
    assert there().is_made_of(site)


def test_domain_of_the_site_wins(git: Git, tmp_path: Path) -> None:
    """Who writes another one means it; and a branch without one gives none."""
    site = tmp_path / "site"
    deploy(site)
    assert there().keep_domain(site) is None
    assert not (site / "CNAME").exists()
    (site / "CNAME").write_text("old.example.org\n")
    deploy(site)
    (site / "CNAME").write_text("new.example.org\n")
    assert there().keep_domain(site) is None
    assert (site / "CNAME").read_text() == "new.example.org\n"


def test_history_is_known(git: Git, tmp_path: Path) -> None:
    """One who drops the history of the branch does not deploy for nothing."""
    site = tmp_path / "site"
    deploy(site)
    assert not there().has_history
    (site / "new.html").touch()
    deploy(site)
    assert there().has_history


def test_files_are_named_as_git_names_them(git: Git, tmp_path: Path) -> None:
    """MkDocs adds an empty file, so it is among them."""
    assert set(files_in(tmp_path / "site")) == {".nojekyll", "index.html", "about/index.html"}
