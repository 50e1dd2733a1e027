"""``--update`` and ``--undo-update``: the next version, in which every answer has stayed.

The new version does it itself, in a process of its own: it knows what has been moved since.
"""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest
from _pytest.config import create_terminal_writer

from katas._dojo.curriculum import ROOT

UPSTREAM = ""  # --update with nothing after it
UPDATES = ROOT / ".katas" / "update"


def pytest_addoption(parser):
    group = parser.getgroup("katas")
    group.addoption(
        "--update",
        nargs="?",
        const=UPSTREAM,
        metavar="SOURCE",
        help="get the next version, from git or from the zip of a release; your answers stay",
    )
    group.addoption(
        "--undo-update",
        action="store_true",
        help="go back to the version before the last update; your answers stay",
    )


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config):
    option = config.option
    _tell_what_was_finished(config)
    if option.help or (option.update is None and not option.undo_update):
        return None
    if option.update is not None and option.undo_update:
        raise pytest.UsageError("--update or --undo-update, not both")
    try:
        return _run(ROOT, "--undo") if option.undo_update else _updated(config, option.update)
    except KeyboardInterrupt:
        return pytest.ExitCode.INTERRUPTED


def _updated(config, source: str) -> int:
    """What it takes is imported here: every other run can do without."""
    from katas._dojo.updating.repository import RefusedError
    from katas._dojo.updating.sources import version_from
    from katas._dojo.updating.swap import alone

    if source and (config.invocation_params.dir / source).exists():
        source = str(config.invocation_params.dir / source)
    try:
        with alone(UPDATES):
            version = version_from(source, ROOT, UPDATES / "new")
    except RefusedError as error:
        raise pytest.UsageError(str(error)) from None
    except OSError as error:
        raise pytest.UsageError(f"{error.filename}: {error.strerror}") from None
    if version is None:
        create_terminal_writer(config, sys.stdout).line("Nothing new: all of it is here already")
        return pytest.ExitCode.OK
    commit = ["--commit", version.commit] if version.commit else []
    status = _run(version.folder, "--called", version.name, *commit)
    shutil.rmtree(UPDATES / "new", ignore_errors=True)
    return status


def _run(new, *arguments: str) -> int:
    sys.stdout.flush()
    command = [sys.executable, str(new / "katas" / "_dojo" / "updating"), str(ROOT), *arguments]
    return subprocess.run(command, check=False).returncode


def _tell_what_was_finished(config) -> None:
    """conftest.py could not: while pytest starts, nothing is shown."""
    told = UPDATES / "told.txt"
    if told.exists():
        terminal = create_terminal_writer(config, sys.stdout)
        for line in told.read_text("utf-8").splitlines():
            terminal.line(line)
        told.unlink()
