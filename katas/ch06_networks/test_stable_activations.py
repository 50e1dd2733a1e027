"""Activations that do not overflow (§6.1.4): right however large x is, gradients too."""

import pytest
import torch
from torch.nn import functional

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas._dojo.writing.forbidding import forbid_operators
from katas.ch06_networks.stable_activations import sigmoid, softplus, tanh

TORCHS = {"tanh": torch.tanh, "sigmoid": torch.sigmoid, "softplus": functional.softplus}
READY_MADE = (
    *(name + in_place for name in TORCHS for in_place in ("", "_")),
    *("foreach_sigmoid", "foreach_sigmoid_", "foreach_tanh", "foreach_tanh_"),
    *("silu", "silu_", "gelu", "gelu_", "glu", "mish", "mish_", "log_sigmoid"),
    *("elu", "elu_", "celu", "celu_"),
)
FAR = [18.0, 30.0, 100.0, 1000.0, 1e4]

each_activation = pytest.mark.parametrize("name", TORCHS)


@each_activation
@pytest.mark.parametrize("sign", [1, -1], ids=["positive", "negative"])
def test_far_from_zero_the_values_are_right(device, dtype, name, sign):
    """Up to 1e4 and down to -1e4 no value is infinite or NaN, and all are torch's."""
    x = sign * torch.tensor(FAR, device=device, dtype=dtype)
    expected = TORCHS[name](x)
    assert_close(_activation(name)(x), expected, **_rounding(dtype))


@each_activation
@pytest.mark.parametrize("sign", [1, -1], ids=["positive", "negative"])
def test_far_from_zero_the_gradients_are_right(device, dtype, name, sign):
    """Up to 1e4 and down to -1e4 no gradient is infinite or NaN, and all are torch's."""
    x = sign * torch.tensor(FAR, device=device, dtype=dtype)
    _assert_gradient(name, x.requires_grad_())


@each_activation
def test_near_zero_nothing_has_changed(device, dtype, name):
    """Around 0 values and gradients are those of the plain formula."""
    near = [-5.0, -1.0, -0.3, 0.2, 1.0, 4.0]
    x = torch.tensor(near, device=device, dtype=dtype, requires_grad=True)
    expected = TORCHS[name](x)
    assert_close(_activation(name)(x), expected, **_rounding(dtype))
    _assert_gradient(name, x)


@each_activation
def test_at_zero_the_slope_is_that_of_the_curve(device, dtype, name):
    """None of the three has a kink: the slope at 0 is 1 for tanh, 1/4, 1/2 for the others."""
    _assert_gradient(name, torch.zeros(2, device=device, dtype=dtype, requires_grad=True))


@each_activation
def test_bfloat16_stays_bfloat16(device, name):
    """What comes in as bfloat16 goes out as bfloat16, as torch's function has it."""
    far = [-1e4, -100.0, -0.5, 0.0, 2.0, 100.0, 1e4]
    x = torch.tensor(far, device=device, dtype=torch.bfloat16)
    expected = TORCHS[name](x)
    assert_close(_activation(name)(x), expected, rtol=0.03, atol=0.03)


@each_activation
@pytest.mark.parametrize("shape", [(), (0, 3), (2, 3, 4)], ids=["0-dimensional", "empty", "3-d"])
def test_any_shape_is_kept(device, name, shape):
    """The result has the shape of x, which stays as it was."""
    n_elements = torch.Size(shape).numel()
    x = torch.linspace(-200, 90, n_elements, device=device, dtype=torch.float64).reshape(shape)
    expected = TORCHS[name](x)
    with assert_untouched(x):
        result = _activation(name)(x)
    assert_close(result, expected, **_rounding(x.dtype))


@each_activation
def test_it_is_written_by_formula(device, dtype, name):
    """Torch's own activation functions are not called, in whatever spelling."""
    x = torch.tensor([-2.0, 0.5], device=device, dtype=dtype, requires_grad=True)
    with forbid_operators(*READY_MADE, because="exp, log, abs are all it takes."):
        _gradient(_activation(name)(x), x)


def _activation(name):
    return dict(zip(TORCHS, (tanh, sigmoid, softplus), strict=True))[name]


def _rounding(dtype):
    """Tolerances that leave no room in float64 for what was calculated in float32."""
    tolerance = {torch.float32: 1e-5, torch.float64: 1e-10}[dtype]
    return {"rtol": tolerance, "atol": tolerance}


def _assert_gradient(name, x):
    __tracebackhide__ = True
    wanted = _gradient(TORCHS[name](x), x)
    gradient = _gradient(_activation(name)(x), x)
    assert_close(gradient, wanted, **_rounding(x.dtype), what="the gradient of x")


def _gradient(output, x):
    """The gradient of ``x``; an output that autograd lost sight of says so."""
    __tracebackhide__ = True
    assert_equal(output.requires_grad, True, what="requires_grad of the result")
    upstream = torch.linspace(-2, 3, x.numel(), device=x.device, dtype=x.dtype)
    return torch.autograd.grad(output, x, upstream)[0]
