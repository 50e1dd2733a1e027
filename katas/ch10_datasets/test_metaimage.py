"""A CT scan from its files (§10.3): voxels by slice, row, column, and where they lie."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_raises
from katas._dojo.writing.scans import TISSUE, TURNED, draw_scan, write_scan
from katas.ch10_datasets.metaimage import read_ct

SCAN = draw_scan(3, shape=(9, 12, 16), n_nodules=1, direction=TURNED)
SCAN.hu[0, 0, :2] = -3024, 3071  # where the scanner did not look, and metal
VOXELS = torch.from_numpy(SCAN.hu)
each_byte_order = pytest.mark.parametrize(
    "big_endian", [False, True], ids=["little-endian", "big-endian"]
)


def test_voxels_go_by_slice_row_column(tmp_path):
    """hu[i, r, c] is the voxel of slice i, row r, column c, as float32, whatever number it is."""
    assert_close(read_ct(write_scan(SCAN, tmp_path)).hu, VOXELS.float())


@each_byte_order
@pytest.mark.parametrize(
    ("element_type", "stored", "voxels"),
    [
        ("MET_SHORT", "i2", VOXELS),
        ("MET_UCHAR", "u1", VOXELS.clamp(0, 255)),
        ("MET_FLOAT", "f4", VOXELS / 8),
    ],
    ids=["short", "unsigned char", "float"],
)
def test_the_header_says_how_the_voxels_are_stored(
    tmp_path, element_type, stored, voxels, big_endian
):
    """Number type, byte order, name of the voxels' file stand in the header, and nowhere else."""
    header = write_scan(SCAN, tmp_path, big_endian=big_endian)
    text = header.read_text().replace("MET_SHORT", element_type)
    header.write_text(text.replace(f"{SCAN.series_uid}.raw", "voxels.raw"))
    array = voxels.numpy().astype((">" if big_endian else "<") + stored)
    (tmp_path / "voxels.raw").write_bytes(array.tobytes())
    # What lies under the name of the scan is of another day.
    header.with_suffix(".raw").write_bytes(bytes(array.nbytes))
    assert_close(read_ct(header).hu, voxels.float())


@pytest.mark.parametrize("field", ["origin_xyz", "spacing_xyz"])
def test_places_go_by_x_y_z(tmp_path, field):
    """Origin and spacing are tuples of three floats, x first, in millimetres."""
    found = getattr(read_ct(write_scan(SCAN, tmp_path)), field)
    kind = "tuple" if isinstance(found, tuple) else type(found).__name__
    assert_equal(kind, "tuple", what=f"the type of {field}")
    assert_equal(tuple(found), getattr(SCAN, field), what=field)


@pytest.mark.parametrize(
    "direction",
    [np.eye(3), np.diag([-1.0, -1.0, 1.0]), TURNED],
    ids=["straight", "on the belly", "turned"],
)
def test_the_columns_of_direction_are_directions(tmp_path, direction):
    """direction is [3, 3]: its columns tell where columns, rows, slices run in the patient."""
    found = read_ct(write_scan(replace(SCAN, direction=direction), tmp_path)).direction
    assert_close(found, direction, what="direction")


@each_byte_order
def test_a_nodule_lies_where_it_was_drawn(tmp_path, big_endian):
    """From origin, direction and spacing, the voxel in the middle of a nodule is found in hu."""
    ct = read_ct(write_scan(SCAN, tmp_path, big_endian=big_endian))
    beside = np.linalg.inv(ct.direction) @ np.subtract(SCAN.nodules[0].center_xyz, ct.origin_xyz)
    c, r, i = (beside / ct.spacing_xyz).round().astype(int).tolist()
    inside = all(0 <= n < size for n, size in zip((i, r, c), ct.hu.shape, strict=True))
    assert_equal(inside, True, what="whether the middle of the nodule lies in the scan")
    assert_close(ct.hu[i, r, c], torch.tensor(float(TISSUE)), rtol=0, atol=150)


@pytest.mark.parametrize("n_missing", [1, 1000, None], ids=["a byte", "1000 bytes", "all"])
def test_missing_voxels_are_an_error(tmp_path, n_missing):
    """Where the voxels' file is too short, or not there, a RuntimeError names it or its header."""
    header = write_scan(SCAN, tmp_path)
    raw = header.with_suffix(".raw")
    if n_missing is None:
        raw.unlink()
    else:
        raw.write_bytes(raw.read_bytes()[:-n_missing])
    with assert_raises(RuntimeError, (header.stem, header.name, raw.name)):
        read_ct(header)
