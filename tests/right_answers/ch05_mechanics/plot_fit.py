"""Right answers to ch05_mechanics/plot_fit, written differently."""

import torch
from matplotlib import pyplot as plt
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "Outside the contract: how large the figure is and where its axes stand in it.": [
        (
            'figsize=(10, 4), layout="constrained"',
            'figsize=(1, 4), layout="constrained"',
            'figsize=(9, 4), layout="constrained"',
            'figsize=(11, 4), layout="constrained"',
            'figsize=(20, 4), layout="constrained"',
            'figsize=(10, 1), layout="constrained"',
            'figsize=(10, 3), layout="constrained"',
            'figsize=(10, 5), layout="constrained"',
            'figsize=(10, 8), layout="constrained"',
            'figsize=(4, 10), layout="constrained"',
            "figsize=(10, 4)",
            'layout="constrained"',
        ),
        ("figure.subplots(1, 2)", "figure.subplots(2)", "figure.subplots(2, 1)"),
    ],
    "A line has the same two ends, whichever comes first.": [
        ("[t_u.min(), t_u.max()]", "[t_u.max(), t_u.min()]"),
    ],
    "A label may say more.": [
        ("(unknown units)", "(unknown units)_"),
        ("(°C)", "(°C)_"),
        ('"epoch"', '"epoch_"'),
        ('"loss"', '"loss_"'),
    ],
    "Points, lines and labels may come in any order.": [
        (
            """
            fit.plot(t_u.numpy(), t_c.numpy(), "o")
            fit.plot(ends.numpy(), (w * ends + b).numpy())
            """,
            """
            fit.plot(ends.numpy(), (w * ends + b).numpy())
            fit.plot(t_u.numpy(), t_c.numpy(), "o")
            """,
        ),
        (
            """
            fit.plot(ends.numpy(), (w * ends + b).numpy())
            fit.set(xlabel="measured temperature (unknown units)", ylabel="temperature (°C)")
            """,
            """
            fit.set(xlabel="measured temperature (unknown units)", ylabel="temperature (°C)")
            fit.plot(ends.numpy(), (w * ends + b).numpy())
            """,
        ),
        (
            """
            fit.set(xlabel="measured temperature (unknown units)", ylabel="temperature (°C)")
            curve.semilogy(range(1, len(losses) + 1), losses)
            """,
            """
            curve.semilogy(range(1, len(losses) + 1), losses)
            fit.set(xlabel="measured temperature (unknown units)", ylabel="temperature (°C)")
            """,
        ),
        (
            """
            curve.semilogy(range(1, len(losses) + 1), losses)
            curve.set(xlabel="epoch", ylabel="loss")
            """,
            """
            curve.set(xlabel="epoch", ylabel="loss")
            curve.semilogy(range(1, len(losses) + 1), losses)
            """,
        ),
    ],
    "Once detached and on the CPU, a tensor becomes an array where matplotlib draws it.": [
        ("fit.plot(t_u.numpy(), ", "fit.plot(t_u, "),
        ('t_c.numpy(), "o"', 't_c, "o"'),
        ("fit.plot(ends.numpy(), ", "fit.plot(ends, "),
        ("(w * ends + b).numpy()", "w * ends + b"),
    ],
    "Seen on CUDA only: t_u and t_c require no gradient, and need not be moved from the CPU.": [
        ("tensor.detach().cpu()", "tensor.detach()"),
        (
            "t_u, t_c, params = (",
            "t_c, t_c, params = (",
            "params, t_c, params = (",
            "t_u, params, params = (",
        ),
    ],
}


@instead_of("plot_fit")
def as_the_book_draws_it(t_u, t_c, params, losses):
    figure = plt.figure(dpi=600)
    t_p = params[0] * t_u + params[1]
    plt.subplot(2, 1, 1)
    plt.xlabel("Temperature (°Fahrenheit)")
    plt.ylabel("Temperature (°Celsius)")
    plt.plot(t_u.cpu().numpy(), t_p.detach().cpu().numpy())
    plt.plot(t_u.cpu().numpy(), t_c.cpu().numpy(), "o")
    plt.subplot(2, 1, 2)
    plt.plot([epoch + 1 for epoch in range(len(losses))], losses, "--")
    plt.xlabel("Epochs")
    plt.ylabel("Training LOSS")
    plt.show()
    return figure


@instead_of("plot_fit")
def by_plt_subplots(t_u, t_c, params, losses):
    t_u, t_c, (w, b) = t_u.tolist(), t_c.tolist(), params.tolist()
    figure, (left, right) = plt.subplots(ncols=2)
    left.scatter(t_u, t_c)
    left.plot(sorted(t_u), [w * u + b for u in sorted(t_u)])
    left.set(xlabel="unknown", ylabel="celsius")
    right.plot(range(1, 1 + len(losses)), losses, "o-")
    right.set(xlabel="epoch", ylabel="loss")
    return figure


@instead_of("plot_fit")
def scattered_and_an_endless_line(t_u, t_c, params, losses):
    figure = Figure()
    FigureCanvasAgg(figure)
    fit = figure.add_axes((0.1, 0.1, 0.35, 0.8))
    curve = figure.add_axes((0.6, 0.1, 0.35, 0.8))
    w, b = params.tolist()
    fit.scatter(t_u.tolist(), t_c.tolist(), marker="x", color="black")
    fit.axline((0, b), slope=w)
    fit.set_xlabel("t_u in \N{DEGREE FAHRENHEIT}?")
    fit.set_ylabel("t_c in \N{DEGREE CELSIUS}")
    fit.legend(["samples", "model"])
    fit.grid(True)
    curve.set_yscale("log")
    curve.plot(torch.arange(len(losses)).add(1).numpy(), losses, marker=".", linestyle="-")
    curve.set_xlabel("Epoch")
    curve.set_ylabel("mean squared loss (°C²)")
    return figure


@instead_of("plot_fit")
def an_endless_line_through_two_points(t_u, t_c, params, losses):
    figure = Figure()
    fit, curve = figure.subplots(2)
    w, b = params.tolist()
    fit.plot(t_u.tolist(), t_c.tolist(), linestyle="", marker=".")
    fit.axline((30, w * 30 + b), (60, w * 60 + b), linestyle=":")
    fit.set(xlabel="reading in unknown units", ylabel="reading in °C")
    curve.loglog(range(1, len(losses) + 1), losses)
    curve.set(xlabel="epoch", ylabel="loss")
    return figure


@instead_of("plot_fit")
def a_fine_grid_and_one_point_at_a_time(t_u, t_c, params, losses):
    figure = Figure()
    axes = figure.subplot_mosaic([["fit", "curve"]])
    x = torch.linspace(t_u.min().item() - 5, t_u.max().item() + 5, 100)
    w, b = (p.item() for p in params)
    axes["fit"].plot(x.numpy(), (w * x + b).numpy(), "r-", label="model")
    for u, c in zip(t_u, t_c, strict=True):
        axes["fit"].plot([u.item()], [c.item()], "ko")
    axes["fit"].set(xlabel="UNKNOWN UNITS", ylabel="DEGREES CELSIUS", title="fit")
    (line,) = axes["curve"].plot([], [])
    line.set_data(list(range(1, 1 + len(losses))), losses)
    axes["curve"].relim()
    axes["curve"].set(xlabel="epochs", ylabel="loss")
    return figure
