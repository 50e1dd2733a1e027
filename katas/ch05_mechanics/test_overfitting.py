"""Overfitting (§5.5.3): what two loss curves tell, and when it is time to stop."""

import math
from statistics import fmean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from katas._dojo.writing.assertions import assert_equal, assert_raises
from katas.ch05_mechanics.overfitting import diagnose, early_stop

positive = st.integers(1, 6)
curves = st.lists(st.tuples(positive, positive), min_size=4, max_size=8)

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
    assert_equal((train, val), before, what="the losses, afterwards")


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
        if means[-1] in (pytest.approx(low), pytest.approx(high)):
            return  # at the edge, rounding decides
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


@pytest.mark.parametrize(
    ("train", "val", "expected"),
    [
        ([8, 8, 4, 4], [8, 8, 2, 2], "underfitted"),
        ([8, 8, 4, 3], [8, 8, 2, 2], "well fitted"),
        ([8, 8, 2, 2], [8, 8, 4, 4], "overfitted"),
        ([8, 8, 2, 2], [8, 8, 2, 2, 3, 3], "well fitted"),
        ([8, 8, 2, 2], [8, 8, 2, 2, 3, 4], "overfitted"),
    ],
    ids=["training at the edge", "below it", "validation at the edge", "a rise to it", "beyond"],
)
def test_a_mean_on_the_edge_is_no_change(train, val, expected):
    """Fallen is below (1 - tolerance) times the first mean, risen above: not where it is equal."""
    train = train + train[-1:] * (len(val) - len(train))
    assert_equal(diagnose(train, [*val], window=2, tolerance=0.5), expected)


@pytest.mark.parametrize("window", [1, 3])
def test_a_single_mean_has_not_fallen(window):
    """A window as long as the lists leaves one mean of each: nothing has fallen."""
    train, val = [9.0, 5.0, 1.0][:window], [9.0, 6.0, 3.0][:window]
    assert_equal(diagnose(train, val, window=window), "underfitted")


def test_the_usual_window_and_tolerance():
    """The window is 5 and the tolerance 0.05, unless the call says otherwise."""
    fallen = [10.0] * 5 + [9.0] * 5
    assert_equal(diagnose(fallen, [10.0] * 4 + [0.1] * 5 + [0.2]), "overfitted")
    assert_equal(diagnose(fallen, [10.0] * 4 + [0.1] * 5 + [0.12]), "well fitted")
    assert_equal(diagnose([10.0] * 5 + [9.6] * 5, fallen), "underfitted")
    assert_equal(diagnose([10.0] * 5 + [9.4] * 5, fallen), "well fitted")
    falling = [5.0, 4.0, 3.0, 2.0, 1.0]  # one mean of five, but two of four
    assert_equal(diagnose(falling, falling), "underfitted")


NAN, INF = math.nan, math.inf


@pytest.mark.parametrize(
    ("train", "val", "window"),
    [
        ([3.0, 2.0, 1.0], [3.0, 2.0], 1),
        ([3.0, 2.0], [3.0, 2.0, 1.0], 1),
        ([], [], 1),
        ([3.0, 2.0], [3.0, 2.0], 3),
        ([3.0, 2.0], [3.0, 2.0], 0),
        ([3.0, 2.0], [3.0, 2.0], -1),
        ([NAN, 2.0, 1.0], [3.0, 2.0, 1.0], 1),
        ([3.0, 2.0, INF], [3.0, 2.0, 1.0], 1),
        ([3.0, 2.0, NAN], [3.0, 2.0, 1.0], 2),
        ([3.0, 2.0, 1.0], [3.0, NAN, 1.0], 1),
        ([3.0, 2.0, 1.0], [3.0, 2.0, NAN], 1),
        ([3.0, 2.0, 1.0], [INF, 2.0, 1.0], 1),
        ([2.0, 2.0, 2.0], [3.0, 2.0, NAN], 1),
    ],
    ids=str,
)
def test_what_cannot_be_read_is_an_error(train, val, window):
    """Different lengths, NaN, infinity, a window that does not fit are a ValueError."""
    with assert_raises(ValueError):
        diagnose([*train], [*val], window=window)


@given(st.lists(st.integers(-3, 3), min_size=1, max_size=12), st.integers(1, 4))
def test_stopping_as_patience_runs_out(val_losses, patience):
    """The lowest loss is the first of its kind, until patience losses in a row bring none lower."""
    for now in range(len(val_losses)):
        so_far = val_losses[: now + 1]
        expected = so_far.index(min(so_far))
        if now - expected == patience:
            break
    before = [*val_losses]
    assert_equal(early_stop(val_losses, patience), expected)
    assert_equal(val_losses, before, what="the losses, afterwards")


@pytest.mark.parametrize(
    ("val_losses", "patience", "expected"),
    [
        ([3.0, 2.0, 4.0, 4.0, 4.0, 1.0], 2, 1),
        ([3.0, 2.0, 4.0, 4.0, 4.0, 1.0], 4, 5),
        ([2.0, 2.0, 2.0, 1.0], 2, 0),
        ([2.0, 9.0, 8.0, 7.0, 6.0, 1.0], 3, 0),
        ([3.0, 4.0, 2.0, 4.0, 1.0, 4.0], 2, 4),
        ([1.0, 0.0, 0.5, 0.4], 5, 1),
        ([9e30, 3e30, 8e30, 2e30], 1, 1),
        ([2.0, NAN, 1.0], 2, 2),
        ([2.0, NAN, 1.0], 1, 0),
        ([NAN, 2.0, 3.0], 2, 1),
        ([INF, 2.0, 1.0], 2, 2),
        ([3.0, NAN, INF, 1.0], 2, 0),
    ],
    ids=str,
)
def test_a_new_lowest_is_lower_than_all_before(val_losses, patience, expected):
    """Higher losses, equal ones, NaN and inf are no new lowest: they use up patience."""
    assert_equal(early_stop([*val_losses], patience), expected)


@pytest.mark.parametrize(
    ("val_losses", "patience"),
    [
        ([2.0, 1.0], 0),
        ([2.0, 1.0], -1),
        ([], 1),
        ([NAN, INF], 3),
        ([NAN, NAN, 1.0], 2),
        ([INF, 1.0], 1),
    ],
    ids=str,
)
def test_no_lowest_loss_is_an_error(val_losses, patience):
    """Patience below 1, and losses of which none is the lowest, are a ValueError."""
    with assert_raises(ValueError):
        early_stop([*val_losses], patience)
