"""Wrong answers to ch05_mechanics/plot_fit, as people write them."""

import torch
from matplotlib import pyplot as plt
from matplotlib.figure import Figure

from katas._dojo.writing.mistakes import instead_of


@instead_of("plot_fit")
def tensor_that_requires_a_gradient(t_u, t_c, params, losses):
    """The line is drawn from a tensor that is still in the graph.

    Known: a_tensor_with_a_gradient_drawn.
    """
    figure = Figure()
    left, right = figure.subplots(1, 2)
    left.plot(t_u.cpu(), t_c.cpu(), "o")
    order = t_u.argsort()
    left.plot(t_u[order].cpu(), (params[0] * t_u + params[1])[order].cpu())
    left.set_xlabel("unknown"), left.set_ylabel("Celsius")
    right.plot(range(1, len(losses) + 1), losses)
    right.set_xlabel("epoch"), right.set_ylabel("loss")
    return figure


@instead_of("plot_fit")
def epochs_from_0(t_u, t_c, params, losses):
    """The first loss stands at epoch 0.

    Known: epochs_from_zero.
    """
    fig, (ax1, ax2) = plt.subplots(1, 2)
    t_p = (params[0] * t_u + params[1]).detach().cpu().numpy()
    ax1.set_xlabel("Temperature (°Fahrenheit)")
    ax1.set_ylabel("Temperature (°Celsius)")
    ax1.plot(t_u.detach().cpu().numpy(), t_p)
    ax1.plot(t_u.detach().cpu().numpy(), t_c.detach().cpu().numpy(), "o")
    ax2.plot(losses)
    ax2.set_xlabel("Epoch")
    ax2.set_ylabel("Loss")
    return fig


@instead_of("plot_fit")
def samples_joined(t_u, t_c, params, losses):
    """The samples are a line as well.

    Known: samples_joined_by_a_line.
    """
    fig = plt.figure()
    fit, curve = fig.subplots(1, 2)
    x = t_u.detach().cpu()
    w, b = params.detach().cpu()
    fit.plot(x.numpy(), t_c.detach().cpu().numpy(), marker="o")
    ends = torch.stack([x.min(), x.max()])
    fit.plot(ends.numpy(), (w * ends + b).numpy())
    fit.set(xlabel="unknown unit", ylabel="Celsius")
    curve.plot(range(1, len(losses) + 1), losses)
    curve.set(xlabel="epoch", ylabel="loss")
    return fig


@instead_of("plot_fit")
def samples_turned_round(t_u, t_c, params, losses):
    """The samples are drawn with t_u upwards, the line with t_u to the right.

    Known: axes_swapped.
    """
    fig = Figure()
    a, b = fig.subplots(1, 2)
    t_u, t_c, params = (t.detach().cpu().numpy() for t in (t_u, t_c, params))
    a.scatter(t_c, t_u)
    a.plot(t_u, params[0] * t_u + params[1])
    a.set_xlabel("Celsius")
    a.set_ylabel("Fahrenheit")
    b.plot(range(1, len(losses) + 1), losses)
    b.set_xlabel("epoch")
    b.set_ylabel("loss")
    return fig


@instead_of("plot_fit")
def one_figure_for_all(t_u, t_c, params, losses):
    """The next picture is drawn over the last one, and the loss has no labels.

    Known: drawn_into_the_current_figure, the_losses_without_labels.
    """
    plt.subplot(1, 2, 1)
    plt.plot(t_u.detach().cpu().numpy(), t_c.detach().cpu().numpy(), "o")
    with torch.no_grad():
        plt.plot(t_u.cpu().numpy(), (params[0] * t_u + params[1]).cpu().numpy())
    plt.xlabel("Fahrenheit")
    plt.ylabel("Celsius")
    plt.subplot(1, 2, 2)
    plt.plot(range(1, len(losses) + 1), losses)
    return plt.gcf()
