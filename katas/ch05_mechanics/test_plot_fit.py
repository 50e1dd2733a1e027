"""A picture of the fit (§5.2.2, §5.5.3): the data, the line through them, and the loss."""

import io
import unicodedata
import warnings
from contextlib import contextmanager

import matplotlib
import pytest
import torch
from matplotlib import pyplot as plt
from matplotlib.collections import PathCollection
from matplotlib.figure import Figure
from matplotlib.lines import AxLine

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas._dojo.writing.book import thermometer
from katas.ch05_mechanics.plot_fit import plot_fit

matplotlib.use("Agg")  # whoever draws with pyplot needs no screen for it, either

FITTED = [0.5367, -17.3021]  # w and b after training with Adam (§5.4.3)
LOSSES = (1763.88, 323.09, 78.93, 35.11, 29.02)


@pytest.mark.parametrize("samples", [slice(1), slice(None, None, 3)], ids=["one", "every third"])
def test_each_sample_is_a_point(device, samples):
    """The first axes hold a point (t_u, t_c) for each sample: t_u to the right, t_c upwards."""
    t_u, t_c = thermometer(device, torch.float32)
    params = torch.tensor(FITTED, device=device)
    fit, _ = _axes(t_u[samples], t_c[samples], params)
    expected = sorted(zip(t_u[samples].tolist(), t_c[samples].tolist(), strict=True))
    assert_close(_points(fit), torch.tensor(expected, dtype=torch.float64), what="the points")


@pytest.mark.parametrize(
    ("dtype", "params", "shift"),
    [(torch.float32, FITTED, 0.0), (torch.float64, [-0.3, 12.0], -100.0)],
    ids=["float32-fitted", "float64-falling, all below zero"],
)
def test_the_line_is_the_model(device, dtype, params, shift):
    """The first axes hold one line, w * t_u + b, from the smallest t_u to the largest."""
    t_u, t_c = thermometer(device, dtype)
    fit, _ = _axes(t_u + shift, t_c, torch.tensor(params, device=device, dtype=dtype))
    x, y = _line(fit).T
    w, b = params
    assert_close(y, w * x + b, rtol=1e-5, atol=1e-4, what="the line's height")
    ends = torch.tensor([21.8 + shift, 81.9 + shift], dtype=torch.float64)
    reached = torch.stack([x.min().clamp(min=ends[0]), x.max().clamp(max=ends[1])])
    assert_close(reached, ends, rtol=1e-5, atol=1e-5, what="where the line starts, where it ends")


@pytest.mark.parametrize("losses", [LOSSES, (2.9,)], ids=["five", "one"])
def test_the_losses_start_at_epoch_one(device, losses):
    """The second axes hold one line: the loss of epoch 1, of epoch 2, and so on."""
    t_u, t_c = thermometer(device, torch.float32)
    params = torch.tensor(FITTED, device=device)
    handed_over = list(losses)
    _, curve = _axes(t_u, t_c, params, handed_over)
    expected = list(enumerate(losses, start=1))
    assert_close(_line(curve), torch.tensor(expected, dtype=torch.float64), what="(epoch, loss)")
    assert_equal(handed_over, list(losses), what="the list of losses, afterwards")


def test_the_labels_say_what_is_measured_in_what(device):
    """Temperatures are labelled with their units, °C and an unknown one; then epoch and loss."""
    t_u, t_c = thermometer(device, torch.float32)
    fit, curve = _axes(t_u, t_c, torch.tensor(FITTED, device=device))
    _assert_says(fit.get_xlabel(), "unknown", "Fahrenheit", "°F", of="x in the first axes")
    _assert_says(fit.get_ylabel(), "Celsius", "°C", of="y in the first axes")
    _assert_says(curve.get_xlabel(), "epoch", of="x in the second axes")
    _assert_says(curve.get_ylabel(), "loss", of="y in the second axes")


def test_parameters_in_training_are_drawn_and_untouched(device, dtype):
    """Draw what is detached: params still require a gradient, and keep the one they have."""
    t_u, t_c = thermometer(device, dtype)
    params = torch.tensor(FITTED, device=device, dtype=dtype, requires_grad=True)
    params.grad = torch.tensor([-0.0532, 3.0226], device=device, dtype=dtype)
    with assert_untouched(t_u, t_c, params):
        fit, _ = _axes(t_u, t_c, params)
    assert_equal(len(_points(fit)), 11, what="the number of points")


def test_each_call_draws_a_figure_of_its_own(device):
    """Each fit gets a new figure, which can be saved: the first still shows what it showed."""
    t_u, t_c = thermometer(device, torch.float32)
    with _no_screen():
        first = plot_fit(t_u, t_c, torch.tensor(FITTED, device=device), list(LOSSES))
        fit, curve = _two_axes(first)
        before = _line(fit)
        _save(first)
        plot_fit(t_u + 1, t_c, torch.tensor([1.0, 0.0], device=device), [80.4, 37.6])
        fit, curve = _two_axes(first)
    assert_equal(len(_points(fit)), 11, what="the number of points in the first figure")
    assert_close(_line(fit), before, what="the line in the first figure")
    assert_equal(len(_line(curve)), 5, what="the number of losses in the first figure")


def _axes(t_u, t_c, params, losses=None):
    """The two axes of the figure that ``plot_fit`` draws."""
    __tracebackhide__ = True
    with _no_screen():
        return _two_axes(plot_fit(t_u, t_c, params, losses or list(LOSSES)))


def _two_axes(figure):
    __tracebackhide__ = True
    if not isinstance(figure, Figure):
        assert_equal(type(figure), Figure, what="the type of what came back")
    assert_equal(len(figure.axes), 2, what="the number of axes")
    return figure.axes


def _save(figure):
    """Render ``figure``: some errors, like a width of 0, wait until then.

    It has no ticks any more: matplotlib takes longer for them than for all the rest.
    """
    for axes in figure.axes:
        axes.set(xticks=[], yticks=[])
        axes.minorticks_off()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a font that lacks a letter, a layout that is too tight
        figure.savefig(io.BytesIO(), dpi=20)


@contextmanager
def _no_screen():
    """Nothing is shown, and what pyplot has open at the end is closed."""
    with matplotlib.rc_context(), warnings.catch_warnings():
        warnings.filterwarnings("ignore", "FigureCanvasAgg is non-interactive")  # by plt.show()
        try:
            yield
        finally:
            plt.close("all")


def _points(axes):
    """Where points are drawn, by plot or by scatter: [N, 2], from left to right."""
    groups = [line.get_xydata() for line in axes.lines if not _joins(line) and _marks(line)]
    scattered = [group for group in axes.collections if isinstance(group, PathCollection)]
    groups += [group.get_offsets() for group in scattered]
    points = sorted(tuple(point) for group in groups for point in group.tolist())
    return torch.tensor(points, dtype=torch.float64).reshape(-1, 2)


def _line(axes):
    """The vertices of the only line in ``axes``, [n, 2]."""
    __tracebackhide__ = True
    lines = [line for line in axes.lines if _joins(line)]
    assert_equal(len(lines), 1, what="the number of lines, not counting points")
    line = lines[0]
    vertices = _far_ends(line) if isinstance(line, AxLine) else line.get_xydata().tolist()
    return torch.tensor(vertices, dtype=torch.float64)


def _far_ends(line):
    """Two points on the endless line that ``axline`` draws."""
    (x, y), slope = line.get_xy1(), line.get_slope()
    if slope is None:
        x2, y2 = line.get_xy2()
        slope = (y2 - y) / (x2 - x)
    return [(end, y + slope * (end - x)) for end in (-1000, 1000)]


def _joins(line):
    return line.get_linestyle() not in ("None", "none", " ", "", None)


def _marks(line):
    return line.get_marker() not in ("None", "none", " ", "", None)


def _assert_says(label, *words, of):
    """Require one of ``words``, in capitals or not; ℃ is °C."""
    __tracebackhide__ = True
    text = unicodedata.normalize("NFKC", label).casefold()
    if not any(word.casefold() in text for word in words):
        assert_equal(label, " or ".join(words), what=f"what the label of {of} says")
