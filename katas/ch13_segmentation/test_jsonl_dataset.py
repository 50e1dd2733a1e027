"""Samples in a list on disk (§15, second edition): patients are split, and not lines."""

import builtins
import json
from pathlib import Path

import pytest

from katas._dojo.writing.assertions import assert_equal, assert_raises
from katas.ch13_segmentation.jsonl_dataset import JsonlDataset

# The series of the samples, the largest nodule first.
SERIES = ["1.9", "1.2", "1.10", "1.2", "1.7", "1.5", "1.9", "1.3", "1.2", "1.10", "1.4", "1.8"]
SORTED = ["1.10", "1.2", "1.3", "1.4", "1.5", "1.7", "1.8", "1.9"]


@pytest.mark.parametrize("val_stride", [2, 3, 5, 8, 100])
@pytest.mark.parametrize("is_validation", [False, True], ids=["training", "validation"])
def test_every_kth_series_is_for_validation(tmp_path, is_validation, val_stride):
    """Of the sorted series the first and every k-th after it are for validation, and no other."""
    dataset = JsonlDataset(_written(tmp_path, SERIES), is_validation, val_stride)
    held_out = SORTED[::val_stride]
    wanted = [n for n, uid in enumerate(SERIES) if (uid in held_out) == is_validation]
    assert_equal(_samples(dataset, tmp_path), wanted, what="the samples, by their lines")


def test_every_fifth_unless_told_otherwise(tmp_path):
    """Without a stride, every fifth series is for validation."""
    dataset = JsonlDataset(_written(tmp_path, SERIES), is_validation=True)
    wanted = [n for n, uid in enumerate(SERIES) if uid in ("1.10", "1.7")]
    assert_equal(_samples(dataset, tmp_path), wanted, what="the samples, by their lines")


def test_a_sample_is_on_its_side_wherever_it_stands(tmp_path):
    """Lines in another order, by size or by chance, put no series on the other side."""
    backwards = SERIES[::-1]
    for is_validation in (False, True):
        dataset = JsonlDataset(_written(tmp_path, backwards), is_validation, 3)
        held_out = SORTED[::3]
        wanted = [n for n, uid in enumerate(backwards) if (uid in held_out) == is_validation]
        assert_equal(_samples(dataset, tmp_path), wanted, what="the samples, by their lines")


def test_each_run_has_the_same_split(tmp_path, monkeypatch):
    """The split is the same, though hash() has other numbers for strings in each run of Python."""
    path, in_this_run = _written(tmp_path, SERIES), hash
    first = _samples(JsonlDataset(path, True, 3), tmp_path)
    with monkeypatch.context() as another_run:
        another_run.setattr(builtins, "hash", lambda it: in_this_run(("another run", it)))
        assert_equal(_samples(JsonlDataset(path, True, 3), tmp_path), first, what="in another run")


@pytest.mark.parametrize("ending", ["", "\n", "\n\n", "\n   \n"], ids=repr)
def test_empty_lines_are_no_samples(tmp_path, ending):
    """A file may end with its last sample, with a line's end, or with empty lines."""
    path = _written(tmp_path, SERIES)
    lines = path.read_text("utf-8").splitlines()
    path.write_text("\n".join(lines[:5]) + "\n\n" + "\n".join(lines[5:]) + ending, "utf-8")
    n_samples = [len(JsonlDataset(path, is_validation, 3)) for is_validation in (False, True)]
    assert_equal(n_samples, [8, 4], what="how many samples train and validate")


def test_a_sample_is_two_paths(tmp_path, monkeypatch):
    """Slice, then mask, each in the folder of the list, wherever the program runs."""
    path = _written(tmp_path, ["1.2", "1.1"])
    (tmp_path / "elsewhere").mkdir()
    with monkeypatch.context() as another_folder:
        another_folder.chdir(tmp_path / "elsewhere")
        sample = JsonlDataset(path, is_validation=True)[0]
    assert_equal(tuple(map(str, sample)), tuple(map(str, _paths(1, tmp_path))), what="the paths")


@pytest.mark.parametrize("is_validation", [False, True], ids=["training", "validation"])
def test_a_loop_ends(tmp_path, is_validation):
    """There are as many samples as len says, and behind the last one an IndexError."""
    dataset = JsonlDataset(_written(tmp_path, SERIES), is_validation, 3)
    with assert_raises(IndexError):
        dataset[len(dataset)]
    assert_equal(len(list(dataset)), len(dataset), what="samples of a loop")


def _written(folder, series):
    """A list of samples of these series, in their order."""
    lines = []
    for n, uid in enumerate(series):
        ct, mask = (str(it.relative_to(folder)) for it in _paths(n, folder))
        row = {"index": n, "series_uid": uid, "center_irc": [n, 2 * n, 7], "ct_file_name": ct}
        lines.append(json.dumps({**row, "mask_file_name": mask}))
    path = folder / "metadata.jsonl"
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return path


def _paths(n, folder):
    return folder / "ct" / f"{n}.png", folder / "mask" / f"{n}.png"


def _samples(dataset, folder):
    """Which lines the samples are from: what a path is called, that is the number of its line."""
    __tracebackhide__ = True
    samples = [dataset[n] for n in range(len(dataset))]
    are_paths = all(isinstance(it, Path) for sample in samples for it in sample)
    assert_equal(are_paths, True, what="whether all that is in the samples is a Path")
    lines = [int(ct.stem) for ct, _ in samples]
    for line, sample in zip(lines, samples, strict=True):
        assert_equal(tuple(map(str, sample)), tuple(map(str, _paths(line, folder))))
    return lines
