"""Slices of an array on disk (§3.12.1): what is written, and what alone is read."""

from pathlib import Path
from tempfile import TemporaryDirectory

import h5py
import numpy as np
import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas.ch03_tensors.hdf5_slices import last_points, save

EXACTLY = {"rtol": 0, "atol": 0}
POINTS = [[4, 1], [5, 3], [2, 1]]  # those of the book
TOO_LONG = 2**50  # rows of two float64: no machine has room for them

each_dtype = pytest.mark.parametrize(
    "dtype", [torch.float32, torch.float64, torch.float16, torch.int64, torch.uint8]
)


@pytest.fixture
def path():
    with TemporaryDirectory() as folder:
        yield Path(folder) / "ourpoints.hdf5"


@each_dtype
@pytest.mark.parametrize("transposed", [False, True], ids=["as made", "transposed"])
def test_the_points_are_in_the_file(path, device, dtype, transposed):
    """The dataset "coords" holds the points, in their shape and dtype; the tensor stays."""
    points, numbers = torch.tensor(POINTS, device=device, dtype=dtype), np.array(POINTS)
    if transposed:
        points, numbers = points.t(), numbers.T
    with assert_untouched(points):
        save(points, path)
    with h5py.File(path, "r") as file:
        assert_equal(list(file), ["coords"], what="the names of the datasets")
        coords = file["coords"][()]
    assert_equal(coords.dtype.name, str(dtype).removeprefix("torch."), what="the dtype in the file")
    assert_equal(coords.tolist(), numbers.tolist(), what="the numbers in the file")


def test_a_file_that_is_there_is_replaced(path, device, dtype):
    """Whatever was in the file before, afterwards it holds the points alone."""
    with h5py.File(path, "w") as file:
        file["coords"] = np.zeros((5, 2))
        file["labels"] = np.zeros(5)
    save(torch.tensor(POINTS, device=device, dtype=dtype), path)
    with h5py.File(path, "r") as file:
        assert_equal(list(file), ["coords"], what="the names of the datasets")
        assert_equal(file["coords"].shape, (3, 2), what="the shape of coords")


@each_dtype
@pytest.mark.parametrize("n", [1, 2, 3])
def test_the_last_points_come_back(path, dtype, n):
    """They are a tensor of n rows, in the order of the file and in its dtype."""
    with h5py.File(path, "w") as file:
        file["coords"] = np.array(POINTS, dtype=str(dtype).removeprefix("torch."))
    assert_close(last_points(path, n), torch.tensor(POINTS[-n:], dtype=dtype), **EXACTLY)


def test_only_the_last_points_are_read(path):
    """From a dataset that fits into no memory, the last two points come back."""
    with h5py.File(path, "w") as file:
        coords = file.create_dataset("coords", (TOO_LONG, 2), "float64", chunks=(8, 2))
        coords[-3:] = np.array(POINTS)
    expected = torch.tensor(POINTS[-2:], dtype=torch.float64)
    assert_close(last_points(path, 2), expected, **EXACTLY)


def test_the_file_is_left_as_it_was(path):
    """To read changes nothing in the file, and what is done to the points does not reach it."""
    with h5py.File(path, "w") as file:
        file["coords"] = np.array(POINTS, dtype="float32")
    before = path.read_bytes()
    points = last_points(path, 2)
    points += 10
    assert_equal(path.read_bytes() == before, True, what="whether the file is as it was")
