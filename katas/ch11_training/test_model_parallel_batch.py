"""One batch on several devices (§11.3.1): chunks out, outputs back, and a loss of all samples."""

import copy

import pytest
import torch
from torch import nn
from torch.nn.functional import cross_entropy

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas.ch11_training.model_parallel_batch import data_parallel, parallel_loss

# The number of samples, and the sizes of the chunks of each replica.
CHUNKS = {
    "6 on 3": (6, [2, 2, 2]),
    "10 on 4": (10, [3, 3, 3, 1]),
    "9 on 4": (9, [3, 3, 3, 0]),
    "5 on 4": (5, [2, 2, 1, 0]),
    "2 on 3": (2, [1, 1, 0]),
    "7 on 1": (7, [7]),
}
each_split = pytest.mark.parametrize(("n", "sizes"), CHUNKS.values(), ids=list(CHUNKS))


@each_split
def test_outputs_are_those_of_one_model(device, dtype, n, sizes):
    """Every sample comes back once, in the order of the batch, on the device of the batch."""
    replicas, batch = _replicas(len(sizes), device, dtype), _batch(n, device, dtype)
    with torch.no_grad():
        expected = copy.deepcopy(replicas[0])(batch)
    with assert_untouched(batch):
        out = data_parallel(replicas, batch)
    assert_close(out, expected, what="the outputs")


@each_split
def test_each_replica_has_its_chunk(device, n, sizes):
    """Chunks are N by the number of replicas, rounded up, the last one less; some may not run."""
    replicas, batch = _replicas(len(sizes), device, torch.float32), _batch(n, device, torch.float32)
    expected = [batch[sum(sizes[:place]) :][:size].tolist() for place, size in enumerate(sizes)]
    seen = [[] for _ in replicas]
    for replica, its in zip(replicas, seen, strict=True):
        replica.register_forward_hook(
            lambda _, inputs, out, its=its: its.append(inputs[0].tolist())
        )
    data_parallel(replicas, batch)
    runs = [len(its) for its in seen]
    assert_equal(runs, [int(size > 0) for size in sizes], what="how often each replica runs")
    lengths = [sum(map(len, its)) for its in seen]
    assert_equal(lengths, sizes, what="how many samples each replica is given")
    seen = [[row for rows in its for row in rows] for its in seen]
    assert_equal(seen, expected, what="what each replica is given")


@each_split
def test_gradients_come_back_to_each(device, n, sizes):
    """The batch gets its gradients, and replicas those of their chunks, together one model's."""
    dtype = torch.float64
    replicas, batch = _replicas(len(sizes), device, dtype), _batch(n, device, dtype)
    batch.requires_grad_()
    model = copy.deepcopy(replicas[0])
    upstream = torch.linspace(-2, 3, 2 * n, device=device, dtype=dtype).view(n, 2)
    wanted = torch.autograd.grad(model(batch), [batch, *model.parameters()], upstream)
    out = data_parallel(replicas, batch)
    _assert_gradients(out, upstream, batch, replicas, wanted)


@each_split
def test_each_sample_counts_the_same(device, dtype, n, sizes):
    """The loss is the mean over all samples, of short chunks and of long ones."""
    replicas, batch = _replicas(len(sizes), device, dtype), _batch(n, device, dtype)
    labels = _labels(n, device)
    with torch.no_grad():
        expected = cross_entropy(copy.deepcopy(replicas[0])(batch), labels)
    with assert_untouched(batch, labels):
        loss = parallel_loss(replicas, cross_entropy, batch, labels)
    assert_close(loss, expected, what="the loss")


@each_split
def test_replicas_learn_what_one_model_would(device, n, sizes):
    """The gradients of all replicas add up to those of one model with the whole batch."""
    dtype = torch.float64
    replicas, batch = _replicas(len(sizes), device, dtype), _batch(n, device, dtype)
    batch.requires_grad_()
    model, labels = copy.deepcopy(replicas[0]), _labels(n, device)
    expected = cross_entropy(model(batch), labels)
    wanted = torch.autograd.grad(expected, [batch, *model.parameters()])
    loss = parallel_loss(replicas, cross_entropy, batch, labels)
    _assert_gradients(loss, torch.ones_like(expected), batch, replicas, wanted)


def _replicas(n, device, dtype):
    """Equal models, the first on ``device``, and every other one on the CPU."""
    model = nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 2))
    for place, parameter in enumerate(model.parameters()):
        ramp = torch.arange(parameter.numel(), dtype=torch.float64)
        parameter.data = (2.4 * ramp + place).sin().reshape(parameter.shape)
    devices = [device if place % 2 == 0 else "cpu" for place in range(n)]
    return [copy.deepcopy(model).to(device=it, dtype=dtype) for it in devices]


def _batch(n, device, dtype):
    steps = torch.arange(3 * n, dtype=torch.float64)
    return (3 * torch.sin(2.4 * steps)).reshape(n, 3).to(device=device, dtype=dtype)


def _labels(n, device):
    return torch.tensor([1, 0, 0, 1, 1, 1, 0, 1, 0, 0][:n], device=device)


def _assert_gradients(out, upstream, batch, replicas, wanted):
    __tracebackhide__ = True
    assert_equal(out.requires_grad, True, what="requires_grad of the result")
    leaves = [batch, *(it for replica in replicas for it in replica.parameters())]
    out.backward(upstream)  # which goes from device to device
    found = [torch.zeros_like(it) if it.grad is None else it.grad for it in leaves]
    assert_close(found[0], wanted[0], what="the gradient of the batch")
    names = [name for name, _ in replicas[0].named_parameters()]
    for place, name in enumerate(names, 1):
        of_all = sum(it.to(batch.device) for it in found[place :: len(names)])
        assert_close(of_all, wanted[place], what=f"the gradients of {name}, of all replicas")
