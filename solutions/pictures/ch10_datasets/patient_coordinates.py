"""One slice, as an array and in the patient.

Voxel (0, 0, 0) is where the arrows begin: blue runs along a row, orange along a column, and each
ends 30 voxels on.  In the array all is upright, and the nodule in the ring is flat.  In millimetres
orange is longer, the nodule is round, and the scan lies turned where it was taken.
"""

import numpy as np

from katas._dojo.showing.page import BLUE, GREEN, ORANGE
from katas._dojo.writing.scans import draw_scan
from katas.ch10_datasets.patient_coordinates import irc_to_xyz, xyz_to_irc

COS, SIN = np.cos(np.radians(25)), np.sin(np.radians(25))
TURNED = np.array([[COS, -SIN, 0], [SIN, COS, 0], [0, 0, 1]])  # about the long axis of the patient


def draw(figure):
    figure.set_size_inches(6, 3.6)
    scan = draw_scan(34, n_nodules=1, direction=TURNED)
    where = scan.origin_xyz, scan.spacing_xyz, scan.direction
    x, y, _ = scan.nodules[0].center_xyz
    index, row, column = xyz_to_irc(scan.nodules[0].center_xyz, *where)
    hu = scan.hu[index]
    rows, columns = map(range, hu.shape)
    places = np.array([[irc_to_xyz((index, r, c), *where) for c in columns] for r in rows])
    array, patient = figure.subplots(1, 2)
    _slice(array, *np.meshgrid(columns, rows), hu, (column, row), 9)
    array.set(title="the array", xlabel="column", ylabel="row")
    _slice(patient, places[..., 0], places[..., 1], hu, (x, y), 12)
    patient.set(title="the patient", xlabel="x in mm", ylabel="y in mm")


def _slice(ax, x, y, hu, nodule, radius):
    """Draw ``hu``, each voxel at its ``x`` and ``y``, and a ring around ``nodule``."""
    ax.pcolormesh(x, y, hu, cmap="gray", vmin=-1000, vmax=300, rasterized=True)
    angles = np.linspace(0, 2 * np.pi, 100)
    ax.plot(nodule[0] + radius * np.cos(angles), nodule[1] + radius * np.sin(angles), color=GREEN)
    for color, (row, column) in {BLUE: (0, 30), ORANGE: (30, 0)}.items():
        arrow = {"arrowstyle": "->", "color": color, "linewidth": 3, "shrinkA": 0, "shrinkB": 0}
        ax.annotate("", (x[row, column], y[row, column]), (x[0, 0], y[0, 0]), arrowprops=arrow)
    ax.set_aspect("equal")
    ax.invert_yaxis()
    ax.grid(False)
