"""Activation functions (§6.1.3, §6.1.4): their values, and the slopes that gradients meet."""

import pytest
import torch
from torch.nn import functional

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas._dojo.writing.forbidding import forbid_operators
from katas.ch06_networks.activations import hardtanh, leaky_relu, relu, sigmoid, softplus, tanh

TORCHS = {
    "tanh": torch.tanh,
    "hardtanh": functional.hardtanh,
    "sigmoid": torch.sigmoid,
    "softplus": functional.softplus,
    "relu": functional.relu,
    "leaky_relu": functional.leaky_relu,
}
READY_MADE = (
    *(name + in_place for name in TORCHS for in_place in ("", "_")),
    *("foreach_sigmoid", "foreach_sigmoid_", "foreach_tanh", "foreach_tanh_"),
    *("prelu", "prelu_kernel", "rrelu_with_noise", "rrelu_with_noise_", "threshold", "threshold_"),
    *("elu", "elu_", "celu", "celu_", "silu", "silu_", "gelu", "gelu_", "glu", "mish", "mish_"),
    *("log_sigmoid", "hardsigmoid", "hardsigmoid_", "hardswish", "hardswish_"),
    *("hardshrink", "softshrink"),
)

each_activation = pytest.mark.parametrize("name", TORCHS)


@each_activation
def test_the_values_are_torchs(device, dtype, name):
    """Each activation has the values of torch's function of this name, also by its defaults."""
    x = _points(device, dtype, kinks=True)
    expected = TORCHS[name](x)
    assert_close(_activation(name)(x), expected, **_rounding(dtype))


@each_activation
def test_the_gradients_are_torchs(device, dtype, name):
    """The gradient is torch's: each element's own slope, times what comes back to it."""
    x = _points(device, dtype, kinks=False).requires_grad_()
    _assert_value_and_gradient(_activation(name)(x), TORCHS[name](x), x)


@pytest.mark.parametrize(("min_val", "max_val"), [(-2.0, 0.5), (0.0, 6.0), (1.0, 2.0)])
def test_hardtanh_keeps_to_the_bounds_it_is_given(device, dtype, min_val, max_val):
    """hardtanh(x, min_val, max_val) is flat outside these bounds, and x between them."""
    points = [-3.0, -2.5, -1.0, -0.5, 0.25, 0.75, 1.5, 2.5, 5.0, 7.0]
    x = torch.tensor(points, device=device, dtype=dtype, requires_grad=True)
    expected = functional.hardtanh(x, min_val, max_val)
    _assert_value_and_gradient(hardtanh(x, min_val=min_val, max_val=max_val), expected, x)


@pytest.mark.parametrize("negative_slope", [0.3, 0.0, 2.0, -1.0])
def test_leaky_relu_has_the_slope_it_is_given(device, dtype, negative_slope):
    """leaky_relu has negative_slope below 0, be it 0, negative or above 1."""
    x = _points(device, dtype, kinks=False).requires_grad_()
    expected = functional.leaky_relu(x, negative_slope)
    _assert_value_and_gradient(leaky_relu(x, negative_slope=negative_slope), expected, x)


def test_the_figures_of_the_book(device, dtype):
    """From -3 to 3 tanh runs from -0.9951 to 0.9951; leaky_relu of -3 with slope 0.1 is -0.3."""
    x = torch.arange(-30, 31, device=device).to(dtype) / 10
    ends = tanh(x)[[0, -1]]
    expected = torch.tensor([-0.9951, 0.9951], device=device, dtype=dtype)
    assert_close(ends, expected, rtol=1e-4, atol=0)
    leaked = leaky_relu(x, 0.1)[0]
    assert_close(leaked, torch.tensor(-0.3, device=device, dtype=dtype), rtol=1e-4, atol=0)


def test_the_smooth_ones_are_one_family(device, dtype):
    """The slope of softplus is sigmoid, and tanh(x) is 2 * sigmoid(2 * x) - 1."""
    x = _points(device, dtype, kinks=True).requires_grad_()
    slope = _gradient(softplus(x).sum(), x)
    x = x.detach()
    assert_close(slope, sigmoid(x), **_rounding(dtype), what="the slope of softplus")
    assert_close(tanh(x), 2 * sigmoid(2 * x) - 1, **_rounding(dtype))


@each_activation
@pytest.mark.parametrize("dtype", [torch.float16, torch.bfloat16])
def test_half_precision_stays_half_precision(device, dtype, name):
    """What comes in as float16 or bfloat16 goes out as such: no factor makes it float32."""
    x = torch.tensor([-3.0, -0.5, 0.0, 0.5, 3.0], device=device, dtype=dtype)
    expected = TORCHS[name](x)
    assert_close(_activation(name)(x), expected, rtol=0.03, atol=0.03)


@each_activation
@pytest.mark.parametrize("dtype", [torch.float64])
@pytest.mark.parametrize(
    ("shape", "least"),
    [((), 0.1), ((0, 3), 0.1), ((1,), -2.0), ((2, 3, 4), -2.0), ((2, 3, 4), 0.1)],
    ids=["0-dimensional", "empty", "one", "both signs", "positive"],
)
def test_any_shape_comes_out_as_a_new_tensor(device, dtype, name, shape, least):
    """The result has the shape of x and memory of its own: to write to it leaves x as it was."""
    n_elements = torch.Size(shape).numel()
    x = torch.linspace(least, 0.9, n_elements, device=device, dtype=dtype).reshape(shape)
    x = x.transpose(0, -1) if x.dim() > 1 else x
    expected = TORCHS[name](x)
    with assert_untouched(x):
        result = _activation(name)(x)
        assert_close(result, expected)
        result.add_(1)


@each_activation
def test_it_is_written_by_formula(device, dtype, name):
    """Torch's own activation functions are not called, in whatever spelling."""
    x = _points(device, dtype, kinks=False).requires_grad_()
    with forbid_operators(*READY_MADE, because="exp, log, comparisons are all it takes."):
        _gradient(_activation(name)(x).sum(), x)


def _activation(name):
    activations = (tanh, hardtanh, sigmoid, softplus, relu, leaky_relu)
    return dict(zip(TORCHS, activations, strict=True))[name]


def _points(device, dtype, *, kinks):
    """Points on both sides of every kink, and the kinks themselves if ``kinks``."""
    points = [-10.0, -3.0, -1.5, -0.75, -0.4, 0.25, 0.5, 1.25, 2.0, 3.0, 10.0]
    at_kinks = [-1.0, 0.0, 1.0] if kinks else []
    return torch.tensor(points + at_kinks, device=device, dtype=dtype)


def _rounding(dtype):
    """Tolerances that leave no room in float64 for what was calculated in float32."""
    tolerance = {torch.float32: 1e-5, torch.float64: 1e-10}[dtype]
    return {"rtol": tolerance, "atol": tolerance}


def _assert_value_and_gradient(result, expected, x):
    __tracebackhide__ = True
    assert_close(result, expected, **_rounding(x.dtype))
    upstream = torch.linspace(-2, 3, x.numel(), device=x.device, dtype=x.dtype)
    gradient, wanted = _gradient(result, x, upstream), _gradient(expected, x, upstream)
    assert_close(gradient, wanted, **_rounding(x.dtype), what="the gradient of x")


def _gradient(output, x, upstream=None):
    """The gradient of ``x``; an output that autograd lost sight of says so."""
    __tracebackhide__ = True
    assert_equal(output.requires_grad, True, what="requires_grad of the result")
    return torch.autograd.grad(output, x, upstream)[0]
