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
    """Refuse workers for what one process has to do alone.

    Here, because the process that hands out tests to others never sees the benchmarks.
    """
    option = config.option
    if getattr(option, "dist", "no") == "no" and not hasattr(config, "workerinput"):
        return
    if option.kill_matrix:
        raise pytest.UsageError("--kill-matrix is printed by the process that fills it: omit -n")
    if option.benchmark_enable or option.benchmark_only:
        raise pytest.UsageError("benchmarks share the machine with nobody: time without -n")


def pytest_terminal_summary(terminalreporter, config):
    if config.option.kill_matrix:
        for line in kill_matrix(CURRICULUM):
            terminalreporter.write_line(line)


@pytest.fixture
def workshop(tmp_path) -> Workshop:
    """A learner's copy of the project in which nothing is solved."""
    return Workshop(tmp_path, CURRICULUM)
