"""What a run that has timed something leaves: a table for each problem, a page, JSON."""

from __future__ import annotations

import pytest

from katas._dojo.showing.state import write
from tests.benchmarks.table import tables

ROWS = pytest.StashKey[list]()
OF_A_COMMIT = ("id", "time", "dirty")  # not the branch or the folder, which name somebody's work


@pytest.hookimpl(tryfirst=True)
def pytest_benchmark_group_stats(config, benchmarks):
    """Take the place of pytest-benchmark's own table, except in comparisons between runs."""
    config.stash[ROWS] = [row for row in benchmarks if row["path"] is None]  # not from a file
    return None if config.option.benchmark_compare else []


def pytest_terminal_summary(terminalreporter, config):
    rows = config.stash.get(ROWS, [])
    for table in tables(rows):
        terminalreporter.write_sep("-", table.problem)
        for line in table.lines:
            terminalreporter.write_line(line)
    if name := config.option.benchmark_report:
        terminalreporter.write_line(_write_report(config, name, rows))


def _write_report(config, name: str, rows: list[dict]) -> str:
    """What became of the page, in one line."""
    from tests.benchmarks.report import report

    if not rows:
        return f"Nothing was timed: there is no page {name}"
    machine = config.hook.pytest_benchmark_generate_machine_info(config=config)
    config.hook.pytest_benchmark_update_machine_info(config=config, machine_info=machine)
    file = config.invocation_params.dir / name
    try:
        write(file, report(rows, machine).encode(), file.parent)
    except OSError as error:
        return f"{name} cannot be written ({error.strerror}): there is no page of this run"
    return f"The page of this run: {name}"


def pytest_benchmark_update_machine_info(machine_info):
    from tests.benchmarks.machine import machine

    facts = machine(machine_info)
    machine_info.clear()
    machine_info.update(facts)


def pytest_benchmark_update_commit_info(commit_info):
    for fact in set(commit_info) - set(OF_A_COMMIT):
        del commit_info[fact]


def pytest_benchmark_update_json(config, output_json):
    """Small enough to commit, and the same for the same run: no address in memory."""
    for row in output_json["benchmarks"]:
        row["params"] = {name: str(value) for name, value in row["params"].items()}
        if not config.option.benchmark_save_data:
            row["stats"].pop("data", None)
