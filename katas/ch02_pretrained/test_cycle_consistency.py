"""The cycle loss (§2.2.2): there and back again, from either side."""

import pytest
import torch
from torch import nn

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas.ch02_pretrained.cycle_consistency import cycle_loss

ZEBRA, HORSE = (2.0, 0.25), (-0.75, 0.5)  # each generator's factor and offset


def test_a_round_trip_by_hand(device, dtype):
    """1 goes by 2.25 to -1.1875, which is 2.1875 away; 2 goes by -1 to -1.75, 3.75 away."""
    horses = torch.tensor(1.0, device=device, dtype=dtype).reshape(1, 1, 1, 1)
    loss = cycle_loss(*_generators(device, dtype), horses, 2 * horses)
    assert_close(loss, torch.tensor(2.1875 + 3.75, device=device, dtype=dtype))


@pytest.mark.parametrize("n", [(1, 1), (4, 1), (2, 3)])
def test_each_trip_has_a_mean_of_its_own(device, dtype, n):
    """The two means are added up, however many there are of either kind."""
    to_zebra, to_horse = _generators(device, dtype)
    horses, zebras = _images(n, device, dtype)
    with assert_untouched(to_zebra, to_horse, horses, zebras):
        loss = cycle_loss(to_zebra, to_horse, horses, zebras)
    assert_close(loss, _expected(horses, zebras).to(device, dtype))


def test_whoever_finds_back_pays_nothing(device, dtype):
    """The loss is 0 if each generator undoes the other, whatever lies in between."""
    to_zebra, to_horse = _generators(device, dtype, horse=(0.5, -0.125))  # a half of what is less
    horses, zebras = _images((2, 3), device, dtype)
    loss = cycle_loss(to_zebra, to_horse, horses, zebras)
    assert_close(loss, torch.zeros((), device=device, dtype=dtype), rtol=0, atol=1e-6)


def test_one_trip_may_fail_alone(device, dtype):
    """A way back may be right for horses alone: that zebras do not find back has its price."""

    def to_zebra(images):
        return torch.cat([images, images], dim=1)

    def to_horse(images):
        return images[:, :1]

    horses, _ = _images((2, 3), device, dtype)
    zebras = torch.cat([horses[:, :1], horses[:, :1] + 3], dim=1)
    loss = cycle_loss(to_zebra, to_horse, horses[:, :1], zebras)
    assert_close(loss, torch.tensor(1.5, device=device, dtype=dtype))


def test_gradients_reach_both_ways(device):
    """Each generator learns from both trips, be it the first in it or the second."""
    to_zebra, to_horse = _generators(device, torch.float64)
    twins = [it.weight.clone().requires_grad_() for it in (to_zebra, to_horse)]
    horses, zebras = _images((2, 3), device, torch.float64)
    there, back = (lambda x, it=it: x * it[0] + it[1] for it in twins)
    expected = (back(there(horses)) - horses).abs().mean()
    expected = expected + (there(back(zebras)) - zebras).abs().mean()
    wanted = torch.autograd.grad(expected, twins)
    loss = cycle_loss(to_zebra, to_horse, horses, zebras)
    assert_equal(loss.requires_grad, True, what="requires_grad of the loss")
    parameters = [to_zebra.weight, to_horse.weight]
    gradients = torch.autograd.grad(loss, parameters, materialize_grads=True)
    for name, gradient, it in zip(["to_zebra", "to_horse"], gradients, wanted, strict=True):
        assert_close(gradient, it, what=f"the gradient of {name}")


def test_they_learn_to_undo_each_other(device):
    """Trained on nothing else, the generators find the way back from one another."""
    generators = nn.ModuleList(_generators(device, torch.float64))
    horses, zebras = _images((4, 6), device, torch.float64)
    losses = []
    for step in range(40):
        loss = cycle_loss(*generators, horses, zebras)
        losses.append(loss.item())
        parameters = list(generators.parameters())
        for it, gradient in zip(parameters, torch.autograd.grad(loss, parameters), strict=True):
            with torch.no_grad():
                it -= 0.35 / (1 + step / 3) * gradient
    assert_equal(losses[-1] < losses[0] / 20, True, what="whether the loss fell to a twentieth")


class _Painter(nn.Module):
    """An image times a number, and a number added."""

    def __init__(self, factor, offset):
        super().__init__()
        self.weight = nn.Parameter(torch.tensor([factor, offset]))

    def forward(self, images):
        return images * self.weight[0] + self.weight[1]

    def extra_repr(self):
        factor, offset = self.weight.tolist()
        return f"{factor:g} * x + {offset:g}"


def _generators(device, dtype, horse=HORSE):
    return [_Painter(*numbers).to(device=device, dtype=dtype) for numbers in (ZEBRA, horse)]


def _images(n, device, dtype):
    """So many horses and zebras, of other sizes; no two pixels alike."""
    shapes = [(n[0], 2, 3, 4), (n[1], 2, 5, 2)]
    ramps = [torch.linspace(low, 2, torch.Size(shape).numel(), device=device, dtype=dtype)
             for shape, low in zip(shapes, [-1, -2.5], strict=True)]  # fmt: skip
    return [ramp.reshape(shape) for ramp, shape in zip(ramps, shapes, strict=True)]


def _expected(horses, zebras):
    """The loss of the generators that all begin with, number by number."""
    (a, b), (c, d) = ZEBRA, HORSE
    means = []
    for images, (first, then) in ((horses, ((a, b), (c, d))), (zebras, ((c, d), (a, b)))):
        pixels = images.flatten().tolist()
        ends = [(x * first[0] + first[1]) * then[0] + then[1] for x in pixels]
        means.append(sum(abs(end - x) for end, x in zip(ends, pixels, strict=True)) / len(pixels))
    return torch.tensor(sum(means), dtype=torch.float64)
