"""A table for each problem at the end of a run that has timed something."""

from __future__ import annotations

import pytest

from tests.benchmarks.table import tables

ROWS = pytest.StashKey[list]()


def pytest_itemcollected(item):
    """What runs on CUDA is timed until CUDA has finished."""
    if getattr(item, "callspec", None) and item.callspec.params.get("device") == "cuda":
        from tests.benchmarks.floor import synchronized

        item.add_marker(pytest.mark.benchmark(timer=synchronized))


@pytest.hookimpl(tryfirst=True)
def pytest_benchmark_group_stats(config, benchmarks):
    """Take the place of pytest-benchmark's own table, except in comparisons between runs."""
    config.stash[ROWS] = [row for row in benchmarks if row["path"] is None]  # not from a file
    return None if config.option.benchmark_compare else []


def pytest_terminal_summary(terminalreporter, config):
    for title, lines in tables(config.stash.get(ROWS, [])):
        terminalreporter.write_sep("-", title)
        for line in lines:
            terminalreporter.write_line(line)
