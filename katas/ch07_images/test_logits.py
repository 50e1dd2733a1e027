"""Logits (§7.2.6): the loss gets them as they are, people get probabilities."""

import math

import pytest
import torch
from torch import nn
from torch.nn.functional import one_hot

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas.ch07_images.logits import loss_and_probs, loss_range

LOGITS = {
    "moderate": [[1.0, -0.5, 2.0, 0.25], [0.5, 3.0, -1.0, 0.0], [-2.0, 0.75, 1.5, -0.25]],
    "large": [[90.0, -30.0, 60.0, 0.0], [8.0, 200.0, -90.0, 1.0], [-40.0, 30.0, 35.0, -20.0]],
    "one image": [[0.5, 2.0, -1.5, 1.0]],
    "as many as classes": [
        [1.0, 0.5, 2.0, 0.25],
        [0.5, 3.0, 1.0, 0.75],
        [2.0, 0.75, 1.5, 0.25],
        [0.0, 1.25, -1.0, 2.5],
    ],
}
LABELS = [2, 3, 0, 1]

each_batch = pytest.mark.parametrize("logits", LOGITS.values(), ids=LOGITS)


@each_batch
def test_the_loss_is_of_the_logits(device, dtype, logits):
    """It is the mean of -log(softmax(logits)) at the true classes, of one softmax alone."""
    model, imgs, labels = _problem(logits, device, dtype)
    expected = (-_log_probs(logits)[range(len(logits)), LABELS[: len(logits)]]).mean()
    with assert_untouched(imgs, labels):
        loss, _ = loss_and_probs(model, imgs, labels)
    assert_close(loss.detach(), expected.to(device=device, dtype=dtype))


@each_batch
def test_the_probabilities_of_an_image_add_up_to_1(device, dtype, logits):
    """They are exp(logits), divided by the sum over the classes of the image."""
    model, imgs, labels = _problem(logits, device, dtype)
    _, probs = loss_and_probs(model, imgs, labels)
    assert_equal(probs.requires_grad, False, what="requires_grad of the probabilities")
    assert_close(probs, _log_probs(logits).exp().to(device=device, dtype=dtype))


@each_batch
def test_the_gradient_is_large_where_the_model_is_wrong(device, dtype, logits):
    """That of a logit is its probability, less 1 for the true class: it fades with the error."""
    model, imgs, labels = _problem(logits, device, dtype)
    loss, _ = loss_and_probs(model, imgs, labels)
    assert_equal(loss.requires_grad, True, what="requires_grad of the loss")
    (gradient,) = torch.autograd.grad(loss, model.bias, allow_unused=True)
    surplus = _log_probs(logits).exp() - one_hot(torch.tensor(LABELS[: len(logits)]), 4)
    expected = surplus.mean(0).to(device=device, dtype=dtype)
    assert_close(gradient, expected, what="the gradient of the model's bias")


@pytest.mark.parametrize("training", [True, False], ids=["train mode", "eval mode"])
def test_loss_and_probabilities_are_of_the_same_call(device, training):
    """The model is called once, in the mode that it is in: a second call would drop others."""
    model, imgs, labels = _problem(LOGITS["moderate"], device, torch.float64)
    model = nn.Sequential(model, nn.Dropout(0.5)).train(training)
    seen = []
    model.register_forward_hook(lambda module, _, logits: seen.append((module.training, logits)))
    _, probs = loss_and_probs(model, imgs, labels)
    assert_equal([mode for mode, _ in seen], [training], what="model.training, call by call")
    assert_close(probs, seen[0][1].detach().softmax(1), what="the probabilities")


@pytest.mark.parametrize("n_classes", [2, 3, 10, 1000])
def test_probabilities_confine_the_loss(n_classes):
    """The range is that of the losses of certain answers, right and wrong, taken for logits."""
    right, *_, wrong = torch.eye(n_classes, dtype=torch.float64)
    expected = [-math.log(math.exp(p[0]) / p.exp().sum().item()) for p in (right, wrong)]
    result = loss_range(n_classes)
    assert_equal(type(result).__name__, "tuple", what="the type of the result")
    got = torch.tensor(result, dtype=torch.float64)
    assert_close(got, torch.tensor(expected, dtype=torch.float64))


def test_training_goes_below_that_range(device, dtype):
    """What is easy to tell apart is learned until the loss is nearly 0, and its gradient, too."""
    imgs = torch.tensor([[2.0, -1.0], [-1.0, 1.5], [1.5, -0.5]], device=device, dtype=dtype)
    labels = torch.tensor([0, 1, 0], device=device)
    model = nn.Linear(2, 2).to(device=device, dtype=dtype)
    nn.init.zeros_(model.weight)
    nn.init.zeros_(model.bias)
    for _ in range(50):
        loss, _ = loss_and_probs(model, imgs, labels)
        gradients = torch.autograd.grad(loss, list(model.parameters()))
        for parameter, gradient in zip(model.parameters(), gradients, strict=True):
            parameter.data -= gradient
    below = loss.item() < 0.05
    assert_equal(below, True, what="whether the loss is below 0.05 after 50 steps")


class _Recalled(nn.Module):
    """Each image is the number of a row: the model gives that row of logits, plus its bias."""

    def __init__(self, logits):
        super().__init__()
        self.register_buffer("logits", logits)
        self.bias = nn.Parameter(torch.zeros_like(logits[0]))

    def forward(self, imgs):
        return self.logits[imgs.flatten().long()] + self.bias


def _problem(logits, device, dtype):
    """A model that gives these logits, images for it, their labels."""
    imgs = torch.arange(len(logits), device=device, dtype=dtype).reshape(-1, 1, 1, 1)
    labels = torch.tensor(LABELS[: len(logits)], device=device)
    return _Recalled(torch.tensor(logits, device=device, dtype=dtype)), imgs, labels


def _log_probs(logits):
    """In float64, by the largest logit of each row."""
    shifted = [[x - max(row) for x in row] for row in logits]
    log_sums = [math.log(math.fsum(map(math.exp, row))) for row in shifted]
    rows = zip(shifted, log_sums, strict=True)
    return torch.tensor([[x - log_sum for x in row] for row, log_sum in rows], dtype=torch.float64)
