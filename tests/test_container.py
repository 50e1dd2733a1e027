"""What an editor and a container are told: it is there, and says the same everywhere."""

import json
import re

from katas._dojo.curriculum import CURRICULUM, ROOT
from tests.test_clients import OUT

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
