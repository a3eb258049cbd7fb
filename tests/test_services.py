"""What runs where people work: pre-commit, GitHub, GitLab and an editor; each step is played here.

Nothing is fetched: what installs the product, and what a service does by itself, is left out.
"""

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from site_builder.doors.cli import main
from tests.conftest import SiteFolder

ROOT = Path(__file__).parent.parent
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
JOBS = yaml.safe_load((ROOT / "templates/missions.gitlab-ci.yml").read_text("utf-8"))
HOMES = "content/case-studies/warm-homes.md"
MOMENT = "2025-06-26T09:00+01:00"
INPUT = re.compile(r"\$\{\{ inputs\.([\w-]+) \}\}")
STEP = re.compile(r"\$\{\{ steps\.(\w+)\.outputs\.(\w+) \}\}")


def shell(
    site: SiteFolder, script: str, env: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run the lines of a step as a service does, with the product on the path."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=site.root,
        env={**os.environ, "PATH": path, "PYTHONUTF8": "1", **env},
        capture_output=True,
        text=True,
        check=False,
    )


def steps(**given: str) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Yield the name, the lines and the variables of each step that is a script."""
    inputs = {name: one["default"] for name, one in ACTION["inputs"].items()} | given
    for step in ACTION["runs"]["steps"]:
        if "run" in step and step["name"] != "Install":
            env = {
                name: INPUT.sub(lambda found: inputs[found[1]], value)
                for name, value in step.get("env", {}).items()
            }
            yield step.get("id", step["name"]), step["run"], env


def run_action(site: SiteFolder, tmp_path: Path, **given: str) -> dict[str, Any]:
    """Run the scripts of the action one after the other until one fails; return what each did."""
    done: dict[str, Any] = {}
    outputs: dict[tuple[str, str], str] = {}
    for name, script, env in steps(**given):
        told = tmp_path / name
        told.touch()
        known = {
            key: STEP.sub(lambda one: outputs[one[1], one[2]], text) for key, text in env.items()
        }
        done[name] = shell(site, script, {**known, "GITHUB_OUTPUT": str(told)})
        for line in told.read_text("utf-8").splitlines():
            key, _, value = line.partition("=")
            outputs[name, key] = value
        if done[name].returncode:
            break
    return done | {"outputs": outputs}


def test_hooks_name_what_is_wrong_with_the_files_of_a_commit(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each hook is a command of ours with the files at its end, as pre-commit runs it."""
    assert [hook["id"] for hook in HOOKS] == ["missions-check", "missions-fix"]
    site.edit(HOMES, "title: Warm homes in Leeds", "title: “Warm homes”")
    site.edit(HOMES, "mission: clean-energy", "mission: clean-enrgy")
    check, fix = (f"{hook['entry']} content/pages/about.md {HOMES}" for hook in HOOKS)
    assert all(re.search(hook["files"], HOMES) for hook in HOOKS)
    assert all(hook["require_serial"] and hook["language"] == "python" for hook in HOOKS)
    monkeypatch.chdir(site.root)
    named, mended = run_line(check), run_line(fix)
    assert (named.exit_code, named.stdout.count('Did you mean "clean-energy"')) == (1, 1)
    assert mended.exit_code == 1
    assert 'title: "Warm homes"' in (site.root / HOMES).read_text("utf-8")
    site.edit(HOMES, "mission: clean-enrgy", "mission: clean-energy")
    assert "No problems." in run_line(check).stdout


def run_line(line: str) -> Result:
    """Run a line of a terminal that is our own command, without a process for it."""
    name, *words = shlex.split(line)
    assert name == "missions"
    return CliRunner().invoke(main, words)


@pytest.mark.slow
def test_action_checks_and_builds(site: SiteFolder, tmp_path: Path) -> None:
    """Its steps tell the time, find nothing wrong, and leave a site where the output says."""
    done = run_action(site, tmp_path)
    assert list(done) == ["moment", "Check", "build", "outputs"]
    assert re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d:\d\d\+00:00", done["outputs"]["moment", "now"])
    assert done["build"].returncode == 0, done["build"].stderr
    assert (site.root / done["outputs"]["build", "site"] / "index.html").is_file()


def test_action_marks_the_lines_and_builds_nothing(site: SiteFolder, tmp_path: Path) -> None:
    """What is wrong is written as GitHub reads it; a warning stops it where that is asked."""
    site.edit(HOMES, "title: Warm homes in Leeds", "title: Warm **homes**")
    done = run_action(site, tmp_path, strict="true", now=MOMENT)
    assert done["outputs"]["moment", "now"] == MOMENT
    assert done["Check"].returncode == 1
    assert f"::warning file={HOMES},line=2," in done["Check"].stdout
    assert "build" not in done


def test_action_is_whole() -> None:
    """Each input is used and each that is used is there; no input is put into a script itself."""
    text = (ROOT / "action.yml").read_text("utf-8")
    assert set(re.findall(r"inputs\.([\w-]+)", text)) == ACTION["inputs"].keys()
    ids = {step["id"] for step in ACTION["runs"]["steps"] if "id" in step}
    assert set(re.findall(r"steps\.(\w+)\.", text)) <= ids
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", "")
        assert ("run" in step) == (step.get("shell") == "bash")
        assert ("run" in step) != ("uses" in step)
    install = next(one["run"] for one in ACTION["runs"]["steps"] if one.get("name") == "Install")
    assert (ROOT / "locks/site.txt").is_file()
    assert "--require-hashes" in install


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        (
            "",
            [
                "--require-hashes -r /action/locks/site.txt",
                "--no-deps --no-build-isolation /action",
            ],
        ),
        ("-rrequirements.txt", ["-rrequirements.txt"]),
        ("a @ git+https://git.example.org/a", ["a @ git+https://git.example.org/a"]),
    ],
)
def test_action_installs_its_own_copy_or_what_is_given(
    site: SiteFolder, tmp_path: Path, given: str, asked: list[str]
) -> None:
    """What a record names is one word to pip, so that nothing in it is taken for more."""
    step = next(one for one in ACTION["runs"]["steps"] if one.get("name") == "Install")
    pip = '#!/bin/sh\nshift\nshift\necho "$#: $*" >> "$RUNNER_TEMP/asked"\n'
    python = f"""#!/bin/sh
mkdir -p "$3/bin"
printf '%s' '{pip}' > "$3/bin/pip"
chmod +x "$3/bin/pip"
"""
    (tmp_path / "python").write_text(python, "utf-8")
    (tmp_path / "python").chmod(0o755)
    env = {"RUNNER_TEMP": str(tmp_path), "GITHUB_PATH": str(tmp_path / "path"), "ACTION": "/action"}
    script = f'PATH="{tmp_path}:$PATH"\n{step["run"]}'
    done = shell(site, script, env | {"INSTALL": given})
    assert done.returncode == 0, done.stderr
    told = [line.split(": ", 1) for line in (tmp_path / "asked").read_text().splitlines()]
    assert [words for _, words in told] == asked
    assert not given or told[0][0] == "1"
    assert step["env"].keys() == {"ACTION", "INSTALL"}


def run_job(site: SiteFolder, name: str, **given: str) -> subprocess.CompletedProcess[str]:
    """Run the lines of a job of GitLab but for the one that installs."""
    before = [line for line in JOBS[".missions"]["before_script"] if "pip install" not in line]
    return shell(site, "\n".join([*before, *JOBS[name]["script"]]), JOBS["variables"] | given)


def test_gitlab_shows_what_is_wrong_beside_the_lines(site: SiteFolder) -> None:
    """The report is there though the check stops, and whoever reads the log is told in words."""
    site.edit(HOMES, "mission: clean-energy", "mission: clean-enrgy")
    wrong = run_job(site, "missions-check", MISSIONS_MOMENT=MOMENT)
    assert wrong.returncode == 1
    assert "Did you mean" in wrong.stdout
    named = JOBS["missions-check"]["artifacts"]["reports"]["codequality"]
    entries = json.loads((site.root / named).read_text("utf-8"))
    (one,) = [entry for entry in entries if entry["severity"] == "major"]
    assert one["location"]["path"] == HOMES


@pytest.mark.slow
@pytest.mark.parametrize("job", ["missions-preview", "pages"])
def test_gitlab_builds_to_where_it_looks(site: SiteFolder, job: str) -> None:
    """The site is in the folder that the job keeps."""
    done = run_job(site, job)
    assert done.returncode == 0, done.stderr
    (folder,) = JOBS[job]["artifacts"]["paths"]
    assert (site.root / folder / "index.html").is_file()


def test_jobs_of_gitlab_are_whole() -> None:
    """Each job stands on the one that installs, and uses variables that are there."""
    jobs = {name: job for name, job in JOBS.items() if name not in ("variables", ".missions")}
    assert {job["extends"] for job in jobs.values()} == {".missions"}
    text = (ROOT / "templates/missions.gitlab-ci.yml").read_text("utf-8")
    assert set(re.findall(r"\$\{?(MISSIONS_\w+)", text)) == JOBS["variables"].keys()
    assert jobs["pages"]["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]


def test_editor_reads_each_problem(site: SiteFolder) -> None:
    """The task finds file, line, column, grade and words in what the check prints, and no more."""
    (task,) = json.loads((ROOT / ".vscode/tasks.json").read_text("utf-8"))["tasks"]
    assert shlex.split(task["command"])[1:] == ["check"]
    pattern = task["problemMatcher"]["pattern"]
    site.edit(HOMES, "title: Warm homes in Leeds", "title: Warm **homes**")
    site.edit(HOMES, "mission: clean-energy", "mission: clean-enrgy")
    words = ["check", "-f", str(site.root / "mkdocs.yml")]
    lines = CliRunner().invoke(main, words).stdout.splitlines()
    found = [one for line in lines if (one := re.match(pattern["regexp"], line))]
    read = [tuple(one[pattern[name]] for name in ("file", "line", "severity")) for one in found]
    stopping = [one for one in read if one[2] != "hint"]
    assert stopping == [(HOMES, "2", "warning"), (HOMES, "5", None)]
    assert [pattern[name] for name in ("column", "message")] == [3, 5]
