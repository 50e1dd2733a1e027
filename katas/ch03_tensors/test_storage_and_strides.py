"""Storage under a tensor (§3.8): where each number lies, and who else sees it."""

import itertools

import pytest
import torch

from katas._dojo.writing.assertions import assert_equal, assert_untouched
from katas.ch03_tensors.storage_and_strides import contiguous_stride, position, share_storage

VIEWS = {
    "as made": lambda x: x,
    "a row": lambda x: x[1],
    "a row of a row": lambda x: x[2, 1],
    "one number": lambda x: x[2, 1, 3],
    "rows from 1 on": lambda x: x[1:],
    "columns 1 and 2": lambda x: x[:, :, 1:3],
    "every second column": lambda x: x[0, :, ::2],
    "transposed": lambda x: x[1].t(),
    "permuted": lambda x: x.permute(2, 0, 1),
    "expanded": lambda x: x[:, :1, 1:].expand(-1, 3, -1),
}


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.bfloat16, torch.uint8])
@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_every_number_is_found(device, dtype, view):
    """The storage holds 0, 1, 2, …, so that each number of a view is its own place there."""
    x = view(torch.arange(24, device=device).to(dtype).reshape(3, 2, 4))
    with assert_untouched(x):
        for index in itertools.product(*map(range, x.shape)):
            assert_equal(position(x, index), int(x[index]), what=f"the place of x[{index}]")


OF_THE_BOOK = {
    "points": lambda points: points,
    "points[1]": lambda points: points[1],
    "points.t()": lambda points: points.t(),
    "points.t().contiguous()": lambda points: points.t().contiguous(),
}


@pytest.mark.parametrize(
    ("view", "index", "place"),
    [
        ("points", (2, 1), 5),
        ("points[1]", (0,), 2),
        ("points[1]", (1,), 3),
        ("points.t()", (1, 2), 5),
        ("points.t()", (0, 1), 2),
        ("points.t().contiguous()", (1, 2), 5),
        ("points.t().contiguous()", (0, 1), 1),
    ],
    ids=lambda it: str(it) if type(it) is tuple else None,
)
def test_the_places_in_the_book(device, dtype, view, index, place):
    """points[1] begins at place 2; the transpose finds the same numbers where they were."""
    points = torch.tensor([[4.0, 1.0], [5.0, 3.0], [2.0, 1.0]], device=device, dtype=dtype)
    assert_equal(position(OF_THE_BOOK[view](points), index), place)


@pytest.mark.parametrize(
    ("shape", "stride"),
    [
        ((3, 2), (2, 1)),
        ((2, 3), (3, 1)),
        ((3, 4, 5), (20, 5, 1)),
        ((5, 4, 3), (12, 3, 1)),
        ((730, 24, 17), (408, 17, 1)),
        ((2, 1, 3), (3, 3, 1)),
        ((2, 3, 4, 5, 6), (360, 120, 30, 6, 1)),
        ((7,), (1,)),
        ((), ()),
    ],
)
def test_a_new_tensor_is_stored_row_by_row(shape, stride):
    """The last stride is 1, each other the product of all sizes behind it: as torch has them."""
    assert_equal(torch.zeros(shape).stride(), stride, what="the stride that torch gives")
    assert_equal(contiguous_stride(shape), stride)


SHARED = {
    "a tensor with itself": lambda x: (x, x),
    "a row": lambda x: (x, x[1]),
    "two rows": lambda x: (x[2], x[0]),
    "its transpose": lambda x: (x, x.t()),
    "detached": lambda x: (x[1:].detach(), x),
    "other dimensions": lambda x: (x.view(6), x[:, 1]),
}
APART = {
    "equal numbers": lambda x: (x, torch.ones_like(x)),
    "a clone": lambda x: (x, x.clone()),
    "a clone of a row": lambda x: (x[1].clone(), x[1]),
    "a list of rows": lambda x: (x, x[[0, 1, 2]]),
    "the transpose, made contiguous": lambda x: (x.t().contiguous(), x),
    "a sum": lambda x: (x, x + 0),
}


@pytest.mark.parametrize(
    ("pair", "shared"),
    [(pair, True) for pair in SHARED.values()] + [(pair, False) for pair in APART.values()],
    ids=[*SHARED, *APART],
)
@pytest.mark.parametrize("exchanged", [False, True], ids=["a, b", "b, a"])
def test_views_share_their_storage(device, dtype, pair, shared, exchanged):
    """Views of one storage share it, wherever they begin; equal numbers may lie in two."""
    x = torch.ones(3, 2, device=device, dtype=dtype)
    a, b = pair(x)
    if exchanged:
        a, b = b, a
    with assert_untouched(a, b):
        assert_equal(share_storage(a, b), shared)


def test_storages_are_not_told_apart_by_objects_that_are_gone(device, dtype):
    """Two tensors have two storages, however often one asks."""
    a, b = (torch.ones(3, 2, device=device, dtype=dtype) for _ in range(2))
    answers = [share_storage(a, b) for _ in range(4)]
    assert_equal(answers, [False] * 4, what="the answers")
