"""What a sample holds (§10.5): a crop, a label, and where both come from."""

import numpy as np
import pytest
import torch
from torch.utils.data import DataLoader

from katas._dojo.writing.assertions import assert_close, assert_equal
from katas.ch10_datasets.sample_tuple import Candidate, sample_tuple

NODULE = Candidate(True, 11.5, "1.3.6.1.4.1.7", (-56.08, -67.85, -311.92))
VESSEL = Candidate(False, 0.0, "1.3.6.1.4.1.12", (53.21, -244.41, -245.17))
CENTER = (93, 359, 341)


@pytest.mark.parametrize("dtype", ["int16", "int32", "float32", "float64"])
def test_the_crop_has_a_channel(dtype):
    """The crop is float32 [1, I, R, C], whatever the dtype of the array."""
    sample = sample_tuple(NODULE, _crop(dtype), CENTER)
    assert_close(sample[0], torch.arange(-30.0, 30).reshape(1, 3, 4, 5), what="the crop")


def test_the_crop_may_be_part_of_a_scan():
    """An array that is a part of a larger one comes out with its own voxels alone."""
    scan = np.arange(6 * 7 * 8, dtype=np.float32).reshape(6, 7, 8)
    expected = torch.tensor(scan[2:5, 1:5, 3:8].copy())[None]
    assert_close(sample_tuple(NODULE, scan[2:5, 1:5, 3:8], CENTER)[0], expected, what="the crop")


@pytest.mark.parametrize("dtype", ["int16", "float32"])
def test_the_array_stays_as_it_is(dtype):
    """The array of the crop is afterwards what it was."""
    crop = _crop(dtype)
    sample_tuple(NODULE, crop, CENTER)
    assert_equal(crop.tolist(), _crop(dtype).tolist(), what="the array")


@pytest.mark.parametrize("diameter", [0.0, 7.5], ids=["no diameter", "a diameter"])
@pytest.mark.parametrize(
    ("candidate", "label"), [(NODULE, [0, 1]), (VESSEL, [1, 0])], ids=["nodule", "vessel"]
)
def test_the_second_place_is_for_nodules(candidate, diameter, label):
    """The label is int64: [0, 1] for a nodule, [1, 0] for anything else, whatever its diameter."""
    sample = sample_tuple(candidate._replace(diameter_mm=diameter), _crop(), CENTER)
    assert_close(sample[1], torch.tensor(label), what="the label")


@pytest.mark.parametrize("candidate", [NODULE, VESSEL], ids=["nodule", "vessel"])
def test_it_says_where_it_comes_from(candidate):
    """Third comes the series, a str; fourth the voxel in the middle, int64 [3]."""
    sample = sample_tuple(candidate, _crop(), CENTER)
    kind = "tuple" if isinstance(sample, tuple) else type(sample).__name__
    assert_equal(kind, "tuple", what="the type of the sample")
    assert_equal(len(sample), 4, what="how many things it holds")
    assert_equal(sample[2], candidate.series_uid, what="the series")
    assert_close(sample[3], torch.tensor(CENTER), what="the centre")


def test_a_data_loader_makes_a_batch_of_them():
    """Crops of the book's size become [N, 1, 32, 48, 48], labels [N, 2], centres [N, 3]."""
    crop = np.zeros((32, 48, 48), dtype=np.int16)
    samples = [sample_tuple(NODULE, crop, CENTER), sample_tuple(VESSEL, crop, (1, 2, 3))]
    crops, labels, series, centers = next(iter(DataLoader(samples, batch_size=2)))
    assert_close(crops, torch.zeros(2, 1, 32, 48, 48), what="the crops")
    assert_close(labels, torch.tensor([[0, 1], [1, 0]]), what="the labels")
    assert_equal(list(series), [NODULE.series_uid, VESSEL.series_uid], what="the series")
    assert_close(centers, torch.tensor([CENTER, (1, 2, 3)]), what="the centres")


def _crop(dtype="int16"):
    """A new one each time: an answer may edit it."""
    return np.arange(-30, 30, dtype=dtype).reshape(3, 4, 5)
