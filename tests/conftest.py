import pytest

from katas._dojo.curriculum import CURRICULUM
from tests.matrix import kill_matrix
from tests.workshop import Workshop


def pytest_addoption(parser):
    parser.getgroup("katas").addoption(
        "--kill-matrix",
        action="store_true",
        help="print, kata by kata, which tests caught which known mistake",
    )


def pytest_configure(config):
    if config.option.kill_matrix and getattr(config.option, "numprocesses", None):
        raise pytest.UsageError(
            "--kill-matrix is printed by the process that fills it: leave out -n"
        )


def pytest_terminal_summary(terminalreporter, config):
    if config.option.kill_matrix:
        for line in kill_matrix(CURRICULUM):
            terminalreporter.write_line(line)


@pytest.fixture
def workshop(tmp_path) -> Workshop:
    """A learner's copy of the project in which nothing is solved."""
    return Workshop(tmp_path, CURRICULUM)
