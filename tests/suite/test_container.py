"""What an editor and a container are told: it is there, and says the same everywhere."""

import json
import re
import subprocess

import pytest

from katas._dojo.curriculum import CURRICULUM, ROOT, in_turn
from tests.suite.test_clients import OUT

FOLDER = ROOT / ".devcontainer"
CONTAINER = json.loads((FOLDER / "devcontainer.json").read_text("utf-8"))
DOCKERFILE = (FOLDER / CONTAINER["build"]["dockerfile"]).read_text("utf-8")


def test_the_tests_panel_of_vs_code_shows_every_kata(workshop):
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
    assert settings["python.testing.pytestEnabled"] is True
    run = workshop.pytest(*OUT, *settings["python.testing.pytestArgs"], "--collect-only", "-q")
    assert run.status == 0
    shown = re.findall(r"^katas/(\w+)/test_(\w+)\.py", run.screen, re.MULTILINE)
    assert list(dict.fromkeys("/".join(it) for it in shown)) == list(map(str, CURRICULUM))


def test_the_tests_panel_finds_the_python_of_whoever_opens_it():
    """A setting of the folder would go before the container's."""
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
    assert not [name for name in settings if "interpreter" in name.lower()]


def test_the_editor_and_the_container_have_the_same_extensions():
    recommended = json.loads((ROOT / ".vscode" / "extensions.json").read_text("utf-8"))
    extensions = CONTAINER["customizations"]["vscode"]["extensions"]
    assert recommended["recommendations"] == extensions
    assert {"dev", "notebook"} == set(re.findall(r"--group /tmp/pyproject\.toml:(\w+)", DOCKERFILE))


def test_the_container_opens_where_a_learner_starts():
    first = in_turn(CURRICULUM)[0]
    assert CONTAINER["customizations"]["codespaces"]["openFiles"] == [f"katas/{first}.py"]
    assert CONTAINER["postAttachCommand"] == {"watch": "pytest katas --watch"}


def test_the_workflow_runs_on_three_systems():
    yaml = pytest.importorskip("yaml")
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "ci.yml").read_text("utf-8"))
    job = workflow["jobs"]["test"]
    matrix = job["strategy"]["matrix"]
    systems = [*matrix["os"], *(it["os"] for it in matrix["include"])]
    assert sorted(systems) == ["macos-latest", "ubuntu-latest", "windows-latest"]
    assert job["runs-on"] == "${{ matrix.os }}"
    assert job["steps"][-1] == {"run": ".ci/run", "shell": "bash"}


def test_bash_can_read_its_script_on_every_system():
    command = ["git", "check-attr", "eol", "--", ".ci/run"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert told.strip() == ".ci/run: eol: lf"


def test_what_the_container_copies_lies_in_its_context():
    context = FOLDER / CONTAINER["build"]["context"]
    copied = re.findall(r"^COPY (\S+) ", DOCKERFILE, re.MULTILINE)
    assert copied
    assert all((context / it).is_file() for it in copied)


def test_the_editor_takes_the_python_and_the_user_of_the_container():
    (environment,) = re.findall(r"UV_PROJECT_ENVIRONMENT=(\S+)", DOCKERFILE)
    settings = CONTAINER["customizations"]["vscode"]["settings"]
    assert settings["python.defaultInterpreterPath"] == f"{environment}/bin/python"
    assert f"PATH={environment}/bin:" in DOCKERFILE
    assert f"uv venv {environment} " in DOCKERFILE
    assert f"--python {environment} " in DOCKERFILE
    user = CONTAINER["remoteUser"]
    assert re.search(rf"useradd .* {user}$", DOCKERFILE, re.MULTILINE)
    assert DOCKERFILE.endswith(f"USER {user}\n")
