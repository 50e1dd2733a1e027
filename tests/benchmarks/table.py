"""Tables of what was timed: one for each problem, the fastest rung last."""

from __future__ import annotations

import math
from collections.abc import Iterator

COLUMNS = ["rung", "device", "time per step", "samples/s", "times the best", "of the floor"]


def tables(rows: list[dict]) -> Iterator[tuple[str, list[str]]]:
    """Title and lines of each table; ``rows`` are pytest-benchmark's, in the order of the run.

    The time is that of the best round: what else the machine does can only add to it.
    """
    problems = dict.fromkeys(row["group"] for row in rows)
    for problem in problems:
        yield problem, list(_table([row for row in rows if row["group"] == problem]))


def _table(rows: list[dict]) -> Iterator[str]:
    facts = rows[0]["extra_info"]
    yield f"{facts['samples']} samples a step, {facts['steps']} steps a call"
    for device in dict.fromkeys(row["extra_info"]["device"] for row in rows):
        yield _rates(next(it for it in rows if it["extra_info"]["device"] == device)["extra_info"])
    best = min(map(_seconds, rows))
    cells = [_cells(row, best) for row in sorted(rows, key=_seconds, reverse=True)]
    widths = [max(map(len, column)) for column in zip(COLUMNS, *cells, strict=True)]
    for line in [COLUMNS, *cells]:
        left, right = line[:2], line[2:]
        aligned = [cell.ljust(width) for cell, width in zip(left, widths, strict=False)]
        aligned += [cell.rjust(width) for cell, width in zip(right, widths[2:], strict=True)]
        yield "  ".join(aligned)


def _seconds(row: dict) -> float:
    return row["min"] / row["extra_info"]["steps"]


def _cells(row: dict, best: float) -> list[str]:
    facts, seconds = row["extra_info"], _seconds(row)
    return [
        facts["rung"],
        facts["device"],
        _microseconds(seconds),
        _digits(facts["samples"] / seconds),
        _digits(seconds / best),
        _digits(100 * facts["floor"] / seconds) + " %",
    ]


def _rates(facts: dict) -> str:
    rates = facts["rates"]
    return (
        f"{facts['device']}: threads {facts['threads']}, "
        f"matrix product {rates['operations'] / 1e9:,.0f} GFLOP/s, "
        f"copy {rates['bytes'] / 1e9:,.0f} GB/s, "
        f"Python call {_microseconds(rates['python_call'])}, "
        f"torch call {_microseconds(rates['torch_call'])}, "
        f"floor {_microseconds(facts['floor'])} a step"
    )


def _microseconds(seconds: float) -> str:
    return f"{_digits(seconds * 1e6)} µs"


def _digits(number: float) -> str:
    """Three significant digits at least, and never an exponent."""
    decimals = max(0, 2 - math.floor(math.log10(number))) if number > 0 else 0
    return f"{number:,.{decimals}f}"
