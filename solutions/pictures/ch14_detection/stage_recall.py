"""Where nodules are lost.

Each bar is the nodules that are left, and in orange those that the stage before has lost; the
numbers below are the recall of each stage.  The grey bars, on a scale of their own, are the false
alarms: what the second stage is for.
"""

from katas._dojo.showing.page import BLUE, GREY, ORANGE
from katas.ch14_detection.stage_recall import stage_recall

TABLE = [[0, 1000, 30, 14], [10, 4, 50, 6], [6, 3, 8, 13]]


def draw(figure):
    figure.set_size_inches(6, 3)
    nodules, alarms = figure.subplots(1, 2, width_ratios=[3, 2])
    found = stage_recall(TABLE)
    left = sum(TABLE[1]) + sum(TABLE[2])
    names = ["there"]
    nodules.bar(0, left, color=BLUE)
    for place, name in enumerate(["segmentation", "classification"], 1):
        recall, lost, others = found[name]
        left -= lost
        nodules.bar(place, left, color=BLUE)
        nodules.bar(place, lost, bottom=left, color=ORANGE)
        names.append(f"{name}\n{recall:.3f}")
        alarms.bar(name, others, color=GREY)
    nodules.set_xticks(range(3), names, fontsize=8)
    nodules.set_title(f"nodules: {found['both'][0]:.2f} in the end", fontsize=10)
    alarms.tick_params(axis="x", labelsize=8)
    alarms.set_title("false alarms", fontsize=10)
