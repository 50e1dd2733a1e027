"""From a crop to two classes (§11.4.2): logits for the loss, probabilities for people."""

import math

import pytest
import torch
from torch import nn
from torch.nn import functional

from katas._dojo.writing.assertions import (
    assert_close,
    assert_equal,
    assert_raises,
    assert_untouched,
)
from katas.ch11_training.classifier_head import Classifier, classification_loss

in_both_modes = pytest.mark.parametrize("training", [True, False], ids=["train", "eval"])


def test_it_is_made_for_the_features_of_the_book():
    """Batch norm has one channel, the linear layer takes 1152 features unless told otherwise."""
    settings = {1152: Classifier(nn.Identity()), 7: Classifier(nn.Identity(), 7)}
    for n_features, model in settings.items():
        shapes = {name: list(it.shape) for name, it in model.named_parameters()}
        expected = {
            "tail_batchnorm.weight": [1],
            "tail_batchnorm.bias": [1],
            "head_linear.weight": [2, n_features],
            "head_linear.bias": [2],
        }
        assert_equal(shapes, expected, what="the shapes of the parameters")


@in_both_modes
@pytest.mark.parametrize("n", [1, 3])
def test_logits_come_with_their_probabilities(device, dtype, n, training):
    """First come the logits of each crop, then their softmax over the two classes."""
    model = _model(device, dtype).train(training)
    crops = _crops(n, device, dtype)
    logits = _logits(model, crops)
    with assert_untouched(crops):
        out = model(crops)
    assert_equal(isinstance(out, tuple) and len(out), 2, what="how many tensors come back")
    assert_close(out[1], logits.exp() / logits.exp().sum(1, keepdim=True), what="the probabilities")
    assert_close(out[0], logits, what="the logits")


@in_both_modes
def test_all_layers_are_in_it(device, dtype, training):
    """Convolutions see crops after batch norm, which learns from them in training only."""
    model = _model(device, dtype).train(training)
    crops = _crops(3, device, dtype)
    norm = nn.BatchNorm3d(1).to(device, dtype).train(training)
    norm.load_state_dict(model.tail_batchnorm.state_dict())
    expected, seen = norm(crops), []
    model.body.register_forward_hook(lambda body, inputs, out: seen.append(inputs[0]))
    model(crops)
    assert_close(torch.cat(seen), expected, what="what the body is given")
    running = model.tail_batchnorm.running_mean
    assert_close(running, norm.running_mean, what="the running mean of batch norm")


def test_a_crop_of_another_size_is_refused(device, dtype):
    """Twice the features of a crop are not two crops: RuntimeError."""
    model = _model(device, dtype).eval()
    with assert_raises(RuntimeError):
        model(_crops(3, device, dtype, depth=8))


@in_both_modes
@pytest.mark.parametrize("n", [1, 4])
def test_the_loss_goes_by_the_logits(device, dtype, n, training):
    """It is the mean cross-entropy of all crops' logits, and gradients go all the way."""
    model = _model(device, dtype).train(training)
    crops, labels = _crops(n, device, dtype), torch.tensor([1, 1, 0, 1][:n], device=device)
    leaves = list(model.parameters())
    expected = functional.cross_entropy(_logits(model, crops), labels)
    wanted = torch.autograd.grad(expected, leaves)
    loss = classification_loss(model, crops, labels)
    assert_close(loss, expected, what="the loss")
    assert_equal(loss.requires_grad, True, what="requires_grad of the loss")
    found = torch.autograd.grad(loss, leaves, materialize_grads=True)
    names = [name for name, _ in model.named_parameters()]
    for name, gradient, it in zip(names, found, wanted, strict=True):
        assert_close(gradient, it, what=f"the gradient of {name}")


@pytest.mark.parametrize("size", [0.0, 20.0, 300.0])
def test_who_is_sure_and_right_loses_nothing(device, dtype, size):
    """Equal logits cost ln 2; being sure costs next to 0 if it is right, a lot if it is wrong."""
    logits = size * torch.tensor([[0.5, -0.5], [-0.5, 0.5]], device=device, dtype=dtype)
    model = _Answering(logits)
    for labels, expected in (([0, 1], math.log1p(math.exp(-size))), ([1, 0], None)):
        expected = expected if expected is not None else size + math.log1p(math.exp(-size))
        loss = classification_loss(model, logits, torch.tensor(labels, device=device))
        wanted = torch.tensor(expected, device=device, dtype=dtype)
        assert_close(loss, wanted, rtol=1e-5, atol=1e-6, what=f"the loss for labels {labels}")


def test_the_model_runs_once(device):
    """A second run would cost as much again, and batch norm would learn from the crops twice."""
    model, crops = _model(device, torch.float32), _crops(3, device, torch.float32)
    runs = []
    model.register_forward_hook(lambda *_: runs.append(1))
    classification_loss(model, crops, torch.tensor([0, 1, 1], device=device))
    assert_equal(len(runs), 1, what="runs of the model")


class _Answering(nn.Module):
    """Gives the same logits, whatever it is asked."""

    def __init__(self, logits):
        super().__init__()
        self.logits = logits

    def forward(self, crops):
        return self.logits, self.logits.softmax(dim=1)


def _model(device, dtype):
    """A classifier whose body makes 2 by 2 by 2 by 3 features of a crop [1, 4, 4, 6]."""
    body = nn.Sequential(nn.Conv3d(1, 2, 1), nn.Tanh(), nn.AvgPool3d(2))
    model = Classifier(body, 24)
    with torch.no_grad():
        for n, parameter in enumerate(model.parameters(), 1):
            steps = torch.arange(parameter.numel(), dtype=torch.float64)
            parameter.copy_((2.4 * steps + n).sin().reshape(parameter.shape))
    model.tail_batchnorm.running_mean.fill_(-1.5)
    model.tail_batchnorm.running_var.fill_(4.0)
    return model.to(device=device, dtype=dtype)


def _logits(model, crops):
    """What the layers of ``model`` make of ``crops``; batch norm learns nothing from it."""
    norm = model.tail_batchnorm
    statistics = (norm.running_mean, norm.running_var)
    if norm.training:
        statistics = crops.mean(), crops.var(correction=0)
    mean, var = statistics
    x = (crops - mean) / (var + norm.eps).sqrt() * norm.weight + norm.bias
    rows = [torch.cat([channel.flatten() for channel in crop]) for crop in model.body(x)]
    return torch.stack(rows) @ model.head_linear.weight.T + model.head_linear.bias


def _crops(n, device, dtype, depth=4):
    generator = torch.Generator().manual_seed(n)
    crops = torch.randn(n, 1, depth, 4, 6, generator=generator, dtype=torch.float64)
    return (2 * crops - 1).to(device=device, dtype=dtype)
