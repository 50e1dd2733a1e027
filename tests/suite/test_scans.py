"""The drawn scans, read back by SimpleITK: every voxel, and every millimetre."""

import csv

import numpy as np
import pytest
import SimpleITK

from katas._dojo.writing.scans import LUNG, TISSUE, TURNED, draw_scan, write_scan, write_tables


@pytest.mark.parametrize("big_endian", [False, True])
@pytest.mark.parametrize("direction", [np.eye(3), TURNED], ids=["straight", "turned"])
def test_simpleitk_reads_what_was_drawn(tmp_path, direction, big_endian):
    scan = draw_scan(3, direction=direction)
    image = SimpleITK.ReadImage(write_scan(scan, tmp_path, big_endian=big_endian))
    np.testing.assert_array_equal(SimpleITK.GetArrayFromImage(image), scan.hu)
    np.testing.assert_allclose(image.GetOrigin(), scan.origin_xyz)
    np.testing.assert_allclose(image.GetSpacing(), scan.spacing_xyz)
    np.testing.assert_allclose(np.reshape(image.GetDirection(), (3, 3)), scan.direction)
    for nodule in scan.nodules:
        place = image.TransformPhysicalPointToIndex(nodule.center_xyz)
        assert abs(image[place] - TISSUE) < 200
    assert len({*scan.spacing_xyz}) == len({*scan.hu.shape}) == 3, "no two axes are alike"


def test_a_scan_is_mostly_air_and_the_same_each_time():
    scan, again = draw_scan(5), draw_scan(5)
    np.testing.assert_array_equal(scan.hu, again.hu)
    assert scan.nodules == again.nodules
    assert (scan.hu != draw_scan(6).hu).any()
    assert 0.4 < (abs(scan.hu - LUNG) < 200).mean() < 0.7


def test_the_tables_are_those_of_luna(tmp_path):
    scans = [draw_scan(1), draw_scan(2, n_nodules=0)]
    write_tables(scans, tmp_path)
    annotations, candidates = (
        list(csv.DictReader((tmp_path / f"{name}.csv").read_text().splitlines()))
        for name in ("annotations", "candidates")
    )
    assert [it["seriesuid"] for it in annotations] == [scans[0].series_uid] * 2
    assert float(annotations[0]["diameter_mm"]) == scans[0].nodules[0].diameter_mm
    nodules = [it for it in candidates if it["class"] == "1"]
    for row, nodule in zip(nodules, scans[0].nodules, strict=True):
        place = [float(row[f"coord{axis}"]) for axis in "XYZ"]
        assert 0 < np.linalg.norm(np.subtract(place, nodule.center_xyz)) < 1
    assert {it["seriesuid"] for it in candidates} == {it.series_uid for it in scans}
