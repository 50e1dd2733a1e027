"""What a loss does not tell (§15, second edition): three measures of one network."""

import math

import pytest
import torch

from katas._dojo.writing.assertions import assert_equal, assert_untouched
from katas.ch13_segmentation.background_trap import segmentation_scores

NAMES = ("the loss", "the accuracy", "the intersection over union")


@pytest.mark.parametrize("n_nodule", [1, 10, 50])
def test_a_network_that_says_background(device, dtype, n_nodule):
    """It has nearly everything right, a loss of next to nothing, and an IoU of 0."""
    labels = torch.zeros(2, 64, 128, dtype=torch.int64, device=device)
    labels[1].view(-1)[7 : 7 + n_nodule] = 1
    # It is sure of background by .999.
    logits = torch.zeros(2, 2, 64, 128, device=device, dtype=dtype)
    logits[:, 0] = math.log(0.999 / 0.001)
    share = n_nodule / 16384
    loss = -(1 - share) * math.log(0.999) - share * math.log(0.001)
    _assert_scores([(logits, labels)], loss, 1 - share, 0.0)


def test_three_measures_by_hand(device, dtype):
    """Six of eight pixels are right; of nodule one pixel is found, one missed, one made up."""
    probabilities = [[0.1, 0.8, 0.3, 0.2], [0.6, 0.05, 0.4, 0.1]]
    labels = [[0, 1, 1, 0], [0, 0, 0, 0]]
    losses = [0.9, 0.8, 0.3, 0.8, 0.4, 0.95, 0.6, 0.9]
    loss = sum(-math.log(it) for it in losses) / 8
    batch = _batch([probabilities], [labels], device, dtype)
    with assert_untouched(*batch):
        scores = segmentation_scores([batch])
    _assert_close(scores, loss, 0.75, 1 / 3)


def test_as_large_is_background(device, dtype):
    """Where both logits are equal, that of nodule is not the larger one."""
    batch = _batch([[[0.5, 0.5, 0.9, 0.5]]], [[[0, 1, 1, 0]]], device, dtype)
    _assert_scores([batch], -(3 * math.log(0.5) + math.log(0.9)) / 4, 0.75, 1 / 2)


def test_a_pixel_counts_as_much_as_any_other(device, dtype):
    """Batches and images of different sizes count by their pixels, the last short batch too."""
    batches = [
        _batch([[[0.9, 0.9, 0.1]], [[0.9, 0.2, 0.2]]], [[[1, 0, 0]], [[1, 1, 0]]], device, dtype),
        _batch([[[0.8, 0.4]]], [[[0, 1]]], device, dtype),
        _batch([[[0.1]]], [[[0]]], device, dtype),
    ]
    right = [0.9, 0.1, 0.9, 0.9, 0.2, 0.8, 0.2, 0.4, 0.9]
    loss = sum(-math.log(it) for it in right) / 9
    # Found: two.  Missed: two.  Made up: two.
    _assert_scores(batches, loss, 5 / 9, 2 / 6)
    _assert_scores(iter(batches), loss, 5 / 9, 2 / 6)


@pytest.mark.parametrize(
    ("probabilities", "accuracy", "iou"),
    [([0.1, 0.2, 0.3, 0.4], 1.0, 1.0), ([0.1, 0.7, 0.3, 0.4], 0.75, 0.0)],
    ids=["nothing found", "something found"],
)
def test_there_may_be_nothing_to_find(device, dtype, probabilities, accuracy, iou):
    """Without a nodule the IoU is 1 if none is predicted, and 0 if there is any."""
    loss = sum(-math.log(1 - it) for it in probabilities) / 4
    batch = _batch([[probabilities]], [[[0, 0, 0, 0]]], device, dtype)
    _assert_scores([batch], loss, accuracy, iou)


def test_a_slice_without_a_nodule_is_no_success(device, dtype):
    """Where one slice of five has a nodule, and it is missed, the IoU is 0, and not 4/5."""
    probabilities, labels = [[[0.1, 0.3]]] * 5, [[[0, 0]]] * 4 + [[[0, 1]]]
    batches = [_batch([p], [t], device, dtype) for p, t in zip(probabilities, labels, strict=True)]
    loss = -(5 * math.log(0.9) + 4 * math.log(0.7) + math.log(0.3)) / 10
    _assert_scores(batches, loss, 0.9, 0.0)


def test_all_right_is_1(device, dtype):
    """A network that is sure, and right, has no loss, and 1 in the other two."""
    labels = torch.tensor([[[0, 1, 1], [0, 0, 0]]], device=device)
    logits = torch.stack([1 - 2 * labels, 2 * labels - 1], dim=1).to(dtype) * 1e4
    _assert_scores([(logits, labels)], 0.0, 1.0, 1.0)


def _batch(probabilities, labels, device, dtype):
    """Logits whose softmax has these probabilities of nodule; neither tells it by itself."""
    odds = torch.tensor(probabilities, dtype=torch.float64).logit()
    common = torch.arange(odds.numel()).reshape(odds.shape) % 4 * 3 - 5
    logits = torch.stack([common - odds / 2, common + odds / 2], dim=1)
    return logits.to(device, dtype), torch.tensor(labels, device=device)


def _assert_scores(batches, *expected):
    __tracebackhide__ = True
    _assert_close(segmentation_scores(batches), *expected)


def _assert_close(scores, *expected):
    """Three floats, to six digits after the point."""
    __tracebackhide__ = True
    assert_equal([type(it).__name__ for it in scores], ["float"] * 3, what="the types")
    for name, score, wanted in zip(NAMES, scores, expected, strict=True):
        if not math.isclose(score, wanted, rel_tol=1e-5, abs_tol=1e-6):
            assert_equal(score, wanted, what=name)
