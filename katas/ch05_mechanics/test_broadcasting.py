"""Broadcasting (§5.3.1): which shapes fit together, and what flows back."""

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from katas._dojo.writing.assertions import (
    assert_close,
    assert_equal,
    assert_raises,
    assert_untouched,
)
from katas.ch05_mechanics.broadcasting import broadcast_shape, sum_to_shape

sizes = st.sampled_from([1, 2, 3, 0])
shapes = st.lists(sizes, max_size=4).map(tuple)


@st.composite
def broadcastable(draw):
    """A shape, and one that it broadcasts to."""
    target = draw(shapes)
    kept = target[draw(st.integers(0, len(target))) :]
    return tuple(draw(st.sampled_from([1, size])) for size in kept), target


@given(st.lists(shapes, max_size=3))
def test_shapes_broadcast_as_in_torch(shapes):
    """The shape is the one that torch gives; what torch refuses is a ValueError."""
    try:
        expected = tuple(_broadcast_by_torch(shapes))
    except RuntimeError:
        with assert_raises(ValueError):
            broadcast_shape(*shapes)
    else:
        assert_equal(_plain(broadcast_shape(*shapes)), expected)


@pytest.mark.parametrize(
    ("shapes", "expected"),
    [
        ([(), (3, 1)], (3, 1)),
        ([(3, 1), (1, 3)], (3, 3)),
        ([(3, 1), (1, 3), (2, 1, 1)], (2, 3, 3)),
    ],
    ids=["x*y", "y*z", "y*z*a"],
)
def test_the_shapes_in_the_book(shapes, expected):
    """The products of x [], y [3, 1], z [1, 3], a [2, 1, 1] have the shapes that §5.3.1 prints."""
    assert_equal(_plain(broadcast_shape(*shapes)), expected)


@pytest.mark.parametrize(
    ("shapes", "clash"),
    [
        ([(7, 5), (7,)], (5, 7)),
        ([(0,), (6,)], (0, 6)),
        ([(5, 1), (1, 1), (8, 1)], (5, 8)),
    ],
    ids=["last", "zero", "third"],
)
def test_a_clash_names_its_sizes(shapes, clash):
    """Shapes that do not fit raise a ValueError that names the two sizes that clash."""
    with assert_raises(ValueError, *clash):
        broadcast_shape(*shapes)


@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float32, torch.float64])
@given(broadcastable())
def test_a_gradient_flows_back_to_the_shape_it_came_from(device, dtype, shapes):
    """sum_to_shape(grad, shape) is what autograd gives a tensor of that shape after expand."""
    shape, target = shapes
    x = torch.zeros(shape, device=device, dtype=dtype, requires_grad=True)
    grad = _distinct(target, device, dtype)
    (expected,) = torch.autograd.grad(x.expand(target), x, grad)
    with assert_untouched(grad):
        summed = sum_to_shape(grad, shape)
    assert_close(summed, expected)


@given(broadcastable())
def test_summing_is_the_adjoint_of_expanding(shapes):
    """For every x and grad, the sum of x.expand * grad equals the sum of x * sum_to_shape."""
    shape, target = shapes
    x = _distinct(shape, "cpu", torch.float64)
    grad = _distinct(target, "cpu", torch.float64)
    expected = (x.expand(target) * grad).sum()
    assert_close((x * sum_to_shape(grad, shape)).sum(), expected, what="the sum with x")


def test_the_gradient_that_came_in_is_untouched(device, dtype):
    """Summing leaves grad as it was, also one that is not contiguous."""
    grad = _distinct((2, 3, 4), device, dtype).transpose(0, 2)
    expected = grad.sum(dim=(0, 2)).unsqueeze(1)
    with assert_untouched(grad):
        summed = sum_to_shape(grad, (3, 1))
    assert_close(summed, expected)


def _broadcast_by_torch(shapes):
    """The shape of tensors that torch has broadcast, [] among them, so that none is a case too."""
    return torch.broadcast_tensors(torch.empty(()), *map(torch.empty, shapes))[0].shape


def _plain(shape):
    """A torch.Size is a tuple as good as any; a list is none."""
    return tuple(shape) if isinstance(shape, torch.Size) else shape


def _distinct(shape, device, dtype):
    """A tensor in which no two elements are alike, so that no mix-up goes unseen."""
    n_elements = torch.Size(shape).numel()
    return torch.arange(1, n_elements + 1, device=device, dtype=dtype).reshape(shape)
