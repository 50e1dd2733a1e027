"""Batch norm (§8.5.2): by the statistics of the batch, or by those that were collected."""

import pytest
import torch
from torch.nn import functional

from katas._dojo.writing.assertions import (
    assert_close,
    assert_equal,
    assert_raises,
    assert_untouched,
)
from katas._dojo.writing.forbidding import forbid_operators
from katas.ch08_convolutions.batch_norm import BatchNorm2d

TORCHS_OWN = (
    *("batch_norm", "native_batch_norm", "native_batch_norm_legit", "batch_norm_with_update"),
    *("cudnn_batch_norm", "instance_norm", "native_group_norm", "native_layer_norm"),
)
each_shape = pytest.mark.parametrize("shape", [(4, 3, 5, 6), (1, 2, 3, 7), (5, 1, 1, 1)])
PARTS = ["x", "weight", "bias"]


def test_it_starts_as_torchs_does():
    """weight and bias are parameters, the running statistics buffers; they start at 1 and 0."""
    norm = BatchNorm2d(3)
    parameters = {name: it.tolist() for name, it in norm.named_parameters()}
    expected = {"weight": [1.0, 1.0, 1.0], "bias": [0.0, 0.0, 0.0]}
    assert_equal(parameters, expected, what="the parameters")
    assert_equal(
        {name: norm.get_parameter(name).requires_grad for name in expected},
        {"weight": True, "bias": True},
        what="requires_grad, by parameter",
    )
    buffers = dict(norm.named_buffers())
    kept = {name: buffers[name].tolist() for name in buffers if name != "num_batches_tracked"}
    expected = {"running_mean": [0.0, 0.0, 0.0], "running_var": [1.0, 1.0, 1.0]}
    assert_equal(kept, expected, what="the buffers")
    assert_equal(set(norm.state_dict()) >= {*parameters, *kept}, True, what="whether all are saved")


@each_shape
@pytest.mark.parametrize("eps", [1e-5, 0.5])
def test_training_goes_by_the_batch(device, dtype, shape, eps):
    """Mean and variance are those of each channel, over all images and pixels of the batch."""
    x = _numbers(shape, device, dtype)
    norm = _norm(shape[1], device, dtype, eps=eps)
    expected = _torchs(x, None, None, norm.weight, norm.bias, training=True, eps=eps)
    with assert_untouched(x, norm.weight, norm.bias):
        out = norm(x)
    assert_close(out, expected, **_rounding(dtype))


@each_shape
def test_gradients_flow_through_the_statistics(device, shape):
    """Each number moves the mean and the variance of its batch: its gradient knows of that."""
    x = _numbers(shape, device, torch.float64).requires_grad_()
    norm = _norm(shape[1], device, torch.float64)
    expected = _torchs(x, None, None, norm.weight, norm.bias, training=True)
    _assert_gradients(norm(x), expected, x, norm)


@pytest.mark.parametrize("momentum", [0.1, 0.75], ids=["default", "0.75"])
@pytest.mark.parametrize("gradients", [True, False], ids=["gradients on", "gradients off"])
def test_training_collects_running_statistics(device, dtype, momentum, gradients):
    """From batch to batch they go the share momentum of the way, variances as unbiased ones."""
    settings = {} if momentum == 0.1 else {"momentum": momentum}
    norm = _norm(3, device, dtype, **settings)
    mean, var = norm.running_mean.clone(), norm.running_var.clone()
    with torch.set_grad_enabled(gradients):
        for shape in [(4, 3, 5, 6), (2, 3, 1, 1)]:
            x = _numbers(shape, device, dtype).requires_grad_()
            _torchs(x.detach(), mean, var, training=True, momentum=momentum)
            norm(x)
    for name, expected in {"running_mean": mean, "running_var": var}.items():
        actual = norm.get_buffer(name)
        assert_close(actual, expected, what=name, **_rounding(dtype))
        assert_equal(actual.requires_grad, False, what=f"requires_grad of {name}")


def test_two_batches_in_a_row_can_be_learned_from(device, dtype):
    """Backward after backward works: the running statistics hold on to no earlier batch."""
    x = _numbers((4, 3, 2, 2), device, dtype).requires_grad_()
    norm = _norm(3, device, dtype)
    for _ in range(2):
        expected = _torchs(x, None, None, norm.weight, norm.bias, training=True)
        _assert_gradients(norm(x), expected, x, norm)


@each_shape
def test_eval_goes_by_the_running_statistics(device, dtype, shape):
    """In eval mode mean and variance are the running ones: constants, which stay as they are."""
    x = _numbers(shape, device, dtype).requires_grad_()
    norm = _norm(shape[1], device, dtype).eval()
    mean, var = norm.running_mean.clone(), norm.running_var.clone()
    expected = _torchs(x, mean, var, norm.weight, norm.bias, training=False)
    with assert_untouched(x, norm):
        out = norm(x)
    assert_close(out, expected, **_rounding(dtype))
    _assert_gradients(out, expected, x, norm)


@pytest.mark.parametrize("training", [True, False], ids=["train", "eval"])
def test_a_single_pixel_has_no_variance(device, dtype, training):
    """One pixel per channel is a ValueError in training mode, and like any other in eval mode."""
    x = _numbers((1, 3, 1, 1), device, dtype)
    norm = _norm(3, device, dtype).train(training)
    if training:
        kept = norm.weight, norm.bias, norm.running_mean, norm.running_var
        with assert_untouched(*kept), assert_raises(ValueError):
            norm(x)
    else:
        mean, var = norm.running_mean.clone(), norm.running_var.clone()
        expected = _torchs(x, mean, var, norm.weight, norm.bias, training=False)
        assert_close(norm(x), expected, **_rounding(dtype))


@pytest.mark.parametrize("training", [True, False], ids=["train", "eval"])
def test_bfloat16_stays_bfloat16(device, training):
    """to() casts and moves all of it; what comes in as bfloat16 goes out as bfloat16."""
    x = _numbers((4, 3, 5, 6), device, torch.bfloat16)
    norm = _norm(3, device, torch.bfloat16).train(training)
    mean, var = norm.running_mean.double(), norm.running_var.double()
    weight, bias = norm.weight.double(), norm.bias.double()
    expected = _torchs(x.double(), mean, var, weight, bias, training)
    assert_close(norm(x), expected.to(torch.bfloat16), rtol=0.1, atol=0.1)
    assert_equal(norm.running_var.dtype, torch.bfloat16, what="the dtype of running_var")


def test_far_from_zero_it_is_as_exact(device):
    """Also numbers around 1000 are normalized: their squares are too large to be subtracted."""
    x = 1000 + _numbers((4, 3, 5, 6), device, torch.float32)
    norm = _norm(3, device, torch.float32)
    expected = _torchs(x, None, None, norm.weight, norm.bias, training=True)
    assert_close(norm(x), expected, rtol=1e-3, atol=1e-3)


@pytest.mark.parametrize("training", [True, False], ids=["train", "eval"])
def test_it_is_worked_out_by_hand(device, dtype, training):
    """Torch's own normalizing functions are not called, in whatever spelling."""
    x = _numbers((4, 3, 5, 6), device, dtype)
    norm = _norm(3, device, dtype).train(training)
    because = "Means, a root, a division are all it takes."
    with forbid_operators(*TORCHS_OWN, because=because):
        norm(x)


def _torchs(x, *arguments, **settings):
    """Torch's own.  Unless x is contiguous, its backward may mix up what comes back."""
    return functional.batch_norm(x.contiguous(), *arguments, **settings)


def _norm(num_features, device, dtype, **settings):
    """A batch norm with numbers of its own in each part."""
    norm = BatchNorm2d(num_features, **settings)
    with torch.no_grad():
        for n, name in enumerate(["weight", "bias", "running_mean", "running_var"], 1):
            getattr(norm, name).copy_(torch.arange(n, n + num_features) * 0.7)
    return norm.to(device=device, dtype=dtype)


def _numbers(shape, device, dtype):
    """Numbers of another mean and variance in each channel; not contiguous."""
    generator = torch.Generator().manual_seed(sum(shape))
    numbers = torch.randn(shape[::-1], generator=generator, dtype=torch.float64).permute(3, 2, 1, 0)
    channels = torch.arange(1, shape[1] + 1).view(-1, 1, 1)
    return (numbers * channels + 2 * channels - 1).to(device=device, dtype=dtype)


def _rounding(dtype):
    """Tolerances that leave no room in float64 for what was calculated in float32."""
    tolerance = {torch.float32: 1e-4, torch.float64: 1e-10}[dtype]
    return {"rtol": tolerance, "atol": tolerance}


def _assert_gradients(out, expected, x, norm):
    __tracebackhide__ = True
    assert_equal(out.requires_grad, True, what="requires_grad of the result")
    upstream = torch.linspace(-2, 3, x.numel(), device=x.device, dtype=x.dtype).view(x.shape)
    leaves = [x, norm.weight, norm.bias]
    gradients = torch.autograd.grad(out, leaves, upstream, materialize_grads=True)
    wanted = torch.autograd.grad(expected, leaves, upstream)
    for name, gradient, it in zip(PARTS, gradients, wanted, strict=True):
        assert_close(gradient, it, what=f"the gradient of {name}", **_rounding(x.dtype))
