"""Overfitting (§5.5.3): what two loss curves tell, and when it is time to stop."""

import math
from statistics import fmean

import pytest
import torch
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_raises
from katas.ch05_mechanics.overfitting import best_params, diagnose, early_stop

losses = st.integers(1, 6)
curves = st.lists(st.tuples(losses, losses), min_size=4, max_size=8)

FALLING = [8.0, 6.0, 4.0, 3.0, 2.0, 1.0]
FLAT = [8.0, 8.0, 8.0, 8.0, 8.0, 8.0]
RISING = [1.0, 2.0, 3.0, 4.0, 6.0, 8.0]
TURNING = [8.0, 5.0, 4.0, 3.0, 4.0, 5.0]


@pytest.mark.parametrize(
    ("train", "val", "expected"),
    [
        (FALLING, FALLING, "well fitted"),
        (FALLING, [30 + loss for loss in FALLING], "well fitted"),
        (FALLING, TURNING, "overfitted"),
        (FALLING, RISING, "overfitted"),
        (FALLING, FLAT, "overfitted"),
        (TURNING, FALLING, "well fitted"),
        (FLAT, FLAT, "underfitted"),
        (FLAT, FALLING, "underfitted"),
        (FLAT, RISING, "underfitted"),
        (RISING, TURNING, "underfitted"),
    ],
    ids=[
        "both fall",
        "both fall far apart",
        "validation turns",
        "validation rises",
        "validation stays",
        "training turns",
        "both stay",
        "training stays",
        "training stays and validation rises",
        "training rises",
    ],
)
@pytest.mark.parametrize("scale", [1.0, 1e-4, 1e4])
def test_what_the_curves_show(scale, train, val, expected):
    """Training does not fall: underfitted; it falls and validation does not stay down: over."""
    train, val = ([scale * loss for loss in curve] for curve in (train, val))
    before = [*train], [*val]
    assert_equal(diagnose(train, val, window=1), expected)
    assert (train, val) == before, "the losses were changed"


@given(curves, st.integers(1, 4), st.sampled_from([0.1, 0.3]))
@settings(max_examples=30)
def test_trends_are_those_of_the_moving_means(curves, window, tolerance):
    """First, last and lowest are moving means of window losses, compared within tolerance."""
    train, val = (list(curve) for curve in zip(*curves, strict=True))
    has_fallen = {}
    has_risen = {}
    for name, curve in (("train", train), ("val", val)):
        means = [fmean(curve[end - window : end]) for end in range(window, len(curve) + 1)]
        low, high = (1 - tolerance) * means[0], (1 + tolerance) * min(means)
        # Where a mean hits the edge, rounding decides.
        assume(means[-1] != pytest.approx(low))
        assume(means[-1] != pytest.approx(high))
        has_fallen[name] = means[-1] < low
        has_risen[name] = means[-1] > high
    if not has_fallen["train"]:
        expected = "underfitted"
    elif not has_fallen["val"] or has_risen["val"]:
        expected = "overfitted"
    else:
        expected = "well fitted"
    assert_equal(diagnose(train, val, window, tolerance), expected)


@pytest.mark.parametrize(
    ("train", "val", "expected"),
    [
        ([9, 8, 7, 6, 5, 4, 3, 2], [9, 8, 7, 6, 5, 4, 3, 6], "well fitted"),
        ([9, 8, 7, 6, 5, 4, 3, 2], [9, 8, 7, 6, 5, 1, 3, 2], "well fitted"),
        ([9, 8, 7, 6, 5, 4, 3, 12], [9, 8, 7, 6, 5, 4, 3, 2], "well fitted"),
        ([9, 1, 9, 1, 9, 1, 9, 1], [9, 8, 7, 6, 5, 4, 3, 2], "underfitted"),
        ([9, 8, 7, 6, 5, 4, 3, 2], [9, 8, 5, 3, 3, 6, 9, 3], "overfitted"),
    ],
    ids=["last one up", "one very low", "last one up in training", "zigzag", "last one down"],
)
def test_noise_is_no_trend(train, val, expected):
    """One loss out of line changes nothing: it is the moving means that are compared."""
    assert_equal(diagnose([*train], [*val], window=4), expected)


def test_the_usual_window_and_tolerance():
    """The window is 5 and the tolerance 0.05, unless the call says otherwise."""
    fallen = [10.0] * 5 + [9.0] * 5
    assert_equal(diagnose(fallen, [10.0] * 4 + [0.1] * 5 + [0.2]), "overfitted")
    assert_equal(diagnose(fallen, [10.0] * 4 + [0.1] * 5 + [0.12]), "well fitted")
    assert_equal(diagnose([10.0] * 5 + [9.6] * 5, fallen), "underfitted")
    assert_equal(diagnose([10.0] * 5 + [9.4] * 5, fallen), "well fitted")


@pytest.mark.parametrize(
    ("train", "val", "window", "naming"),
    [
        ([3.0, 2.0, 1.0], [3.0, 2.0], 1, [3, 2]),
        ([], [], 1, [("window", 1, 0)]),
        ([3.0, 2.0], [3.0, 2.0], 7, [("window", 7, 2)]),
        ([3.0, 2.0], [3.0, 2.0], 0, [("window", 0)]),
        ([3.0, math.nan, 1.0], [3.0, 2.0, 1.0], 1, [("train_losses", "nan", "NaN")]),
        ([3.0, 2.0, 1.0], [3.0, math.nan, 1.0], 1, [("val_losses", "nan", "NaN")]),
        ([3.0, 2.0, 1.0], [math.inf, 2.0, 1.0], 1, [("val_losses", "inf", "infinite", "infinity")]),
    ],
    ids=["lengths", "empty", "short", "window 0", "NaN in training", "NaN", "infinity"],
)
def test_what_cannot_be_read_is_named(train, val, window, naming):
    """Other lengths, NaN, infinity, too few losses: a ValueError that names them."""
    with assert_raises(ValueError, *naming):
        diagnose([*train], [*val], window=window)


@given(st.lists(losses, min_size=1, max_size=12), st.integers(1, 4))
def test_stopping_as_patience_runs_out(val_losses, patience):
    """The best epoch is the earliest lowest one, until patience losses in a row bring no better."""
    for now in range(len(val_losses)):
        so_far = val_losses[: now + 1]
        expected = so_far.index(min(so_far))
        if now - expected == patience:
            break
    before = [*val_losses]
    assert_equal(early_stop(val_losses, patience), expected)
    assert val_losses == before, "the losses were changed"


@pytest.mark.parametrize(
    ("val_losses", "patience", "expected"),
    [
        ([3.0, 2.0, 4.0, 4.0, 4.0, 1.0], 2, 1),
        ([3.0, 2.0, 4.0, 4.0, 4.0, 1.0], 4, 5),
        ([2.0, 2.0, 2.0, 1.0], 2, 0),
        ([2.0, 9.0, 8.0, 7.0, 6.0, 1.0], 3, 0),
        ([3.0, 4.0, 2.0, 4.0, 1.0, 4.0], 2, 4),
        ([2.0, math.nan, 1.0], 2, 2),
        ([2.0, math.nan, 1.0], 1, 0),
        ([math.nan, 2.0, 3.0], 2, 1),
        ([math.inf, 2.0, 1.0], 2, 2),
        ([3.0, math.nan, math.inf, 1.0], 2, 0),
    ],
    ids=str,
)
def test_a_best_is_lower_than_all_before(val_losses, patience, expected):
    """Higher losses, equal ones, NaN and infinity are no new best: they use up patience."""
    assert_equal(early_stop([*val_losses], patience), expected)


@pytest.mark.parametrize(
    ("val_losses", "patience", "naming"),
    [
        ([2.0, 1.0], 0, [("patience", 0)]),
        ([2.0, 1.0], -1, [("patience", -1)]),
        ([], 1, []),
        ([math.nan, math.inf], 3, []),
        ([math.nan, math.nan, 1.0], 2, []),
    ],
    ids=["patience 0", "patience -1", "no losses", "only NaN", "a best too late"],
)
def test_no_best_is_an_error(val_losses, patience, naming):
    """Patience below 1, and losses without a best, are a ValueError."""
    with assert_raises(ValueError, *naming):
        early_stop([*val_losses], patience)
    params = torch.zeros(2)
    with assert_raises(ValueError, *naming):
        best_params(((params, loss) for loss in val_losses), patience)


class _Run:
    """Training that moves one tensor by 1 in each epoch, and knows how far it was followed."""

    def __init__(self, val_losses, device, dtype):
        self.params = torch.zeros(2, 3, device=device, dtype=dtype).T.requires_grad_()
        self.val_losses = val_losses
        self.n_epochs = 0

    def __repr__(self):
        return f"a run with the validation losses {self.val_losses}"

    def __iter__(self):
        for loss in self.val_losses:
            self.move()
            self.n_epochs += 1
            yield self.params, loss

    @torch.no_grad()
    def move(self):
        self.params += 1


each_run = pytest.mark.parametrize(
    ("val_losses", "patience", "best", "taken"),
    [
        ([3.0, 2.0, 1.0], 2, 3, 3),
        ([3.0, 2.0, 4.0, 4.0, 1.0, 5.0], 2, 2, 4),
        ([3.0, 2.0, 2.0, 4.0, 1.0], 2, 2, 4),
        ([3.0, 4.0, 2.0, 4.0, 1.0], 2, 5, 5),
        ([math.nan, 3.0, 4.0], 2, 2, 3),
        ([3.0, math.nan, 1.0], 1, 1, 2),
    ],
    ids=["falling", "too late", "a tie", "up and down", "NaN first", "NaN"],
)


@each_run
def test_the_best_parameters_are_kept(device, dtype, val_losses, patience, best, taken):
    """The parameters of the best epoch come back, and stay so when training goes on in place."""
    run = _Run(val_losses, device, dtype)
    kept = best_params(run, patience)
    run.move()
    assert_close(kept, torch.full_like(run.params.detach(), best))
    assert not kept.requires_grad


@each_run
def test_training_goes_no_further(device, dtype, val_losses, patience, best, taken):
    """Once patience has run out no epoch more is trained, and the parameters are left alone."""
    run = _Run(val_losses, device, dtype)
    best_params(run, patience)
    assert run.n_epochs == taken, "epochs trained"
    assert_close(run.params, torch.full_like(run.params.detach(), taken))
    assert run.params.requires_grad
