"""``--benchmark-report``: what was timed on one page, with the machine named, and pictures."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from katas._dojo.showing.page import page, picture, pictures
from tests.benchmarks.machine import described
from tests.benchmarks.pictures import (
    DEVICES,
    STYLES,
    Point,
    batch_size,
    cpu_against_gpu,
    crossing,
    curves,
    ladder,
    points,
    roofline,
)
from tests.benchmarks.table import COLUMNS, N_WORDS, Table, by, digits, tables

STYLE = """
body { max-width: 52rem }
.wide th, .wide td, td:first-child { white-space: nowrap }
.number { text-align: right }
"""


def report(rows: list[dict], machine: dict) -> str:
    """The page about ``rows``, pytest-benchmark's, timed on ``machine``.

    What was saved as JSON has both: ``machine_info``, and each of ``benchmarks`` with its
    ``stats`` beside the rest.
    """
    found = tables(rows)
    with pictures():
        body = [
            _html([[it, value] for it, value in described(machine).items()], n_words=2),
            "<p>A step is one update of the parameters. Its time is that of the best round; "
            "every rung has first shown that it ends with the same parameters.</p>",
            "<h2>When is a GPU worth it?</h2>",
            *_over_batch_size(rows),
            "<h2>How far is it to the limit?</h2>",
            *_limits(found),
            "<h2>What does each comfort cost?</h2>",
            *_ladders(found),
        ]
    return page("The training loop, timed", "\n".join(body), STYLE)


def _over_batch_size(rows: list[dict]) -> Iterator[str]:
    for device, name in DEVICES.items():
        if device not in by("device", rows):
            yield f"<p>There is no {name} in this run.</p>"
    for network, of_network in by("network", rows).items():
        if len(by("samples", of_network)) > 1:
            caption = " ".join([f"{network} on images of 32 by 32.", *_who_is_faster(of_network)])
            yield picture(cpu_against_gpu(of_network), caption)


def _who_is_faster(rows: list[dict]) -> Iterator[str]:
    for loop in STYLES:
        found = curves(rows, loop)
        cpu, gpu = (found.get(device, {}) for device in DEVICES)
        sizes = cpu.keys() & gpu.keys()
        if at := crossing(cpu, gpu):
            yield f"{loop.capitalize()}: the GPU is faster from batches of {batch_size(at)} on."
        elif sizes and gpu[max(sizes)] < cpu[max(sizes)]:
            yield f"{loop.capitalize()}: the CPU is faster even at batches of {max(sizes)}."
        elif sizes:
            yield f"{loop.capitalize()}: the GPU is faster at every batch size."


def _limits(tables: list[Table]) -> Iterator[str]:
    yield (
        "<p>A loop is bound by arithmetic, at the rate of a large matrix product, or by memory, "
        "at the rate of a large copy; both were measured in this run. Operations and bytes are "
        "those that no program can leave out: each sample is read once, and the parameters are "
        "read and written once in a call of many steps. A line goes from the smallest batch "
        "size of a network to its largest.</p>"
    )
    columns = ["problem", "rung", "operations a byte", "GFLOP/s", "of the limit"]
    for device, name in DEVICES.items():
        if found := points(tables, device):
            yield picture(roofline(found), f"{name}: the fastest rung of each problem.")
            yield _wide(_html([_of_the_limit(it) for it in found], 2, columns))


def _of_the_limit(point: Point) -> list[str]:
    return [
        point.row["group"],
        point.row["extra_info"]["rung"],
        digits(point.intensity),
        digits(point.rate / 1e9),
        digits(100 * point.rate / point.attainable(point.intensity)) + " %",
    ]


def _ladders(tables: list[Table]) -> Iterator[str]:
    yield "<p>The floor is the time at the limit above, and the share of one call.</p>"
    for table in tables:
        yield f"<h3>{escape(table.problem)}</h3>"
        yield picture(ladder(table), f"{table.problem}: the time of a step, rung by rung.")
        yield _wide(_html(table.cells, N_WORDS, COLUMNS))
        yield from (f'<p class="dim">{escape(fact)}</p>' for fact in table.facts)


def _html(rows: list[list[str]], n_words: int, columns: list[str] | None = None) -> str:
    """A table; after ``n_words`` columns of words come numbers."""

    def line(cells: list[str], tag: str) -> str:
        kinds = [""] * n_words + [' class="number"'] * (len(cells) - n_words)
        pairs = zip(kinds, cells, strict=True)
        return "".join(f"<{tag}{kind}>{escape(it)}</{tag}>" for kind, it in pairs)

    lines = [line(columns, "th")] if columns else []
    lines += [line(cells, "td") for cells in rows]
    return "<table>\n" + "\n".join(f"<tr>{it}</tr>" for it in lines) + "\n</table>"


def _wide(table: str) -> str:
    """It scrolls by itself where the screen is narrow."""
    return f'<div class="wide">{table}</div>'
