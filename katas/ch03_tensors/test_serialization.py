"""Tensors in files (§3.12): what is written, where it is read to, and what is not run."""

import pickle
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import torch

from katas._dojo.writing.assertions import (
    assert_close,
    assert_equal,
    assert_raises,
    assert_untouched,
)
from katas.ch03_tensors.serialization import load, save

EXACTLY = {"rtol": 0, "atol": 0}
POINTS = [[4, 1], [5, 3], [2, 1]]  # those of the book

each_dtype = pytest.mark.parametrize(
    "dtype", [torch.float32, torch.float64, torch.bfloat16, torch.int64, torch.uint8]
)
VIEWS = {
    "whole": lambda x: x,
    "a row": lambda x: x[1],
    "rows": lambda x: x[40:44],
    "a column": lambda x: x[:, 2],
    "one number": lambda x: x[3, 2],
    "a part, transposed": lambda x: x[:5, :3].t(),
    "rows by step": lambda x: x[::25],
}


@pytest.fixture
def folder():
    with TemporaryDirectory() as folder:
        yield Path(folder)


@each_dtype
def test_what_is_saved_is_a_tensor(folder, device, dtype):
    """torch.load gives the numbers that were saved, in their shape and dtype; x is as before."""
    x = torch.tensor(POINTS, device=device, dtype=dtype)
    with assert_untouched(x):
        save(x, folder / "points.t")
    again = torch.load(folder / "points.t", map_location="cpu", weights_only=True)
    expected = torch.tensor(POINTS, dtype=dtype)
    assert_close(again, expected, **EXACTLY, what="what torch.load gives")


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_a_view_is_saved_alone(folder, device, dtype, view):
    """The file holds the numbers of the view, and not those of the tensor that it is a view of."""
    x = view(torch.arange(400, device=device).to(dtype).reshape(100, 4))
    expected = view(torch.arange(400).to(dtype).reshape(100, 4)).clone()
    save(x, folder / "view.t")
    again = torch.load(folder / "view.t", map_location="cpu", weights_only=True)
    assert_close(again, expected, **EXACTLY, what="what torch.load gives")
    n_saved = again.untyped_storage().nbytes() // again.element_size()
    assert_equal(n_saved, expected.numel(), what="how many numbers the file holds")


@each_dtype
def test_what_was_saved_is_loaded(folder, device, dtype):
    """A file of torch.save gives its tensor, in its shape and dtype, on the CPU."""
    torch.save(torch.tensor(POINTS, device=device, dtype=dtype), folder / "points.t")
    assert_close(load(folder / "points.t"), torch.tensor(POINTS, dtype=dtype), **EXACTLY)


def test_a_file_from_another_device_is_loaded(folder, device, dtype, monkeypatch):
    """What was saved on a device that this machine lacks is read onto the CPU."""
    with monkeypatch.context() as patch:
        patch.setattr(torch.serialization, "location_tag", lambda storage: "cuda:99")
        torch.save(torch.tensor(POINTS, device=device, dtype=dtype), folder / "points.t")
    assert_close(load(folder / "points.t"), torch.tensor(POINTS, dtype=dtype), **EXACTLY)


def test_no_code_of_the_file_is_run(folder):
    """A file that would make a folder as it is read is an UnpicklingError, and makes none."""
    torch.save(_Trap(folder / "trapped"), folder / "points.t")
    with assert_raises(pickle.UnpicklingError):
        load(folder / "points.t")
    found = sorted(it.name for it in folder.iterdir())
    assert_equal(found, ["points.t"], what="what there is after the file was read")


class _Trap:
    """To read it from a file is to make a folder, and to get a tensor."""

    def __init__(self, folder):
        self.folder = folder

    def __reduce__(self):
        made = f"__import__('os').mkdir({str(self.folder)!r})"
        return eval, (f"{made} or __import__('torch').ones(3, 2)",)
