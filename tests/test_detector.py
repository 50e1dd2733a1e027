"""The whole detector, drawn by katas of five chapters: the reference finds what was planted."""

import functools
import sys
from unittest.mock import Mock

import numpy as np
import pytest

from katas._dojo.curriculum import ROOT
from tests.test_pictures import as_imported, imported, is_a_picture, solutions

DETECTOR = ROOT / "solutions" / "pictures" / "ch14_detection" / "detector.py"
N_NODULES = 12  # in the scans for validation


@pytest.fixture(scope="module")
def seed():
    return 0


@functools.cache
def detector():
    """The detector of the reference, each kata of which counts its calls."""
    module = imported(DETECTOR, solutions(DETECTOR))
    for name, it in list(vars(module).items()):
        if getattr(it, "__module__", "").startswith("solutions.katas."):
            setattr(module, name, Mock(wraps=it))
    return module


@functools.cache
def detected(seed):
    import torch

    torch.default_generator.manual_seed(0)
    return detector().detect(seed)


@functools.cache
def planted_by_series(seed):
    return {scan.series_uid: scan.nodules for scan in detector().draw_scans(seed)}


def found_and_false(seed, found):
    """How many nodules that were drawn have something in them that is kept, and what is in none."""
    planted = planted_by_series(seed)
    n_found = n_false = 0
    for it in found:
        nodules = planted[it.series_uid]
        kept = it.places_xyz[it.chances.numpy() >= 0.5]
        centers = np.array([nodule.center_xyz for nodule in nodules])
        radii = np.array([nodule.diameter_mm / 2 for nodule in nodules])
        inside = np.linalg.norm(centers[:, None] - kept, axis=-1) < radii[:, None]  # [T, D]
        n_found += int(inside.any(axis=1).sum())
        n_false += int((~inside.any(axis=0)).sum())
    return n_found, n_false


def test_what_was_planted_is_found(seed):
    found = detected(seed)
    assert sum(len(it.nodules) for it in found) == N_NODULES
    n_found, n_false = found_and_false(seed, found)
    assert n_found >= N_NODULES - 1
    assert n_false < sum(len(it.chances) for it in found) / 10


@pytest.mark.parametrize("eroded", [False, True], ids=["", "eroded"])
def test_all_that_is_dense_would_not_do(seed, eroded):
    import torch

    module = detector()
    found = []
    for it in detected(seed):
        mask = (it.ct.hu > -700).numpy()
        listed = module.proposals(it.series_uid, it.ct, module.erode(mask) if eroded else mask)
        places = module.places(listed)
        found.append(it._replace(places_xyz=places, chances=torch.ones(len(places))))
    n_found, n_false = found_and_false(seed, found)
    assert n_false > 10 * N_NODULES if eroded else n_found <= N_NODULES / 2


def test_the_classifier_tells_nodules_from_what_else_was_proposed(seed):
    from solutions.katas.ch14_detection.auc import chance_of_outranking

    module = detector()
    chances, labels = module.judged(detected(seed))
    area = module.area_under(*module.roc_curve(chances, labels))
    assert area > 0.9
    assert area.item() == pytest.approx(chance_of_outranking(chances, labels).item(), abs=1e-5)


def test_the_stages_count_every_nodule_and_every_proposal(seed):
    module = detector()
    found = detected(seed)
    others, nodules, malignant = table = module.confusion(found)
    became, unused = [], []
    for it in found:
        classes = np.where(it.chances < 0.5, 1, 2)
        diameters_mm = np.array([nodule.diameter_mm for nodule in it.nodules])
        of_nodules, alone = module.match_nodules(
            it.places_xyz, classes, module.places(it.nodules), diameters_mm
        )
        became += of_nodules.tolist()
        unused += classes[alone].tolist()
    assert nodules == [became.count(column) for column in range(4)]
    assert others == [unused.count(column) for column in range(4)]
    assert malignant == [0, 0, 0, 0]
    recall, lost, alarms = module.stage_recall(table)["both"]
    assert recall == (N_NODULES - lost) / N_NODULES
    assert alarms == unused.count(2)


def test_every_kata_that_it_names_takes_part(seed, monkeypatch):
    module = detector()
    monkeypatch.setattr(module, "detect", lambda: detected(seed))
    monkeypatch.setitem(sys.modules, module.__name__, module)
    drawn = as_imported(DETECTOR)
    counted = {name: it.called for name, it in vars(module).items() if isinstance(it, Mock)}
    assert len(counted) > 30
    assert [name for name, called in counted.items() if not called] == []
    is_a_picture(drawn)
