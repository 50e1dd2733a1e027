"""From Hounsfield units to a probability for each pixel (§13.4.1): in front, behind, the loss."""

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
from katas.ch13_segmentation.pixel_head import PixelClassifier, pixel_loss

each_dtype = pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.bfloat16])


def test_batch_norm_is_in_front(device, dtype):
    """In training each channel is brought to mean and deviation of its own before the net."""
    model, x = _model(device, dtype).train(), _images((3, 2, 4, 5), device, dtype)
    norm, net = model.input_batchnorm, model.unet
    normed = functional.batch_norm(x, None, None, norm.weight, norm.bias, training=True)
    expected = 1 / (1 + (-net(normed)).exp())
    assert_close(model(x), expected, **_rounding(dtype))


def test_training_collects_and_eval_uses(device, dtype):
    """Training collects the statistics of the images; eval goes by them, and changes nothing."""
    model, x = _model(device, dtype).train(), _images((3, 2, 4, 5), device, dtype)
    norm, net = model.input_batchnorm, model.unet
    mean = 0.9 * norm.running_mean + 0.1 * x.mean(dim=(0, 2, 3))
    var = 0.9 * norm.running_var + 0.1 * x.var(dim=(0, 2, 3))
    model(x)
    assert_close(norm.running_mean, mean, what="running_mean", **_rounding(dtype))
    assert_close(norm.running_var, var, what="running_var", **_rounding(dtype))
    model.eval()
    normed = functional.batch_norm(x, mean, var, norm.weight, norm.bias)
    expected = 1 / (1 + (-net(normed)).exp())
    with assert_untouched(model, x):
        out = model(x)
    assert_close(out, expected, **_rounding(dtype))


@pytest.mark.parametrize(
    ("score", "probability"), [(0.0, 0.5), (2.0, 0.880797078), (-3.0, 0.0474258732), (90.0, 1.0)]
)
def test_there_is_one_sigmoid_behind(device, dtype, score, probability):
    """A score of 0 is one half, of 2 it is .8808, and what is certain comes to 1."""
    model = PixelClassifier(3, _net_of(score)).to(device=device, dtype=dtype)
    out = model(_images((2, 3, 2, 4), device, dtype))
    expected = torch.full((2, 1, 2, 4), probability, device=device, dtype=dtype)
    assert_close(out, expected)


@pytest.mark.parametrize(("n", "channels"), [(1, 1), (3, 1), (2, 3)])
def test_channels_stay_and_stand_alone(device, dtype, n, channels):
    """[N, C, H, W] it is, also with one channel or one image; no probability knows of another."""
    scores = torch.linspace(-2, 3, channels, device=device, dtype=dtype)
    model = PixelClassifier(2, _net_of(scores)).to(device=device, dtype=dtype)
    out = model(_images((n, 2, 3, 2), device, dtype))
    expected = (1 / (1 + (-scores).exp())).reshape(1, -1, 1, 1).expand(n, channels, 3, 2)
    assert_close(out, expected)


def test_the_parts_belong_to_the_model(device):
    """What is saved is input_batchnorm, with a weight and a bias to learn, and unet."""
    model = PixelClassifier(2, nn.Conv2d(2, 3, kernel_size=1)).to(device)
    names = sorted(it for it in model.state_dict() if not it.endswith("num_batches_tracked"))
    norm = ["bias", "running_mean", "running_var", "weight"]
    expected = [*(f"input_batchnorm.{it}" for it in norm), "unet.bias", "unet.weight"]
    assert_equal(names, expected, what="the names of what is saved")
    model(_images((2, 2, 3, 4), device, torch.float32)).sum().backward()
    learns = sorted(name for name, it in model.named_parameters() if it.grad is not None)
    expected = ["input_batchnorm.bias", "input_batchnorm.weight", "unet.bias", "unet.weight"]
    assert_equal(learns, expected, what="the names of what has a gradient")


@each_dtype
@pytest.mark.parametrize("labels", [torch.bool, torch.int64, torch.uint8, torch.float64], ids=str)
def test_the_loss_takes_probabilities(device, dtype, labels):
    """A pixel costs minus the logarithm of what its own label was given; the loss is the mean."""
    p = torch.tensor([0.9, 0.2, 0.5, 0.05, 0.6, 0.01], device=device, dtype=dtype)
    p, is_it = p.reshape(1, 2, 3, 1), torch.tensor([1, 1, 0, 0, 0, 0], device=device).to(labels)
    given = [0.9, 0.2, 0.5, 0.95, 0.4, 0.99]
    expected = torch.tensor([-math.log(it) for it in given], device=device, dtype=dtype).mean()
    is_it = is_it.reshape(1, 2, 3, 1)
    with assert_untouched(p, is_it):
        loss = pixel_loss(p, is_it)
    assert_close(loss, expected)


def test_who_knows_pays_nothing(device, dtype):
    """Right and nearly certain costs nearly nothing; one half for each pixel costs ln 2."""
    labels = torch.tensor([[1, 0], [0, 1]], device=device).reshape(2, 1, 1, 2).bool()
    p = torch.where(labels, 1 - 1e-6, 1e-6).to(dtype)
    nearly = torch.tensor(1e-6, device=device, dtype=dtype)
    assert_close(pixel_loss(p, labels), nearly, rtol=0, atol=1e-6)
    ln_2 = torch.tensor(math.log(2), device=device, dtype=dtype)
    assert_close(pixel_loss(torch.full_like(p, 0.5), labels), ln_2)


def test_gradients_of_the_loss(device, dtype):
    """Each pixel is pushed towards its label, the harder, the further it is off."""
    p = torch.tensor([0.9, 0.2, 0.5, 0.05], device=device, dtype=dtype).reshape(2, 1, 1, 2)
    p.requires_grad_()
    labels = torch.tensor([1, 1, 0, 0], device=device).reshape(2, 1, 1, 2)
    expected = torch.tensor([-1 / 0.9, -5, 2, 1 / 0.95], device=device, dtype=dtype) / 4
    loss = pixel_loss(p, labels)
    assert_equal(loss.requires_grad, True, what="requires_grad of the loss")
    (gradient,) = torch.autograd.grad(loss, p)
    assert_close(gradient, expected.reshape(2, 1, 1, 2), what="the gradient")


def test_what_is_certain_has_a_finite_loss(device, dtype):
    """A probability of 0 or 1 costs nothing where it is right, and where it is not, no infinity."""
    p = torch.tensor([1.0, 0.0, 1.0, 0.0], device=device, dtype=dtype).reshape(1, 1, 2, 2)
    p.requires_grad_()
    right = p.detach().bool()
    nothing = torch.tensor(0.0, device=device, dtype=dtype)
    assert_close(pixel_loss(p, right), nothing, rtol=0, atol=1e-5)
    for labels in (right, ~right):
        loss = pixel_loss(p, labels)
        assert_equal(loss.isfinite().item(), True, what="whether the loss is finite")
        (gradient,) = torch.autograd.grad(loss, p)
        assert_equal(gradient.isfinite().all().item(), True, what="whether its gradient is finite")


@pytest.mark.parametrize("shape", [(2, 2, 2), (2, 1, 2, 1), (1, 1, 2, 2), (2, 2)])
def test_labels_have_the_shape_of_probabilities(device, dtype, shape):
    """Labels [N, H, W] beside probabilities [N, 1, H, W] would be compared N by N: ValueError."""
    p = torch.full((2, 1, 2, 2), 0.25, device=device, dtype=dtype)
    with assert_raises(ValueError):
        pixel_loss(p, torch.ones(shape, device=device, dtype=torch.bool))


def _net_of(scores):
    """A net that gives each pixel these scores, one a channel; a hook does it."""
    scores = torch.as_tensor(scores).reshape(1, -1, 1, 1)
    net = nn.Identity()
    net.register_forward_hook(lambda _, __, x: scores.to(x).expand(len(x), -1, *x.shape[2:]))
    return net


def _model(device, dtype):
    """With a net of one convolution, and a batch norm that has been used before."""
    model = PixelClassifier(2, nn.Conv2d(2, 3, kernel_size=1))
    numbers = {
        "input_batchnorm.weight": [0.5, -1.5],
        "input_batchnorm.bias": [0.25, -0.5],
        "input_batchnorm.running_mean": [-300.0, -100.0],
        "input_batchnorm.running_var": [4e4, 9e4],
        "input_batchnorm.num_batches_tracked": 3,
        "unet.weight": [[[[-1.0]], [[0.5]]], [[[1.5]], [[2.0]]], [[[0.25]], [[-2.0]]]],
        "unet.bias": [0.5, -1.0, 0.0],
    }
    model.load_state_dict({name: torch.tensor(it) for name, it in numbers.items()})
    return model.to(device=device, dtype=dtype)


def _images(shape, device, dtype):
    """Hounsfield units, with a mean and a spread of its own for each image and channel."""
    generator = torch.Generator().manual_seed(sum(shape))
    images = 200 * torch.randn(shape, generator=generator, dtype=torch.float64)
    places = torch.arange(shape[0] * shape[1]).reshape(*shape[:2], 1, 1)
    return (images * (places + 1) / 2 - 150 * places).to(device=device, dtype=dtype)


def _rounding(dtype):
    """Hundreds of Hounsfield units are summed."""
    return {"rtol": 1e-4, "atol": 1e-4} if dtype == torch.float32 else {"rtol": 1e-9, "atol": 1e-9}
