"""An order in which each scan is loaded once (§10.5.1): samples scan by scan, scans by chance."""

from itertools import groupby

import numpy as np
import pytest
import torch
from torch.utils.data import DataLoader, Dataset

from katas._dojo.writing.assertions import assert_close, assert_equal
from katas._dojo.writing.scans import draw_scan, write_scan
from katas.ch10_datasets.scan_order import ScanSampler

SERIES = ["1.9", "1.30", "1.9", "1.4", "1.4", "1.30", "1.9", "1.4", "1.9", "1.200"]
SCANS = [draw_scan(seed, shape=(2, 3, 4), n_nodules=0) for seed in range(5)]


@pytest.mark.parametrize("series", [SERIES, ["1.9"] * 3, []], ids=["mixed", "one scan", "nothing"])
def test_each_sample_comes_once_in_a_pass(series):
    """Every pass yields the index of each sample, an int, once; len is the number of samples."""
    sampler = ScanSampler(list(series), _seeded(1))
    assert_equal(len(sampler), len(series), what="len")
    for _ in range(3):
        indices = list(sampler)
        others = {type(it).__name__ for it in indices} - {"int"}
        assert_equal(others, set(), what="types other than int")
        assert_equal(sorted(indices), list(range(len(series))), what="the indices, sorted")
        assert_equal(len(sampler), len(series), what="len")


@pytest.mark.parametrize("seed", range(4))
def test_the_samples_of_a_scan_stay_together(seed):
    """Before a scan is left, all its samples have come, however they lie in the list."""
    sampler = ScanSampler(list(SERIES), _seeded(seed))
    for _ in range(3):
        scans = _scans_of(sampler)
        assert_equal(sorted(scans), sorted(set(SERIES)), what="the scans, as they follow, sorted")


def test_each_pass_draws_a_new_order():
    """Ten scans have another order in each pass; three have each of six about equally often."""
    scans = tuple("abcdefghij")
    many = ScanSampler(scans, _seeded(5))
    orders = {"".join(_scans_of(many, scans)) for _ in range(20)}
    assert_equal(orders == {"abcdefghij"}, False, what="whether every pass follows the list")
    assert_equal(len(orders), 20, what="the number of different orders in 20 passes over 10 scans")
    series = ["a", "b", "c", *["b"] * 9]  # however large one of them is
    sampler = ScanSampler(list(series), _seeded(5))
    passes = ["".join(_scans_of(sampler, series)) for _ in range(120)]
    counts = {order: passes.count(order) for order in ("abc", "acb", "bac", "bca", "cab", "cba")}
    often = {order: 8 <= count <= 36 for order, count in counts.items()}  # 20 on average
    assert_equal(often, dict.fromkeys(counts, True), what=f"whether each comes often: {counts}")


def test_all_chance_comes_from_the_generator():
    """Equal seeds give equal orders; torch's own generator is neither asked nor set."""
    one, other = ScanSampler(list(SERIES), _seeded(3)), ScanSampler(list(SERIES), _seeded(3))
    torch.default_generator.manual_seed(8)
    before = torch.get_rng_state()
    first = [list(one) for _ in range(3)]
    torch.default_generator.manual_seed(8)
    assert_close(torch.get_rng_state(), before, what="the state of torch's generator")
    assert_equal([list(other) for _ in range(3)], first, what="the passes of an equal seed")
    assert_close(torch.get_rng_state(), before, what="the state of torch's generator")


def test_the_list_stays_as_it_is():
    """The list of scans has afterwards the order that it had."""
    series = list(SERIES)
    for _ in ScanSampler(series, _seeded(2)):
        pass
    assert_equal(series, SERIES, what="the list")


def test_a_pass_that_is_left_does_no_harm():
    """After a pass that broke off the next one is whole again."""
    sampler = ScanSampler(list(SERIES), _seeded(6))
    next(iter(sampler))
    assert_equal(sorted(sampler), list(range(len(SERIES))), what="the indices, sorted")


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # Python's, of a fork beside threads
def test_two_workers_load_each_scan_once(tmp_path):
    """Two workers read scans from their files; where a batch is a scan, each is loaded once."""
    for scan in SCANS:
        write_scan(scan, tmp_path)
    voxels = [(scan, (1, 2, n)) for n in range(4) for scan in SCANS]
    dataset = _Voxels([(scan.series_uid, irc) for scan, irc in voxels], tmp_path)
    sampler = ScanSampler([scan.series_uid for scan, _ in voxels], _seeded(4))
    # Where a worker fails, torch may wait ten seconds for the end of both.
    assert_equal(sorted(sampler), list(range(len(voxels))), what="the indices, sorted")
    loader = DataLoader(dataset, batch_size=4, sampler=sampler, num_workers=2)
    indices, found = (torch.cat(parts) for parts in zip(*loader, strict=True))
    expected = torch.tensor([int(scan.hu[irc]) for scan, irc in voxels])
    assert_close(found[indices.argsort()], expected, what="the voxels, by their index")
    loaded = sorted((tmp_path / "loaded").read_text().split())
    assert_equal(loaded, sorted(scan.series_uid for scan in SCANS), what="the scans loaded")


class _Voxels(Dataset):
    """Voxels of scans in ``folder``; one scan at a time is in memory, and each load is noted."""

    def __init__(self, places, folder):
        self.places, self.folder = places, folder
        self.in_memory = None, None

    def __len__(self):
        return len(self.places)

    def __getitem__(self, index):
        series_uid, irc = self.places[index]
        if self.in_memory[0] != series_uid:
            self.in_memory = series_uid, np.fromfile(self.folder / f"{series_uid}.raw", "<i2")
            with (self.folder / "loaded").open("a") as file:
                file.write(f"{series_uid}\n")
        return index, int(self.in_memory[1].reshape(2, 3, 4)[irc])


def _seeded(seed):
    return torch.Generator().manual_seed(seed)


def _scans_of(sampler, series=SERIES):
    return [uid for uid, _ in groupby(series[index] for index in sampler)]
