"""Two ways to hold nodules out.

Each bar is a sample, as high as its nodule is wide, in the order of the file; those for validation
are orange.  Split by position, the small ones are tested and the large ones trained on.  Split by
series, nodules of all sizes are on both sides, and no patient is.
"""

import json
import tempfile
from pathlib import Path

import torch

from katas._dojo.showing.page import BLUE, ORANGE
from katas.ch13_segmentation.jsonl_dataset import JsonlDataset

N_SAMPLES, N_SERIES = 60, 25


def draw(figure):
    figure.set_size_inches(6, 3.2)
    generator = torch.Generator().manual_seed(4)
    diameters = 4 + 8 * torch.empty(N_SAMPLES).exponential_(generator=generator)
    series = torch.randint(N_SERIES, (N_SAMPLES,), generator=generator).tolist()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "metadata.jsonl"
        path.write_text("".join(map(_line, range(N_SAMPLES), series)), "utf-8")
        by_series = {int(ct.stem) for ct, _ in JsonlDataset(path, is_validation=True)}
    by_position = range(N_SAMPLES * 4 // 5, N_SAMPLES)
    ways = {"by position": by_position, "by series": by_series}
    for ax, (name, held_out) in zip(figure.subplots(2, 1, sharex=True), ways.items(), strict=True):
        colors = [ORANGE if n in held_out else BLUE for n in range(N_SAMPLES)]
        ax.bar(range(N_SAMPLES), diameters.sort(descending=True).values.tolist(), color=colors)
        ax.set_ylabel("mm")
        ax.set_title(name, fontsize=10)
    ax.set_xlabel("line of the file")


def _line(n, uid):
    names = {"ct_file_name": f"ct/{n}.png", "mask_file_name": f"mask/{n}.png"}
    return json.dumps({"series_uid": f"1.{uid}", **names}) + "\n"
