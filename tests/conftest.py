import pytest

from katas._dojo.curriculum import CURRICULUM
from tests.workshop import Workshop


def pytest_configure(config):
    """Here, because the process that hands out tests to others never sees the benchmarks."""
    option = config.option
    asked = option.benchmark_enable or option.benchmark_only
    if asked and (getattr(option, "dist", "no") != "no" or hasattr(config, "workerinput")):
        raise pytest.UsageError("benchmarks share the machine with nobody: time without -n")


@pytest.fixture
def workshop(tmp_path) -> Workshop:
    """A learner's copy of the project in which nothing is solved."""
    return Workshop(tmp_path, CURRICULUM)
