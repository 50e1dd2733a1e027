"""CT scans that nobody lay in: drawn, with nodules where they are said to be, in the files of LUNA.

A lung is a cube of air with blood vessels and nodules in it, in soft tissue.  All is drawn in
millimetres, around points in the coordinates of the patient, so that what lies where is known
before anything is read.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

LUNG, TISSUE, NOISE = -850, 40, 30  # in Hounsfield units: air is -1000, water 0
N_VESSELS = 12
# Turned about its long axis and laid on its side: the inverse of this matrix is its transpose
# and nothing simpler, so who takes one for the other is far off.
TURNED = np.array([[0.6, 0.0, 0.8], [0.8, 0.0, -0.6], [0.0, 1.0, 0.0]])
DIRECTIONS = {
    "straight": np.eye(3),
    "on the belly": np.diag([-1.0, -1.0, 1.0]),
    "a quarter turn": np.array([[0.0, -1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]]),
    "turned": TURNED,
}


@dataclass(frozen=True)
class Nodule:
    """A ball of soft tissue: its centre in the patient, and its diameter, in millimetres."""

    center_xyz: tuple[float, float, float]
    diameter_mm: float


@dataclass(frozen=True)
class Scan:
    """Hounsfield units by index, row and column, and where in the patient they were measured.

    ``hu`` is int16 [I, R, C].  ``origin_xyz`` is the place of voxel (0, 0, 0), ``spacing_xyz`` is
    how far apart columns, rows and slices lie, both in millimetres; the columns of ``direction``
    are the directions in which these three run.
    """

    series_uid: str
    hu: np.ndarray
    origin_xyz: tuple[float, float, float]
    spacing_xyz: tuple[float, float, float]
    direction: np.ndarray
    nodules: list[Nodule]
    vessels_xyz: list[tuple[float, float, float]]  # a point on each: it only looks like a nodule


def draw_scan(
    seed: int,
    *,
    shape: tuple[int, int, int] = (40, 64, 72),
    n_nodules: int = 2,
    direction: np.ndarray | None = None,
) -> Scan:
    """A scan of ``shape`` [I, R, C], the same for the same arguments."""
    rng = np.random.default_rng(seed)
    direction = np.eye(3) if direction is None else direction
    spacing = np.round(rng.uniform([1.25, 1.5, 2.5], [1.5, 1.75, 2.75]), 3)
    origin = np.round(rng.uniform(-200, 200, 3), 1)
    size = np.array(shape[::-1]) * spacing
    grid = np.stack(np.meshgrid(*map(np.arange, shape), indexing="ij"), -1)[..., ::-1] * spacing

    hu = np.full(shape, TISSUE, dtype=np.float64)
    hu[np.all(np.abs(grid - size / 2) < 0.42 * size, axis=-1)] = LUNG
    on_vessels = []
    for _ in range(N_VESSELS):
        through, along = rng.uniform(0.25, 0.75, 3) * size, rng.normal(size=3)
        along /= np.linalg.norm(along)
        offset = grid - through
        beside = offset - (offset @ along)[..., None] * along
        hu[np.linalg.norm(beside, axis=-1) < rng.uniform(1.5, 2.5)] = TISSUE
        on_vessels.append(through)
    nodules = []
    while len(nodules) < n_nodules:
        center, diameter = rng.uniform(0.25, 0.75, 3) * size, rng.uniform(9, 16)
        if all(np.linalg.norm(center - other) > 30 for other, _ in nodules):
            hu[np.linalg.norm(grid - center, axis=-1) < diameter / 2] = TISSUE
            nodules.append((center, diameter))
    hu += rng.normal(0, NOISE, shape)

    def in_patient(place):
        return tuple(np.round(origin + direction @ place, 3).tolist())

    return Scan(
        f"1.3.6.1.4.1.{seed}",
        hu.round().astype(np.int16),
        tuple(origin.tolist()),
        tuple(spacing.tolist()),
        direction,
        [Nodule(in_patient(center), round(diameter, 3)) for center, diameter in nodules],
        [in_patient(place) for place in on_vessels],
    )


def write_scan(scan: Scan, folder: Path, *, big_endian: bool = False) -> Path:
    """Write ``scan`` as MetaIO, ``<series_uid>.mhd`` beside its ``.raw``; return the first."""
    header = {
        "ObjectType": "Image",
        "NDims": 3,
        "BinaryData": True,
        "BinaryDataByteOrderMSB": big_endian,
        "CompressedData": False,
        "TransformMatrix": _spaced(scan.direction.T.flatten()),  # column by column
        "Offset": _spaced(scan.origin_xyz),
        "CenterOfRotation": "0 0 0",
        "ElementSpacing": _spaced(scan.spacing_xyz),
        "DimSize": _spaced(scan.hu.shape[::-1]),
        "ElementType": "MET_SHORT",
        "ElementDataFile": f"{scan.series_uid}.raw",
    }
    path = folder / f"{scan.series_uid}.mhd"
    path.write_text("".join(f"{key} = {value}\n" for key, value in header.items()))
    voxels = scan.hu.astype(">i2" if big_endian else "<i2")
    (folder / header["ElementDataFile"]).write_bytes(voxels.tobytes())
    return path


def write_tables(scans: Iterable[Scan], folder: Path) -> None:
    """Write ``annotations.csv``, the nodules, and ``candidates.csv``, what may be one or not.

    A candidate lies up to a millimetre beside the nodule that it is, as those of LUNA do.
    """
    annotations = [["seriesuid", "coordX", "coordY", "coordZ", "diameter_mm"]]
    candidates = [["seriesuid", "coordX", "coordY", "coordZ", "class"]]
    for scan in scans:
        for nodule in scan.nodules:
            annotations.append([scan.series_uid, *nodule.center_xyz, nodule.diameter_mm])
            beside = [round(x + 0.5, 3) for x in nodule.center_xyz]
            candidates.append([scan.series_uid, *beside, 1])
        candidates += [[scan.series_uid, *place, 0] for place in scan.vessels_xyz]
    for name, rows in {"annotations": annotations, "candidates": candidates}.items():
        with (folder / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(rows)


def _spaced(numbers: Iterable[float]) -> str:
    return " ".join(map(str, numbers))
