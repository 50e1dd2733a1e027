"""When it will be done, as foretold after 1, 2, 4, 8, … of 500 items.

The first eight items wait for processes that start, 15 seconds each; the others take about 1.  If
the warm-up counts, the first estimates are two hours late, and come down slowly.  Without it the
first one is nearly right.
"""

import torch

from katas._dojo.showing.page import BLUE, GREY, ORANGE
from katas.ch11_training.progress_estimate import enumerate_with_estimate

N, WARM_UP = 500, 8


def draw(figure):
    ax = figure.subplots()
    seconds = 0.7 + 0.6 * torch.rand(N)
    seconds[:WARM_UP] = 15
    for start_ndx, color in ((0, ORANGE), (WARM_UP, BLUE)):
        reports = _reports(seconds.tolist(), start_ndx)
        ax.semilogx(*zip(*reports, strict=True), ".-", color=color)
    ax.axhline(seconds.sum().item() / 60, color=GREY, linewidth=0.8)
    ax.text(13, 90, "the warm-up counts", color=ORANGE)
    ax.text(18, 14, "it does not", color=BLUE)
    ax.text(1, 13, "when it was done", color=GREY)
    ax.set(xlabel="items so far", ylabel="end, in minutes from the start", ylim=(0, None))


def _reports(seconds, start_ndx):
    now, reports = [0.0], []
    every = enumerate_with_estimate(
        seconds,
        lambda: now[0],
        lambda ndx, end: reports.append((ndx, end / 60)),
        start_ndx=start_ndx,
        print_ndx=1,
    )
    for _, taken in every:
        now[0] += taken
    return reports
