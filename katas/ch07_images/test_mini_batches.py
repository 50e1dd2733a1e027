"""Gradients of mini-batches (§7.2.6): one for each batch, and from them the full one."""

import pytest
import torch
from torch.nn.functional import cross_entropy

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas._dojo.writing.book import thermometer
from katas.ch07_images.mini_batches import batch_gradients, full_gradient

BATCH_SIZES = [1, 3, 4, 10, 11, 20]

every_batch_size = pytest.mark.parametrize("batch_size", BATCH_SIZES)


@every_batch_size
def test_each_batch_has_its_gradient(device, dtype, batch_size):
    """There is one gradient a batch, in order, from its own samples; the last may be short."""
    (t_u, t_c), params = thermometer(device, dtype), _params(device, dtype)
    samples = _gradients_of_samples(t_u, t_c)
    expected = [batch.mean(dim=0) for batch in samples.split(batch_size)]
    gradients = batch_gradients(_squared_error, params, t_u, t_c, batch_size)
    _assert_all_close(gradients, expected)


@pytest.mark.parametrize("dtype", [torch.float32])
def test_one_batch_of_everything_has_the_gradient_of_the_book(device, dtype):
    """All eleven readings in one batch: [4517.2969, 82.6000], as in §5.4.2."""
    t_u, t_c = thermometer(device, dtype)
    (gradient,) = batch_gradients(_squared_error, _params(device, dtype), t_u, t_c, 11)
    expected = torch.tensor([4517.2969, 82.6000], device=device, dtype=dtype)
    assert_close(gradient, expected, rtol=1e-5, atol=0)


@pytest.mark.parametrize("batch_size", [1, 2, 5])
def test_parameters_and_images_have_any_shape(device, dtype, batch_size):
    """A gradient has the shape of params, here [3, 4]: a score for each class from each pixel."""
    imgs = torch.arange(20, device=device, dtype=torch.float64).sin().to(dtype).reshape(5, 2, 2)
    labels = torch.tensor([2, 0, 1, 1, 2], device=device)
    weight = torch.arange(12, device=device, dtype=torch.float64).cos().to(dtype).reshape(3, 4)
    # (softmax - one-hot) times the pixels.
    errors = (imgs.flatten(1) @ weight.t()).softmax(1)
    errors[range(5), labels] -= 1
    samples = errors[:, :, None] * imgs.flatten(1)[:, None, :]
    expected = [batch.mean(dim=0) for batch in samples.split(batch_size)]
    weight.requires_grad_()
    gradients = batch_gradients(_classification, weight, imgs, labels, batch_size)
    _assert_all_close(gradients, expected)


@pytest.mark.parametrize("batch_size", [3, 11])
def test_no_gradient_adds_to_another(device, dtype, batch_size):
    """A gradient that params brings along is in none of the results, nor is that of a batch."""
    (t_u, t_c), params = thermometer(device, dtype), _params(device, dtype)
    expected = [batch.mean(dim=0) for batch in _gradients_of_samples(t_u, t_c).split(batch_size)]
    params.grad = torch.full_like(params, 1e6)
    gradients = batch_gradients(_squared_error, params, t_u, t_c, batch_size)
    _assert_all_close(gradients, expected)


@pytest.mark.parametrize("dtype", [torch.float64])
def test_each_gradient_is_a_tensor_of_its_own(device, dtype):
    """What later becomes of params.grad, or of one of the gradients, changes no other gradient."""
    (t_u, t_c), params = thermometer(device, dtype), _params(device, dtype)
    expected = [batch.mean(dim=0) for batch in _gradients_of_samples(t_u, t_c).split(4)]
    gradients = batch_gradients(_squared_error, params, t_u, t_c, 4)
    _squared_error(params, t_u, t_c).backward()
    gradients[0].zero_()
    _assert_all_close(gradients[1:], expected[1:])


@every_batch_size
def test_nothing_moves(device, dtype, batch_size):
    """Parameters, inputs and targets stay as they are: all gradients are taken at one place."""
    (t_u, t_c), params = thermometer(device, dtype), _params(device, dtype)
    # A DataLoader draws a seed, even if it does not shuffle.
    with assert_untouched(t_u, t_c), torch.random.fork_rng(devices=[]):
        batch_gradients(_squared_error, params, t_u, t_c, batch_size)
    assert_close(params, _params(device, dtype), rtol=0, atol=0, what="params, afterwards")
    assert_equal(params.requires_grad, True, what="requires_grad of params, afterwards")


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.bfloat16])
def test_each_batch_counts_with_its_samples(device, dtype):
    """full_gradient is a mean over samples: a batch of 5 counts five times as much as one of 1."""
    rows = [[[8, -2, 0], [1, 2, 3]], [[-4, 4, 16], [1, 0, 2]], [[32, 6, -8], [1, -20, 4]]]
    gradients = list(torch.tensor(rows, device=device, dtype=dtype))
    exact = torch.tensor(rows, device=device, dtype=torch.float64)
    expected = (5 * exact[0] + 5 * exact[1] + exact[2]) / 11
    with assert_untouched(*gradients):
        full = full_gradient(gradients, [5, 5, 1])
    tolerance = 0.02 if dtype == torch.bfloat16 else _rounding(dtype)
    assert_close(full, expected.to(dtype), rtol=tolerance, atol=tolerance)


@every_batch_size
def test_all_batches_together_give_the_full_gradient(device, dtype, batch_size):
    """However the samples are batched, the full gradient comes out, that of one large batch."""
    (t_u, t_c), params = thermometer(device, dtype), _params(device, dtype)
    expected = _gradients_of_samples(t_u, t_c).mean(dim=0)
    gradients = batch_gradients(_squared_error, params, t_u, t_c, batch_size)
    sizes = [len(batch) for batch in t_u.split(batch_size)]
    tolerance = _rounding(dtype)
    assert_close(full_gradient(gradients, sizes), expected, rtol=tolerance, atol=tolerance)


def _params(device, dtype):
    """Where the book begins: w = 1, b = 0."""
    return torch.tensor([1.0, 0.0], device=device, dtype=dtype, requires_grad=True)


def _squared_error(params, t_u, t_c):
    w, b = params
    return ((w * t_u + b - t_c) ** 2).mean()


def _classification(weight, imgs, labels):
    return cross_entropy(imgs.flatten(1) @ weight.t(), labels)


def _gradients_of_samples(t_u, t_c):
    """The gradients [N, 2] of ``_squared_error`` at w = 1, b = 0, by hand."""
    errors = t_u - t_c
    return torch.stack([2 * errors * t_u, 2 * errors], dim=1)


def _assert_all_close(gradients, expected):
    __tracebackhide__ = True
    assert_equal(len(gradients), len(expected), what="the number of gradients")
    for number, (gradient, wanted) in enumerate(zip(gradients, expected, strict=True)):
        tolerance = _rounding(wanted.dtype)
        what = f"gradient {number}"
        assert_close(gradient, wanted, rtol=tolerance, atol=tolerance, what=what)


def _rounding(dtype):
    return 1e-5 if dtype == torch.float32 else 1e-11
