"""A nodule, and where a model sees it.

Green was found, orange was missed, red was taken for nodule and is none.  The second model sees the
same nodule a little too far to the right; the third sees it everywhere in the tissue around.
"""

import torch

from katas._dojo.writing.scans import draw_scan
from katas.ch13_segmentation.overlay_image import overlay


def draw(figure):
    figure.set_size_inches(6, 2.3)
    scan = draw_scan(3)
    x, y, z = (
        round((center - origin) / spacing)
        for center, origin, spacing in zip(
            scan.nodules[0].center_xyz, scan.origin_xyz, scan.spacing_xyz, strict=True
        )
    )
    hu = torch.from_numpy(scan.hu[z]).float()
    rows, columns = torch.meshgrid(*map(torch.arange, hu.shape), indexing="ij")
    radius = scan.nodules[0].diameter_mm / 2
    away = ((rows - y) * scan.spacing_xyz[1]) ** 2 + ((columns - x) * scan.spacing_xyz[0]) ** 2
    label = away < radius**2
    models = {
        "it misses the rim": away < (0.7 * radius) ** 2,
        "too far to the right": label.roll(3, dims=1),
        "whatever is dense": hu > -400,
    }
    for ax, (name, predicted) in zip(figure.subplots(1, 3), models.items(), strict=True):
        ax.imshow(overlay(hu, predicted, label).numpy())
        ax.set_title(name, fontsize=10)
        ax.axis("off")
