"""Eval mode (§2.1.5): what a network answers when it is used, not trained."""

import pytest
import torch
from torch import nn
from torch.nn.functional import dropout, linear

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas._dojo.writing.seeds import seeded
from katas.ch02_pretrained.eval_mode import predict

in_both_modes = pytest.mark.parametrize("training", [True, False], ids=["train", "eval"])


@in_both_modes
@pytest.mark.parametrize("n", [1, 5])
def test_the_answer_is_that_of_eval_mode(device, dtype, n, training):
    """Dropout leaves everything in, and batch norm goes by its running statistics."""
    model = _net(device, dtype).train(training)
    batch = _batch(n, device, dtype)
    first, norm, head = model.body[0], model.body[1], model.head
    hidden = linear(batch, first.weight, first.bias)
    hidden = (hidden - norm.running_mean) / (norm.running_var + norm.eps).sqrt()
    expected = linear(hidden * norm.weight + norm.bias, head.weight, head.bias)
    assert_close(predict(model, batch), expected)


@in_both_modes
def test_a_sample_is_judged_by_itself(device, dtype, training):
    """A sample gets the same answer in any company, and the same when it is asked again."""
    model = _net(device, dtype).train(training)
    batch = _batch(5, device, dtype)
    whole = predict(model, batch)
    alone = torch.cat([predict(model, batch[i : i + 1]) for i in range(5)])
    assert_close(alone, whole)
    assert_close(predict(model, batch), whole)


@in_both_modes
def test_the_model_is_back_in_its_mode(device, dtype, training):
    """Whoever was training goes on in train mode; a model in eval mode stays in eval mode."""
    model = _net(device, dtype).train(training)
    before = _modes(model)
    predict(model, _batch(5, device, dtype))
    assert_equal(_modes(model), before, what="training, by module")


@in_both_modes
def test_nothing_else_changes(device, dtype, training):
    """Weights, gradients, running statistics, the batch and the random state stay as they were."""
    model = _net(device, dtype).train(training)
    model(_batch(5, device, dtype)).sum().backward()
    batch = _batch(4, device, dtype)
    with assert_untouched(model, batch):
        out = predict(model, batch)
    assert_equal(list(out.shape), [4, 2], what="the shape of what came back")


@in_both_modes
@pytest.mark.parametrize("recording", [True, False], ids=["gradients on", "gradients off"])
def test_gradients_are_off_meanwhile(device, dtype, recording, training):
    """Nothing is recorded while the model runs; afterwards gradients are on or off as before."""
    model = _net(device, dtype).train(training)
    seen = set()
    model.head.register_forward_hook(lambda *_: seen.add(torch.is_grad_enabled()))
    with torch.set_grad_enabled(recording):
        out = predict(model, _batch(5, device, dtype))
        assert_equal(torch.is_grad_enabled(), recording, what="whether gradients are on afterwards")
    assert_equal(out.requires_grad, False, what="requires_grad of what came back")
    assert_equal(seen, {False}, what="whether gradients were on while the model ran")


class _Net(nn.Module):
    """Layers with dropout and batch norm, and dropout that goes by the model's own flag."""

    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4), nn.Dropout(0.5))
        self.head = nn.Linear(4, 2)

    def forward(self, x):
        return self.head(dropout(self.body(x), 0.5, self.training))


def _net(device, dtype):
    """A net that has seen other samples; always the same."""
    with seeded(2):
        net = _Net()
        for it in (net.body[1].weight, net.body[1].bias, net.body[1].running_mean):
            nn.init.normal_(it)
        net.body[1].running_var.uniform_(0.1, 4)
    return net.to(device=device, dtype=dtype)


def _batch(n, device, dtype):
    """``n`` samples of three numbers, no two alike."""
    return torch.linspace(-2, 3, 3 * n, device=device, dtype=dtype).reshape(3, n).T


def _modes(model):
    return {name or "the model": module.training for name, module in model.named_modules()}
