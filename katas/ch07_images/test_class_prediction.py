"""The predicted class (§7.2.4, §7.2.6): which one each sample has, and how probable it is."""

import math

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_untouched
from katas.ch07_images.class_prediction import predict

batches = pytest.mark.parametrize(
    ("n_samples", "n_classes"),
    [(5, 3), (3, 3), (2, 10), (1, 4), (4, 1)],
    ids=["N=5,C=3", "N=3,C=3", "N=2,C=10", "N=1,C=4", "N=4,C=1"],
)


@batches
def test_the_class_is_the_most_probable_of_its_row(device, dtype, n_samples, n_classes):
    """Each sample has one class, an int64: the index of the largest number in its own row."""
    log_probs = _log_probs(n_samples, n_classes, device, dtype)
    rows = log_probs.tolist()
    expected = torch.tensor([row.index(max(row)) for row in rows], device=device)
    classes, _ = predict(log_probs)
    assert_close(classes, expected, what="the classes")


@batches
def test_the_probability_is_that_of_the_class(device, dtype, n_samples, n_classes):
    """With each class comes its probability, between 0 and 1: exp of its log-probability."""
    log_probs = _log_probs(n_samples, n_classes, device, dtype)
    largest = [math.exp(max(row)) for row in log_probs.tolist()]
    expected = torch.tensor(largest, device=device, dtype=dtype)
    _, probs = predict(log_probs)
    assert_close(probs, expected, what="the probabilities")


def test_the_untrained_model_of_the_book(device, dtype):
    """Of 0.4784 for an airplane and 0.5216 for a bird, the class is 1 and as probable (§7.2.4)."""
    log_probs = torch.tensor([[0.4784, 0.5216]], device=device, dtype=dtype).log()
    bird = torch.tensor([1], device=device)
    expected = torch.tensor([0.5216], device=device, dtype=dtype)
    classes, probs = predict(log_probs)
    assert_close(classes, bird, what="the classes")
    assert_close(probs, expected, what="the probabilities")


def test_sure_and_undecided(device, dtype):
    """A sure class has probability 1, beside -inf or -104; of equals, the first is taken."""
    rows = [[-math.inf, 0, -math.inf], [-104, -200, 0], [-math.log(3)] * 3]
    rows += [[math.log(0.1), math.log(0.45), math.log(0.45)]]
    log_probs = torch.tensor(rows, device=device, dtype=dtype)
    expected_classes = torch.tensor([1, 2, 0, 1], device=device)
    expected = torch.tensor([1, 1, 1 / 3, 0.45], device=device, dtype=dtype)
    classes, probs = predict(log_probs)
    assert_close(classes, expected_classes, what="the classes")
    assert_close(probs, expected, what="the probabilities")


def test_each_sample_is_judged_by_itself(device, dtype):
    """What a sample is predicted to be does not depend on the others in its batch."""
    log_probs = _log_probs(5, 3, device, dtype)
    alone = [predict(row[None]) for row in log_probs]
    expected = [torch.cat(parts) for parts in zip(*alone, strict=True)]
    classes, probs = predict(log_probs)
    assert_close(classes, expected[0], what="the classes")
    assert_close(probs, expected[1], what="the probabilities")


@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float16])
def test_half_precision_stays_half(device, dtype):
    """The probabilities have the dtype of what came in, bfloat16 too."""
    log_probs = _log_probs(5, 3, device, dtype)
    expected = log_probs.double().amax(1).exp().to(dtype)
    _, probs = predict(log_probs)
    assert_close(probs, expected, rtol=0.02, atol=0, what="the probabilities")


def test_what_came_in_is_untouched(device, dtype):
    """log_probs stays as it was, and need not be contiguous."""
    log_probs = _log_probs(3, 5, device, dtype).t()
    expected = log_probs.contiguous().argmax(1)
    with assert_untouched(log_probs):
        classes, _ = predict(log_probs)
    assert_close(classes, expected, what="the classes")


def _log_probs(n_samples, n_classes, device, dtype):
    """Log-probabilities whose largest are in no order, row by row."""
    steps = torch.arange(n_samples * n_classes, device=device, dtype=torch.float64)
    scores = 2 * torch.sin(2.4 * steps + 1).reshape(n_samples, n_classes)
    return scores.log_softmax(1).to(dtype)
