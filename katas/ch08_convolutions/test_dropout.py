"""Dropout (§8.5.2): zeros by chance, and what is left made up for them."""

import math

import pytest
import torch

from katas._dojo.writing.assertions import (
    MismatchError,
    assert_close,
    assert_equal,
    assert_untouched,
)
from katas._dojo.writing.forbidding import forbid_operators
from katas.ch08_convolutions.dropout import dropout, dropout2d

TORCHS_OWN = (
    *("dropout", "native_dropout", "feature_dropout"),
    *("alpha_dropout", "feature_alpha_dropout"),
)
each_function = pytest.mark.parametrize("name", ["dropout", "dropout2d"])
each_share = pytest.mark.parametrize("p", [0.25, 0.4, 0.9])
each_dtype = pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.bfloat16])


@each_function
@each_share
@each_dtype
def test_what_is_left_is_divided_by_one_minus_p(device, dtype, name, p):
    """In training each number becomes 0 or x / (1 - p), in the dtype of x."""
    x = _numbers((64, 9, 2, 3), device, dtype)
    before = x.clone()
    out = _function(name)(x, p, training=True)
    assert_equal(torch.equal(x, before), True, what="whether x is as it was before")
    assert_equal(out.dtype, dtype, what="the dtype of the result")
    _assert_made_up_for(out, before, out != 0, p)


@each_function
@each_share
def test_p_is_the_share_that_is_dropped(device, dtype, name, p):
    """About p of the draws give 0: p is not the share that stays."""
    x = _numbers((32, 32, 1, 1), device, dtype)
    zeros = torch.stack([_function(name)(x.clone(), p, True) == 0 for _ in range(32)])
    share = zeros.double().mean().item()
    # By chance, if a draw were shared by images, channels or calls: other rules are about that.
    deviation = math.sqrt(p * (1 - p) / 32**2)
    if abs(share - p) > 3.5 * deviation:
        what = "the share of zeros"
        share = round(20 * share) / 20  # no finer than chance lets it be
        text = f"{what}\ngot       about {share:.2f}\nexpected  {p} ± {3.5 * deviation:.2f}"
        raise MismatchError(text, what, share, p)


@each_function
def test_chance_says_how_many_are_dropped(device, dtype, name):
    """Of two, none or one or both are dropped: it is no fixed share that goes."""
    x = _numbers((1, 2, 1, 1), device, dtype)
    dropped = {int((_function(name)(x.clone(), 0.5, True) == 0).sum()) for _ in range(64)}
    assert_equal(dropped == {0, 1, 2}, True, what="whether 64 calls dropped none, one and both")


@pytest.mark.parametrize("names", ["number", "sample feature", "image channel row column"])
def test_every_number_has_a_draw_of_its_own(device, dtype, names):
    """The zeros of dropout differ from one call, sample, channel, row, column to the next."""
    names = ["call", *names.split()]
    shape = (64,) if len(names) == 2 else (8, 6, 5, 7)[: len(names) - 1]
    x = _numbers(shape, device, dtype)
    kept = torch.stack([dropout(x, 0.5, True) != 0 for _ in range(2)])
    _assert_drawn_for_each(names, kept)


@each_share
def test_whole_channels_are_dropped(device, dtype, p):
    """dropout2d drops all pixels of a channel or none of them."""
    x = _numbers((8, 6, 3, 4), device, dtype)
    zeros = (dropout2d(x, p, True) == 0).flatten(2)
    in_part = bool((zeros.any(dim=2) & ~zeros.all(dim=2)).any())
    assert_equal(in_part, False, what="whether a channel is dropped in part")


def test_every_image_has_channels_of_its_own(device, dtype):
    """The channels that dropout2d drops differ from one call and image to the next."""
    x = _numbers((40, 40, 2, 2), device, dtype)
    kept = torch.stack([dropout2d(x, 0.5, True).sum(dim=(2, 3)) != 0 for _ in range(2)])
    _assert_drawn_for_each(["call", "image", "channel"], kept)


@each_function
@each_share
def test_gradients_flow_through_the_same_zeros(device, dtype, name, p):
    """What comes back is 0 where the number was dropped, and divided by 1 - p elsewhere."""
    x = _numbers((64, 9, 2, 3), device, dtype).requires_grad_()
    out = _function(name)(x, p, True)
    upstream = _numbers((64, 9, 2, 3), device, dtype).flip(0)
    assert_equal(out.requires_grad, True, what="requires_grad of the result")
    (gradient,) = torch.autograd.grad(out, x, upstream)
    at_zeros = bool(gradient[out == 0].any())
    assert_equal(at_zeros, False, what="whether what was dropped has a gradient")
    _assert_made_up_for(gradient, upstream, out != 0, p, what="the gradient of x")


@each_function
@each_share
@each_dtype
def test_in_eval_mode_nothing_happens(device, dtype, name, p):
    """Without training x comes back as it is, gradients too, and no random number is drawn."""
    x = _numbers((2, 3, 4, 5), device, dtype).requires_grad_()
    with assert_untouched(x):
        out = _function(name)(x, p, training=False)
    assert_close(out, x)
    upstream = _numbers((2, 3, 4, 5), device, dtype).flip(0)
    (gradient,) = torch.autograd.grad(out, x, upstream)
    assert_close(gradient, upstream, what="the gradient of x")


@each_function
def test_with_a_p_of_zero_all_is_kept(device, dtype, name):
    """With p = 0 x comes back whole, in training too."""
    x = _numbers((8, 20, 4, 5), device, dtype)
    assert_close(_function(name)(x, 0.0, True), x)


@each_function
def test_it_is_worked_out_by_hand(device, dtype, name):
    """Torch's own dropout is not called, in whatever spelling."""
    x = _numbers((2, 3, 4, 5), device, dtype)
    # In inference mode torch shows its functions before it takes them apart.
    because = "A random mask and a multiplication are all it takes."
    with torch.inference_mode(), forbid_operators(*TORCHS_OWN, because=because):
        _function(name)(x, 0.4, True)


def _function(name):
    return {"dropout": dropout, "dropout2d": dropout2d}[name]


def _assert_made_up_for(actual, x, kept, p, what=""):
    """Where ``kept``, ``actual`` is x / (1 - p), else 0."""
    __tracebackhide__ = True
    factors = (actual.double() / x.double())[kept]
    expected = torch.tensor(1 / (1 - p), device=x.device, dtype=torch.float64)
    if len(factors):
        # The mean first: unlike the numbers themselves, it does not depend on what was drawn.
        of_what = f"{what or 'what is left'}, divided by what came in: its mean"
        assert_close(factors.mean(), expected, what=of_what, **_rounding(x.dtype))
    assert_close(actual, torch.where(kept, x / (1 - p), 0), what=what, **_rounding(x.dtype))


def _assert_drawn_for_each(names, kept):
    """``kept`` differs along each of its dimensions, which have these names."""
    __tracebackhide__ = True
    first = [kept.narrow(dim, 0, 1) for dim in range(kept.dim())]
    shared = [name for name, it in zip(names, first, strict=True) if (kept == it).all()]
    assert_equal(shared, [], what="the same zeros in every")


def _rounding(dtype):
    """Tolerances that leave no room in float64 for what was calculated in float32."""
    tolerance = {torch.float32: 1e-5, torch.float64: 1e-12, torch.bfloat16: 0.02}[dtype]
    return {"rtol": tolerance, "atol": tolerance}


def _numbers(shape, device, dtype):
    """Numbers of either sign, none of them 0; stored in another order than they are read."""
    numbers = torch.linspace(-3, 4, torch.Size(shape).numel(), dtype=torch.float64) + 1e-3
    numbers = numbers.reshape(shape[::-1]).permute(*reversed(range(len(shape))))
    return numbers.to(device=device, dtype=dtype)
