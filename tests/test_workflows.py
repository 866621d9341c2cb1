"""The workflows: least rights, pinned actions, safe for forks, and only commands that exist."""

from __future__ import annotations

import re
import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from support.projects import ROOT

GITHUB = ROOT / ".github"
FILES = sorted((GITHUB / "workflows").iterdir())
TEMPLATES = sorted((GITHUB / "PULL_REQUEST_TEMPLATE").iterdir())
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
NAMES = [path.stem for path in FILES]


def workflow(path: Path) -> dict[str, Any]:
    """Read a workflow; every value stays text, and the key `on` stays a word."""
    read: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    return read


def steps(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the steps of every job."""
    for job in workflow(path)["jobs"].values():
        yield from job["steps"]


def commands(path: Path) -> Iterator[str]:
    """Yield the scripts of every step."""
    yield from (step["run"] for step in steps(path) if "run" in step)


def test_there_are_the_three_workflows() -> None:
    assert NAMES == ["check", "publish", "weekly"]


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_actions_are_pinned_by_commit_with_their_version_beside(path: Path) -> None:
    used = re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))
    assert used
    for action in used:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action), action


def test_an_action_is_pinned_alike_everywhere() -> None:
    pins = {line for path in FILES for line in re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))}
    assert len({pin.partition("@")[0] for pin in pins}) == len(pins)


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_a_workflow_may_only_read_and_keeps_no_credentials(path: Path) -> None:
    assert workflow(path)["permissions"] == {"contents": "read"}
    for step in steps(path):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"


def test_only_the_job_that_publishes_may_write_and_it_runs_no_code_of_ours() -> None:
    rights = {
        (path.stem, name): job["permissions"]
        for path in FILES
        for name, job in workflow(path)["jobs"].items()
        if "permissions" in job
    }
    assert rights == {("publish", "deploy"): {"pages": "write", "id-token": "write"}}
    deploy = workflow(GITHUB / "workflows" / "publish.yml")["jobs"]["deploy"]
    assert [step["uses"].partition("@")[0] for step in deploy["steps"]] == ["actions/deploy-pages"]
    assert deploy["needs"] == "build"


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_a_workflow_is_safe_for_forks(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "pull_request_target" not in text
    assert "workflow_run" not in text
    assert "secrets" not in text
    # What a stranger writes (titles, branch names) never reaches a shell.
    assert not any("${{" in command for command in commands(path))


def test_what_writes_never_runs_for_a_proposal() -> None:
    assert set(workflow(GITHUB / "workflows" / "publish.yml")["on"]) == {"push", "schedule", "workflow_dispatch"}
    assert set(workflow(GITHUB / "workflows" / "check.yml")["on"]) == {"pull_request", "push"}


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_a_workflow_runs_commands_that_exist(path: Path) -> None:
    found = list(commands(path))
    made = [target for command in found for target in re.findall(r"\bmake ([a-z]+)", command)]
    assert made and set(made) <= TARGETS
    for command in found:
        if ".ci/run" in command:
            assert (ROOT / ".ci" / "run").stat().st_mode & stat.S_IXUSR
        checked = subprocess.run(["bash", "-n"], input=command, text=True, capture_output=True, check=False)
        assert checked.returncode == 0, checked.stderr


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_every_job_ends_by_itself_and_runs_on_a_named_system(path: Path) -> None:
    for name, job in workflow(path)["jobs"].items():
        assert 0 < int(job["timeout-minutes"]) <= 90, name
        assert job["runs-on"] == "ubuntu-24.04"


def test_proposals_are_annotated_tried_whole_and_can_be_looked_at() -> None:
    path = GITHUB / "workflows" / "check.yml"
    assert "make check FORMAT=github" in list(commands(path))
    assert ".ci/run" in list(commands(path))
    (kept,) = (step for step in steps(path) if step.get("uses", "").startswith("actions/upload-artifact@"))
    assert kept["with"]["path"] == "site/"
    assert 1 <= int(kept["with"]["retention-days"]) <= 30


def test_the_site_is_published_on_main_and_every_day_when_nothing_stands_against_it() -> None:
    path = GITHUB / "workflows" / "publish.yml"
    written = workflow(path)
    assert written["on"]["push"] == {"branches": ["main"]}
    assert len(written["on"]["schedule"]) == 1
    assert written["concurrency"] == {"group": "publish", "cancel-in-progress": "false"}
    assert written["jobs"]["build"]["if"] == "needs.ready.outputs.ready == 'true'"
    assert "make release" in list(commands(path))


def test_the_weekly_run_blocks_nothing() -> None:
    jobs = workflow(GITHUB / "workflows" / "weekly.yml")["jobs"]
    assert {job["continue-on-error"] for job in jobs.values()} == {"true"}
    assert set(jobs) == {"newest", "links"}


def test_no_build_asks_other_sites_whether_their_links_answer() -> None:
    for name in ("check", "publish"):
        assert "make links" not in (GITHUB / "workflows" / f"{name}.yml").read_text(encoding="utf-8")
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8")
    for line in re.findall(r"^(?:site|test|release|check|lint):.*$", recipe, re.MULTILINE):
        assert "links" not in line.partition("##")[0]


def test_there_is_a_template_for_each_kind_of_change() -> None:
    assert {path.name for path in TEMPLATES} == {
        *("code.md", "fait.md", "lieu.md", "personne-retiree.md", "seance.md", "traduction.md")
    }


@pytest.mark.parametrize("path", [*TEMPLATES, GITHUB / "pull_request_template.md"], ids=lambda path: path.stem)
def test_a_template_asks_for_what_exists(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("- [ ]") >= 3
    assert set(re.findall(r"`make ([a-z]+)", text)) <= TARGETS
    for named in re.findall(r"`((?:docs|places|members)/[\w./-]+\.(?:yml|txt))`", text):
        assert (ROOT / named).is_file(), named


def test_updates_of_versions_come_in_groups() -> None:
    for update in workflow(GITHUB / "dependabot.yml")["updates"]:
        assert update["groups"]
        assert update["package-ecosystem"] in {"github-actions", "npm"}
