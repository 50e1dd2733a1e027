"""The batch dimension (§6.2.2): one sample to a batch, and back."""

import math

import pytest
import torch
from torch import nn

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas.ch06_networks.batch_dimension import flatten_samples, predict_each, predict_one

MODELS = {
    "linear": (lambda: nn.Linear(3, 2), (3,)),
    "one output": (lambda: nn.Linear(3, 1), (3,)),
    "one by one": (lambda: nn.Linear(1, 1), (1,)),
    "image": (lambda: nn.Conv2d(3, 1, kernel_size=3), (3, 5, 4)),
    "one pixel": (lambda: nn.Conv2d(1, 2, kernel_size=(1, 4)), (1, 3, 4)),
    "flattened image": (lambda: nn.Sequential(nn.Conv2d(1, 2, 3), nn.Flatten()), (1, 4, 5)),
    "pooled image": (lambda: _PooledImage(), (2, 4, 5)),
    "numbers": (lambda: nn.Tanh(), ()),
}

each_model = pytest.mark.parametrize("name", MODELS)


@each_model
def test_one_sample_is_a_row_of_a_batch(device, dtype, name):
    """A sample by itself comes out as it does in a batch, without N but with every other size."""
    model, batch = _model_and_batch(name, device, dtype)
    expected = model(batch)
    for sample, row in zip(batch, expected, strict=True):
        assert_close(predict_one(model, sample), row)


@each_model
@pytest.mark.parametrize("n_samples", [1, 3], ids=["N=1", "N=3"])
def test_several_samples_are_one_batch(device, dtype, name, n_samples):
    """The result is a list with one output per sample, in the order of the samples."""
    model, batch = _model_and_batch(name, device, dtype)
    samples = list(batch[:n_samples])
    expected = list(model(batch)[:n_samples])
    outputs = predict_each(model, samples)
    assert_equal(isinstance(outputs, list), True, what="whether it is a list")
    assert_equal(len(outputs), n_samples, what="how many outputs there are")
    for output, row in zip(outputs, expected, strict=True):
        assert_close(output, row)
    assert_equal(len(samples), n_samples, what="how many samples are left in the list")


@pytest.mark.parametrize("training", [True, False], ids=["train", "eval"])
@pytest.mark.parametrize("grad", [True, False], ids=["grad", "no grad"])
@pytest.mark.parametrize("shape", [(), (5,), (1, 4), (3, 1, 4), (1, 2, 1, 3)], ids=str)
def test_the_model_gets_one_batch_and_is_left_as_it_is(device, training, grad, shape):
    """The model itself is called, hooks and all: once, with [N, ...], in the caller's modes."""
    model = _Witness().train(training)
    samples = list(torch.ones(3, *shape, device=device, dtype=torch.float32))
    with torch.set_grad_enabled(grad), assert_untouched(model, *samples):
        predict_one(model, samples[0])
        predict_each(model, samples)
        assert_equal(torch.is_grad_enabled(), grad, what="the grad mode afterwards")
    seen = {"training": training, "grad": grad}
    assert_equal(model.seen, [{"shape": [1, *shape], **seen}, {"shape": [3, *shape], **seen}])


def test_no_samples_give_no_outputs():
    """For an empty list the model is not called, and the result is an empty list."""
    model = _Witness()
    assert_equal(predict_each(model, []), [])
    assert_equal(model.seen, [], what="the calls of the model")


@pytest.mark.parametrize("together", [False, True], ids=["predict_one", "predict_each"])
def test_gradients_flow_through_the_batch(device, dtype, together):
    """Samples and parameters get the gradients of a batch; no sample gets that of another."""
    model, batch = _model_and_batch("image", device, dtype)
    samples = [sample.clone().requires_grad_() for sample in batch]
    wanted_from = [*samples, *model.parameters()]
    expected = model(torch.stack(samples))
    upstream = _numbers(expected.shape, device, dtype, seed=3)
    outputs = (
        predict_each(model, samples) if together else [predict_one(model, it) for it in samples]
    )
    assert_equal(outputs[0].requires_grad, True, what="requires_grad of the output")
    gradients = torch.autograd.grad(outputs, wanted_from, list(upstream), allow_unused=True)
    wanted = torch.autograd.grad(expected, wanted_from, upstream)
    names = ["sample 0", "sample 1", "sample 2", "the weight", "the bias"]
    for name, gradient, right in zip(names, gradients, wanted, strict=True):
        assert_close(gradient, right, what=f"the gradient of {name}")


@pytest.mark.parametrize(
    "shape",
    [(2, 3, 4, 5), (5, 1, 2), (1, 3, 2), (1, 1), (2, 6), (2, 1, 3, 2, 2)],
)
def test_each_sample_is_one_row(device, dtype, shape):
    """[N, ...] becomes [N, K]: row i holds the numbers of sample i in order."""
    batch = _numbers(shape, device, dtype).requires_grad_()
    rows = [[*sample.flatten().tolist()] for sample in batch]
    expected = torch.tensor(rows, device=device, dtype=dtype)
    with assert_untouched(batch):
        flat = flatten_samples(batch)
    assert_close(flat.detach(), expected)
    upstream = _numbers(expected.shape, device, dtype, seed=1)
    assert_equal(flat.requires_grad, True, what="requires_grad of the result")
    (gradient,) = torch.autograd.grad(flat, batch, upstream)
    assert_close(gradient, upstream.reshape(shape), what="the gradient of batch")


@pytest.mark.parametrize("shape", [(0, 3, 32, 32), (0, 5), (3, 0), (2, 3, 0)], ids=str)
def test_an_empty_batch_has_rows_of_the_same_length(device, dtype, shape):
    """K is the product of the sizes also where there are no samples, or no numbers in them."""
    batch = torch.zeros(shape, device=device, dtype=dtype)
    expected = torch.zeros(shape[0], math.prod(shape[1:]), device=device, dtype=dtype)
    assert_close(flatten_samples(batch), expected)


@pytest.mark.parametrize("dtype", [torch.uint8, torch.int64, torch.bfloat16])
def test_numbers_of_any_dtype_stay_what_they_are(device, dtype):
    """Pixels in uint8, labels in int64, half precision: their dtype is not touched."""
    batch = torch.arange(24, device=device).reshape(2, 3, 4).to(dtype)
    expected = torch.stack([batch[0].flatten(), batch[1].flatten()])
    assert_close(flatten_samples(batch), expected)


def test_a_batch_need_not_be_contiguous(device, dtype):
    """After permute the numbers lie in another order in memory; the rows follow the dimensions."""
    images = _numbers((2, 4, 5, 3), device, dtype)
    batch = images.permute(0, 3, 1, 2)
    channels = [torch.cat([image[:, :, c].flatten() for c in range(3)]) for image in images]
    assert_close(flatten_samples(batch), torch.stack(channels))


class _PooledImage(nn.Module):
    """Takes images [N, C, H, W], and gives one number for each: [N]."""

    def forward(self, images):
        return images.mean(dim=(1, 2, 3))


class _Witness(nn.Module):
    """A model whose hook writes down how it was called; forward by itself runs no hook."""

    def __init__(self):
        super().__init__()
        self.seen = []
        self.register_forward_pre_hook(self._write_down)

    def _write_down(self, model, arguments):
        (batch,) = arguments
        grad = torch.is_grad_enabled()
        self.seen.append({"shape": list(batch.shape), "training": self.training, "grad": grad})

    def forward(self, batch):
        return batch.clone()


def _model_and_batch(name, device, dtype):
    """A model with numbers of ours in it, and a batch of three samples."""
    build, shape = MODELS[name]
    model = build().to(device=device, dtype=dtype).eval()
    with torch.no_grad():
        for seed, parameter in enumerate(model.parameters(), 1):
            parameter.copy_(_numbers(parameter.shape, device, dtype, seed=seed))
    return model, _numbers((3, *shape), device, dtype)


def _numbers(shape, device, dtype, seed=0):
    """Integers from -9 to 9, so that no rounding depends on the size of a batch."""
    generator = torch.Generator().manual_seed(seed)
    return torch.randint(-9, 10, shape, generator=generator).to(device=device, dtype=dtype)
