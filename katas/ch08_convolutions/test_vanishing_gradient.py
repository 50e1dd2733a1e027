"""The vanishing gradient (§8.5.3): how much of it comes through, layer by layer."""

import math

import pytest
import torch
from torch import nn

from katas._dojo.writing.assertions import (
    MismatchError,
    assert_close,
    assert_equal,
    assert_untouched,
)
from katas._dojo.writing.seeds import seeded
from katas.ch08_convolutions.vanishing_gradient import gradient_norms

DEPTH = 30
in_float64 = pytest.mark.parametrize("dtype", [torch.float64])


class _Branched(nn.Module):
    """A layer with a layer inside, one within two others, and one that the loss never sees."""

    def __init__(self):
        super().__init__()
        self.unused = nn.Linear(2, 2)
        self.first = nn.Linear(3, 4)
        self.scale = nn.Parameter(torch.empty(4))
        self.body = nn.Sequential(nn.Tanh(), nn.Sequential(nn.Linear(4, 4, bias=False)))
        self.norm = nn.BatchNorm1d(4)

    def forward(self, x):
        return self.norm(self.body(self.scale * self.first(x)))


def test_every_layer_has_its_norm(device, dtype):
    """For each module with parameters of its own: the root of the sum of its gradients' squares."""
    model = _branched(device, dtype)
    loss = _loss(model, (4, 3))
    expected = _expected(model, loss)
    _assert_norms(gradient_norms(model, loss), expected)


@pytest.mark.parametrize(
    ("make", "shape"),
    [(lambda: nn.Linear(3, 2), (4, 3)), (lambda: nn.Conv2d(2, 3, (1, 3)), (2, 2, 4, 5))],
    ids=["linear", "convolution"],
)
def test_a_single_layer_is_a_model_too(device, dtype, make, shape):
    """A model that is itself the only layer has the name ""."""
    model = _filled(make()).to(device=device, dtype=dtype)
    loss = _loss(model, shape)
    expected = {"": _norm(loss, model.weight, model.bias)}
    _assert_norms(gradient_norms(model, loss), expected)


@in_float64
def test_what_is_frozen_counts_as_zero(device, dtype):
    """A parameter that needs no gradient adds nothing; a layer of such parameters has 0.0."""
    model = _branched(device, dtype)
    model.first.bias.requires_grad_(False)
    model.body.requires_grad_(False)
    loss = _loss(model, (4, 3))
    expected = {
        "": _norm(loss, model.scale),
        "unused": 0.0,
        "first": _norm(loss, model.first.weight),
        "body.1.0": 0.0,
        "norm": _norm(loss, *model.norm.parameters()),
    }
    _assert_norms(gradient_norms(model, loss), expected)


@pytest.mark.parametrize("earlier", [None, 3.0], ids=["no gradients yet", "earlier gradients"])
def test_nothing_is_left_behind(device, dtype, earlier):
    """Gradients that were there have no part in the norms, and stay; new ones do not appear."""
    model = _branched(device, dtype)
    loss = _loss(model, (4, 3))
    expected = _expected(model, loss)
    for p in model.parameters():
        p.grad = None if earlier is None else torch.full_like(p, earlier)
    with assert_untouched(model):
        norms = gradient_norms(model, loss)
    _assert_norms(norms, expected)


@in_float64
def test_the_loss_can_still_go_backward(device, dtype):
    """Whoever measures a step can measure it again, and then take it."""
    model = _branched(device, dtype)
    loss = _loss(model, (4, 3))
    expected = _expected(model, loss)
    for _ in range(2):
        _assert_norms(gradient_norms(model, loss), expected)
    loss.backward()
    got = math.hypot(*(p.grad.norm().item() for p in model.first.parameters()))
    _assert_norms({"first": got}, {"first": expected["first"]})


class _Bent(nn.Linear):
    def forward(self, x):
        return super().forward(x).tanh()


class _Residual(nn.Module):
    def __init__(self, layer):
        super().__init__()
        self.layer = layer

    def forward(self, x):
        return x + self.layer(x)


def test_what_vanishes_in_a_plain_net_gets_through_a_residual_one(device, dtype):
    """Of thirty layers the first gets less than a hundredth of the last; with skips, its share."""
    layers = _layers(device, dtype)
    plain = nn.Sequential(*layers)
    residual = nn.Sequential(*(_Residual(layer) for layer in layers))
    for model, least, most in ((plain, 0, 0.01), (residual, 0.1, 100)):
        first, *_, last = gradient_norms(model, _loss(model, (4, 8))).values()
        if not least * last < first < most * last:
            what = "the norms in the first layer and the last"
            text = f"{what}\ngot       {first:.2g}, {last:.2g}\n"
            text += f"expected  the first from {least} to {most} times as large as the last"
            raise MismatchError(text, what, (first, last), (least, most))


def _layers(device, dtype):
    """Small layers as torch makes them, always the same."""
    with seeded(1):
        return [_Bent(8, 8).to(device=device, dtype=dtype) for _ in range(DEPTH)]


def _branched(device, dtype):
    return _filled(_Branched()).to(device=device, dtype=dtype)


def _filled(model):
    """``model`` with numbers of our own, no two alike in a parameter."""
    with torch.no_grad():
        for p in model.parameters():
            p.copy_(torch.linspace(-0.8, 1.1, p.numel()).view_as(p))
    return model


def _loss(model, shape):
    """A loss of inputs of this shape, to which each sample and each output adds in its own way."""
    like = next(model.parameters())
    x = torch.linspace(-1, 6, math.prod(shape)).sin().reshape(shape).to(like)
    out = model(x)
    return (torch.linspace(-2, 3, out.numel()).view_as(out).to(like) * out.square()).sum()


def _expected(model, loss):
    """The norm of each layer of a branched model."""
    return {
        "": _norm(loss, model.scale),
        "unused": 0.0,
        "first": _norm(loss, *model.first.parameters()),
        "body.1.0": _norm(loss, model.body[1][0].weight),
        "norm": _norm(loss, *model.norm.parameters()),
    }


def _norm(loss, *parameters):
    """The norm of the gradients of these parameters."""
    gradients = torch.autograd.grad(loss, parameters, retain_graph=True)
    return math.sqrt(sum(gradient.double().square().sum().item() for gradient in gradients))


def _assert_norms(norms, expected):
    __tracebackhide__ = True
    assert_equal(list(norms), list(expected), what="the layers, in order")
    others = [type(it).__name__ for it in norms.values() if not isinstance(it, float | int)]
    assert_equal(others, [], what="the types of norms that are no numbers")
    got, wanted = (torch.tensor(list(it.values()), dtype=torch.float64) for it in (norms, expected))
    assert_close(got, wanted, rtol=1e-4, atol=1e-6, what=f"the norms of {list(expected)}")
