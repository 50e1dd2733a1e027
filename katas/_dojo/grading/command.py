"""``--grade-submissions``: what the command line says of a course; torch stays out of it."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest
from _pytest.main import pytest_cmdline_main as run_tests

from katas._dojo.system.process import FORKS


def pytest_addoption(parser):
    group = parser.getgroup("katas")
    group.addoption(
        "--grade-submissions",
        metavar="DIR",
        help="grade every folder and zip in DIR, each as a submission; needs --out",
    )
    group.addoption("--out", metavar="DIR", help="where the grades of all submissions are written")
    group.addoption(
        "--scheduler",
        metavar="ADDRESS",
        help="grade on the workers of Dask's scheduler at ADDRESS, or of one of our own: local "
        "(default: local for more than 50 submissions, if Dask is installed)",
    )
    group.addoption("--grade-desk", metavar="SETUP", help=argparse.SUPPRESS)


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config):
    """What it takes is imported here: every other run can do without."""
    option = config.option
    if option.grade_desk:
        from katas._dojo.grading.server import Desk

        desk = Desk(Path(option.katas_in), option.grade_desk)
        config.pluginmanager.register(desk, "kata-desk")
        if (status := run_tests(config)) == pytest.ExitCode.OK:
            desk.serve()
        return status
    if option.help or option.grade_submissions is None:
        return None
    if not FORKS:
        raise pytest.UsageError("--grade-submissions needs Linux: a container has it everywhere")
    if option.solutions or option.katas_in or option.answers or option.grade:
        raise pytest.UsageError("--grade-submissions says whose code runs, and where grades go")
    from katas._dojo.grading.course import Course

    return Course(config).grade()
