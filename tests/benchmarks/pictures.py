"""What was timed, drawn: the ladder, the samples per second over batch size, the roofline."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from katas._dojo.showing.page import BLUE, GREY, ORANGE
from tests.benchmarks.table import Table, by, seconds_per_step

if TYPE_CHECKING:
    from matplotlib.figure import Figure

DEVICES = {"cpu": "CPU", "cuda": "GPU"}
COLOURS = {"cpu": BLUE, "cuda": ORANGE}
BOOK = "module with data loader"  # the rung that the book writes
FASTEST = "the fastest rung"
STYLES = {BOOK: "--", FASTEST: "-"}

Curve = dict[int, float]  # samples per second for each batch size


def ladder(table: Table) -> Figure:
    """A bar for each rung on each device; above it is room for its name."""
    from matplotlib.figure import Figure
    from matplotlib.patches import Patch
    from matplotlib.ticker import EngFormatter, LogLocator, NullLocator

    rows = table.slowest_first
    seconds = [seconds_per_step(row) for row in rows]
    devices = [row["extra_info"]["device"] for row in rows]
    time = EngFormatter(unit="s")
    figure = Figure(figsize=(6, 0.9 + 0.4 * len(rows)))
    axes = figure.subplots()
    axes.barh(range(len(rows)), seconds, height=0.3, color=[COLOURS[it] for it in devices])
    for place, row in enumerate(rows):
        line = {"y": place - 0.2, "va": "bottom", "transform": axes.get_yaxis_transform()}
        axes.text(0, s=row["extra_info"]["rung"], ha="left", **line)
        axes.text(1, s=time(float(f"{seconds[place]:.3g}")), ha="right", **line)
    axes.set(xscale="log", xlim=(min(seconds) / 2, max(seconds)), xlabel="time per step")
    axes.set(ylim=(len(rows) - 0.7, -0.8), yticks=[])
    axes.set_axisbelow(True)
    axes.spines.left.set_visible(False)
    few_decades = max(seconds) < 300 * min(seconds)
    axes.xaxis.set_major_locator(LogLocator(subs=(1, 2, 5) if few_decades else (1,), numticks=9))
    axes.xaxis.set_minor_locator(NullLocator())
    axes.xaxis.set_major_formatter(time)
    if len(set(devices)) > 1:
        patches = [Patch(color=COLOURS[it], label=name) for it, name in DEVICES.items()]
        figure.legend(handles=patches, loc="outside upper left", ncols=2)
    return figure


def curves(rows: list[dict], loop: str) -> dict[str, Curve]:
    """For each device, how many samples a second ``loop`` takes of one network."""
    these = [row for row in rows if loop in (row["extra_info"]["rung"], FASTEST)]
    return {
        device: {
            size: max(size / seconds_per_step(row) for row in of_size)
            for size, of_size in sorted(by("samples", of_device).items())
        }
        for device, of_device in by("device", these).items()
    }


def crossing(cpu: Curve, gpu: Curve) -> float | None:
    """The batch size from which on the GPU is faster; None if the curves do not show it.

    Between two sizes, each curve is a line in the logarithms.
    """
    sizes = sorted(cpu.keys() & gpu.keys(), reverse=True)
    leads = [math.log(gpu[size] / cpu[size]) for size in sizes]
    if not sizes or leads[0] < 0:
        return None
    points = zip(sizes, leads, strict=True)
    for (larger, ahead), (smaller, behind) in itertools.pairwise(points):
        if behind < 0:
            return larger * (smaller / larger) ** (ahead / (ahead - behind))
    return None


def batch_size(number: float) -> str:
    """As exact as a point between two measured ones can be."""
    return f"{number:.0f}" if number >= 10 else f"{number:.1f}"


def cpu_against_gpu(rows: list[dict]) -> Figure:
    """A curve for each loop on each device, and a line where the GPU overtakes the CPU."""
    from matplotlib.figure import Figure
    from matplotlib.ticker import EngFormatter, NullLocator

    figure = Figure(figsize=(6, 4.2))
    axes = figure.subplots()
    axes.set(xscale="log", yscale="log", xlabel="batch size", ylabel="samples per second")
    for place, (loop, style) in enumerate(STYLES.items()):
        found = curves(rows, loop)
        for device, curve in found.items():
            label = f"{DEVICES[device]}, {loop}"
            axes.plot(
                *zip(*curve.items(), strict=True), f"o{style}", c=COLOURS[device], label=label
            )
        if at := crossing(*(found.get(device, {}) for device in DEVICES)):
            axes.axvline(at, c=GREY, ls=style, lw=1)
            beside = {"xytext": (4, -14 * place), "textcoords": "offset points", "va": "top"}
            axes.annotate(batch_size(at), (at, 1), xycoords=("data", "axes fraction"), **beside)
    _whole_decades(axes)
    sizes = sorted(by("samples", rows))
    axes.set_xticks(sizes, map(str, sizes))
    axes.xaxis.set_minor_locator(NullLocator())
    axes.yaxis.set_major_formatter(EngFormatter(sep=""))
    figure.legend(loc="outside lower center", ncols=2)
    return figure


@dataclass
class Point:
    """A row in the roofline: operations a byte and a second, below what its device can do."""

    row: dict

    @property
    def intensity(self) -> float:
        return self.row["extra_info"]["operations"] / self.row["extra_info"]["bytes"]

    @property
    def rate(self) -> float:
        return self.row["extra_info"]["operations"] / seconds_per_step(self.row)

    @property
    def roof(self) -> str:
        """What the rates were measured with; a GPU does not know the threads of Python."""
        facts = self.row["extra_info"]
        n_threads = facts["threads"]
        threads = f", {n_threads} thread{'s' * (n_threads > 1)}"
        return facts["dtype"] + (threads if facts["device"] == "cpu" else "")

    @property
    def ridge(self) -> float:
        """The intensity from which on arithmetic is the limit, and no longer memory."""
        rates = self.row["extra_info"]["rates"]
        return rates["operations"] / rates["bytes"]

    def attainable(self, intensity: float) -> float:
        rates = self.row["extra_info"]["rates"]
        return min(rates["operations"], rates["bytes"] * intensity)


def points(tables: list[Table], device: str) -> list[Point]:
    """The fastest rung of each problem."""
    of_device = [by("device", table.rows).get(device) for table in tables]
    return [Point(min(rows, key=seconds_per_step)) for rows in of_device if rows]


def roofline(points: list[Point]) -> Figure:
    """A roof for each pair of rates, a marker for each network; a line through its batch sizes."""
    from matplotlib.figure import Figure
    from matplotlib.ticker import EngFormatter

    figure = Figure(figsize=(6, 4.6))
    axes = figure.subplots()
    axes.set(xscale="log", yscale="log", xlabel="operations a byte", ylabel="operations a second")
    places = [it.intensity for it in points] + [it.ridge for it in points]
    styles = itertools.cycle(["-", "--", ":", "-."])
    for roof, point in {it.roof: it for it in points}.items():
        xs = [min(places) / 3, point.ridge, 3 * max(places)]
        ys = [point.attainable(x) for x in xs]
        axes.plot(xs, ys, ls=next(styles), c=GREY, label=f"limit, {roof}")
    markers = itertools.cycle("osD^vP")
    for network in dict.fromkeys(it.row["extra_info"]["network"] for it in points):
        these = [it for it in points if it.row["extra_info"]["network"] == network]
        xs, ys = [it.intensity for it in these], [it.rate for it in these]
        (drawn,) = axes.plot(xs, ys, marker=next(markers), lw=0.8, label=network)
        ends = {"va": "center", "textcoords": "offset points", "color": drawn.get_color()}
        for place, ha, offset in [(0, "left", 7), (-1, "right", -7)] if these[1:] else []:
            size = these[place].row["extra_info"]["samples"]
            axes.annotate(str(size), (xs[place], ys[place]), (offset, 0), ha=ha, **ends)
    _whole_decades(axes)
    axes.yaxis.set_major_formatter(EngFormatter(sep=""))
    figure.legend(loc="outside lower center", ncols=2)
    return figure


def _whole_decades(axes) -> None:
    """Two powers of ten at least on the vertical axis, or nobody could read it."""
    low, high = (math.log10(it) for it in axes.dataLim.intervaly)
    axes.set_ylim(10 ** math.floor(low - 0.05), 10 ** math.ceil(high + 0.05))
