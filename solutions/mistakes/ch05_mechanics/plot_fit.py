"""Known wrong answers to ch05_mechanics/plot_fit."""

import functools

import matplotlib
import torch
from matplotlib import pyplot as plt

from katas._dojo.writing.mistakes import instead_of
from solutions.katas.ch05_mechanics.plot_fit import plot_fit


@instead_of("plot_fit")
def a_tensor_with_a_gradient_drawn(t_u, t_c, params, losses):
    """You handed matplotlib a tensor that requires a gradient. It wants an array, and numpy() only
    takes what has left the graph: detach first."""
    for tensor in (t_u, t_c, params):
        tensor.cpu().numpy()
    return plot_fit(t_u, t_c, params, losses)


@instead_of("plot_fit")
def params_detached_in_place(t_u, t_c, params, losses):
    """You detached params itself, by detach_() or requires_grad_(False). After one picture it can
    no longer be trained: detach() gives a new tensor to draw."""
    params.requires_grad_(False)
    return plot_fit(t_u, t_c, params, losses)


@instead_of("plot_fit")
def samples_joined_by_a_line(t_u, t_c, params, losses):
    """You joined the samples by a line. They come in no order, so it runs to and fro: draw points,
    by plot(..., "o") or scatter."""
    figure = plot_fit(t_u, t_c, params, losses)
    figure.axes[0].lines[0].set_linestyle("-")
    return figure


@instead_of("plot_fit")
def axes_swapped(t_u, t_c, params, losses):
    """You drew t_u upwards and t_c to the right. The model goes from t_u to t_c: its input belongs
    on the x axis."""
    figure = plot_fit(t_u, t_c, params, losses)
    for line in figure.axes[0].lines:
        line.set_data(line.get_ydata(), line.get_xdata())
    return figure


@instead_of("plot_fit")
def sorted_on_one_side_only(t_u, t_c, params, losses):
    """You sorted t_u and not what goes with it. Each height now stands over another sample: sort
    the inputs first and compute the model from the sorted ones."""
    figure = plot_fit(t_u, t_c, params, losses)
    w, b = params.detach()
    in_order = t_u.detach().sort().values
    figure.axes[0].lines[1].set_data(in_order.cpu(), (w * t_u.detach() + b).cpu())
    return figure


@instead_of("plot_fit")
def from_the_first_sample_to_the_last(t_u, t_c, params, losses):
    """You drew the line from t_u[0] to t_u[-1]. The samples are not sorted, so it stops short of
    some: go from t_u.min() to t_u.max()."""
    figure = plot_fit(t_u, t_c, params, losses)
    w, b = params.detach()
    ends = t_u.detach()[[0, -1]]
    figure.axes[0].lines[1].set_data(ends.cpu(), (w * ends + b).cpu())
    return figure


@instead_of("plot_fit")
def w_and_b_swapped(t_u, t_c, params, losses):
    """You took params for b and w. They come as in the book's model(t_u, *params): w first."""
    return plot_fit(t_u, t_c, params.flip(0), losses)


@instead_of("plot_fit")
def epochs_from_zero(t_u, t_c, params, losses):
    """You drew the losses over 0, 1, 2, ..., which is what plot(losses) does. The first loss is
    that of epoch 1: give the epochs as well."""
    figure = plot_fit(t_u, t_c, params, losses)
    figure.axes[1].lines[0].set_xdata(range(len(losses)))
    return figure


@instead_of("plot_fit")
def no_units(t_u, t_c, params, losses):
    """You left the units out of the labels. Whoever sees 14 has to know that it is °C, and that
    nobody knows what 55.9 is."""
    figure = plot_fit(t_u, t_c, params, losses)
    figure.axes[0].set(xlabel="measured temperature", ylabel="temperature")
    return figure


@instead_of("plot_fit")
def labels_on_the_wrong_axes(t_u, t_c, params, losses):
    """You labelled the x axis °C. The thermometer's t_u, in unknown units, is on the x axis, and
    t_c, in °C, on the y axis."""
    figure = plot_fit(t_u, t_c, params, losses)
    fit = figure.axes[0]
    fit.set(xlabel=fit.get_ylabel(), ylabel=fit.get_xlabel())
    return figure


@instead_of("plot_fit")
def left_open_in_pyplot(t_u, t_c, params, losses):
    """You made the figure with plt.subplots and left it open. pyplot keeps it for ever, and after
    twenty it complains: make a Figure yourself, or close it."""
    plt.figure()
    return plot_fit(t_u, t_c, params, losses)


@instead_of("plot_fit")
def shown_at_once(t_u, t_c, params, losses):
    """You called plt.show(), which may stop the program until a window is closed. Return the
    figure: whoever asked for it decides whether to show it or to save it."""
    figure = plot_fit(t_u, t_c, params, losses)
    plt.show()
    return figure


@instead_of("plot_fit")
def every_figure_closed(t_u, t_c, params, losses):
    """You closed all of pyplot's figures, by plt.close("all"). Some of them are not yours: close
    the one you have made."""
    plt.close("all")
    return plot_fit(t_u, t_c, params, losses)


@instead_of("plot_fit")
def drawn_into_the_current_figure(t_u, t_c, params, losses):
    """You drew with plt.plot, into whichever figure is current, so every call draws over the last
    one. Ask for a new figure, and draw with its axes."""
    figure = plt.gcf()
    own = plot_fit(t_u, t_c, params, losses)
    for place, axes in enumerate(own.axes, start=1):
        copy = figure.add_subplot(1, 2, place)
        copy.set(xlabel=axes.get_xlabel(), ylabel=axes.get_ylabel())
        for line in axes.lines:
            copy.plot(*line.get_data(), line.get_marker() if line.get_marker() == "o" else "-")
    return figure


@instead_of("plot_fit")
def a_style_left_behind(t_u, t_c, params, losses):
    """You changed matplotlib's settings, by rcParams or style.use, and left them so. Every later
    figure of the caller looks different: use plt.rc_context."""
    matplotlib.rcParams["axes.grid"] = True
    return plot_fit(t_u, t_c, params, losses)


@functools.cache
def _the_figure():
    return plot_fit(torch.ones(1), torch.ones(1), torch.ones(2), [1.0])


@instead_of("plot_fit")
def one_figure_for_all_calls(t_u, t_c, params, losses):
    """You keep one figure and clear it for each call. The one that was returned before now shows
    another fit: make a new figure each time."""
    figure = _the_figure()
    new = plot_fit(t_u, t_c, params, losses)
    for axes, own in zip(figure.axes, new.axes, strict=True):
        for line, drawn in zip(axes.lines, own.lines, strict=True):
            line.set_data(*drawn.get_data())
    return figure
