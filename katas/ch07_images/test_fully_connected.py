"""A fully connected network (§7.2.2, §7.2.7): how large it is, and what it cannot know."""

from itertools import pairwise

import pytest
import torch
from torch import nn

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas.ch07_images.fully_connected import fully_connected, n_parameters, reordered

BOOK = {
    (3072, 512): 1573376,
    (3072, 512, 2): 1574402,
    (3072, 1024, 512, 128, 2): 3737474,
}

every_size = pytest.mark.parametrize(
    "sizes", [(6, 2), (6, 5, 2), (3, 8, 4, 2), (4, 4, 4, 4), (2, 1, 3)]
)


@every_size
def test_a_tanh_stands_between_two_layers(device, dtype, sizes):
    """Each layer is followed by a Tanh but the last one, which gives the logits as they are."""
    model = fully_connected(sizes).to(device=device, dtype=dtype)
    assert_equal(isinstance(model, nn.Sequential), True, what="whether it is an nn.Sequential")
    parameters = list(model.parameters())
    found = [tuple(parameter.shape) for parameter in parameters]
    shapes = [shape for n_in, n_out in pairwise(sizes) for shape in [(n_out, n_in), (n_out,)]]
    assert_equal(found, shapes, what="the shapes of the parameters")
    imgs = _ramp((3, sizes[0]), device, dtype)
    expected = imgs
    for number in range(0, len(parameters), 2):
        weight, bias = parameters[number : number + 2]
        inputs = expected.tanh() if number else imgs
        expected = inputs @ weight.t() + bias
    assert_close(model(imgs), expected, what="the logits")


@every_size
def test_each_weight_learns_for_itself(device, dtype, sizes):
    """All weights are new at each call, and begin at random: layers of one size are not alike."""
    first, second = (fully_connected(sizes).to(device=device, dtype=dtype) for _ in range(2))
    numbers = torch.cat([it.detach().flatten() for m in (first, second) for it in m.parameters()])
    expected = 2 * sum(n_out * (n_in + 1) for n_in, n_out in pairwise(sizes))
    assert_equal(len(numbers), expected, what="the numbers in two networks")
    assert_equal(len(numbers.unique()), expected, what="the different numbers in two networks")
    assert_equal(all(it.requires_grad for it in first.parameters()), True, what="requires_grad")


@pytest.mark.parametrize("sizes", BOOK)
def test_the_networks_of_the_book(sizes):
    """3072-512-2 has 1574402 parameters, 3072-1024-512-128-2 has 3737474, as in §7.2.7."""
    with torch.device("meta"):
        model = fully_connected(sizes)
    counted = sum(parameter.numel() for parameter in model.parameters())
    assert_equal(counted, BOOK[sizes], what="the parameters of the network")


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [*BOOK.items(), ((6, 2), 14), ((4, 4, 4, 4), 60), ((2, 1, 3), 9), ((10000, 10000), 100010000)],
)
def test_each_size_costs_weights_and_biases(sizes, expected):
    """A layer from n to m numbers has n weights and one bias for each of the m."""
    assert_equal(n_parameters(list(sizes)), expected)


def test_counting_builds_no_network():
    """The sizes are all it takes: no weight is drawn to be counted."""
    with assert_untouched():
        n_parameters([4, 3, 2])


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.bfloat16])
@pytest.mark.parametrize(
    "order",
    [(2, 0, 1, 5, 3, 4), (5, 0, 1, 2, 3, 4), (0, 1, 2, 3, 4, 5), (1, 3, 5, 0, 2, 4)],
    ids=["shuffled", "moved by one", "as they were", "columns first"],
)
@pytest.mark.parametrize("n_hidden", [0, 1, 6], ids=lambda n: f"{n} hidden")
def test_the_order_of_pixels_means_nothing_to_it(device, dtype, order, n_hidden):
    """Of pixels in another order the reordered network makes what the model made of them."""
    model, imgs = _model(n_hidden, device, dtype), _pixels(device, dtype)
    expected = model(imgs)
    order = torch.tensor(order, device=device)
    with assert_untouched(model, imgs, order):
        result = reordered(model, order)
    assert_close(result(imgs[:, order]), expected, what="the outputs")


def test_an_image_moved_is_another_image(device, dtype):
    """Moved sideways, an image gives other outputs: the network made for it is another one."""
    model, imgs = _model(6, device, dtype), _pixels(device, dtype)
    order = torch.tensor([5, 0, 1, 2, 3, 4], device=device)
    result = reordered(model, order)
    same = torch.equal(result(imgs), model(imgs))
    assert_equal(same, False, what="whether both see the same in images that did not move")


@pytest.mark.parametrize("n_hidden", [0, 6], ids=lambda n: f"{n} hidden")
def test_the_copy_stands_alone(device, dtype, n_hidden):
    """The copy has parameters of its own, which learn; what becomes of them leaves model alone."""
    model = _model(n_hidden, device, dtype)
    result = reordered(model, torch.tensor([2, 0, 1, 5, 3, 4], device=device))
    with assert_untouched(model):
        result(_pixels(device, dtype)).sum().backward()
        torch.optim.SGD(result.parameters(), lr=1.0).step()
    learning = [it.grad is not None for it in result.parameters()]
    assert_equal(learning, [True] * len(list(model.parameters())), what="which parameters learn")


def _model(n_hidden, device, dtype):
    """A network for six pixels with small whole numbers for weights: sums of them are exact."""
    layers = [nn.Linear(6, n_hidden or 2)]
    if n_hidden:
        layers += [nn.Tanh(), nn.Linear(n_hidden, 2)]
    model = nn.Sequential(*layers)
    for parameter in model.parameters():
        steps = torch.arange(parameter.numel()).reshape(parameter.shape)
        parameter.data = ((5 * steps) % 13 - 6).float()
    return model.to(device=device, dtype=dtype)


def _pixels(device, dtype):
    rows = [[0, 1, 0, -1, 2, 0], [1, 0, 0, 0, 0, 0], [0, -1, 1, 0, 0, 1]]
    return torch.tensor(rows, device=device, dtype=dtype)


def _ramp(shape, device, dtype):
    """Numbers from -1 to 2, no two alike."""
    n = torch.Size(shape).numel()
    return torch.linspace(-1, 2, n, device=device, dtype=dtype).reshape(shape)
