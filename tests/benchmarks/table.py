"""Tables of what was timed: one for each problem, the fastest rung last."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

COLUMNS = ["rung", "device", "time per step", "samples/s", "times the best", "of the floor"]
N_WORDS = 2  # columns of words, on the left; what follows are numbers


@dataclass
class Table:
    """All that was timed of one problem; ``rows`` are pytest-benchmark's."""

    problem: str
    rows: list[dict]

    @property
    def slowest_first(self) -> list[dict]:
        return sorted(self.rows, key=seconds_per_step, reverse=True)

    @property
    def facts(self) -> Iterator[str]:
        """What holds for every row, and then for every row of a device."""
        facts = self.rows[0]["extra_info"]
        n_samples = facts["samples"]
        yield f"{n_samples} sample{'s' * (n_samples > 1)} a step, {facts['steps']} steps a call"
        for of_device in by("device", self.rows).values():
            yield _rates(of_device[0]["extra_info"])

    @property
    def cells(self) -> list[list[str]]:
        best = min(map(seconds_per_step, self.rows))
        return [_cells(row, best) for row in self.slowest_first]

    @property
    def lines(self) -> Iterator[str]:
        yield from self.facts
        widths = [max(map(len, column)) for column in zip(COLUMNS, *self.cells, strict=True)]
        for line in [COLUMNS, *self.cells]:
            cells = list(zip(line, widths, strict=True))
            words = [cell.ljust(width) for cell, width in cells[:N_WORDS]]
            yield "  ".join(words + [cell.rjust(width) for cell, width in cells[N_WORDS:]])


def tables(rows: list[dict]) -> list[Table]:
    problems = dict.fromkeys(row["group"] for row in rows)
    return [Table(it, [row for row in rows if row["group"] == it]) for it in problems]


def by(fact: str, rows: list[dict]) -> dict[object, list[dict]]:
    """The rows for each value of a fact, in the order of the run."""
    values = dict.fromkeys(row["extra_info"][fact] for row in rows)
    return {it: [row for row in rows if row["extra_info"][fact] == it] for it in values}


def seconds_per_step(row: dict) -> float:
    """Of the best round: what else the machine does can only add to it."""
    return row["min"] / row["extra_info"]["steps"]


def _cells(row: dict, best: float) -> list[str]:
    facts, seconds = row["extra_info"], seconds_per_step(row)
    return [
        facts["rung"],
        facts["device"],
        _microseconds(seconds),
        digits(facts["samples"] / seconds),
        digits(seconds / best),
        digits(100 * facts["floor"] / seconds) + " %",
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
    return f"{digits(seconds * 1e6)} µs"


def digits(number: float) -> str:
    """Three significant digits at least, and never an exponent."""
    decimals = max(0, 2 - math.floor(math.log10(number))) if number > 0 else 0
    return f"{number:,.{decimals}f}"
