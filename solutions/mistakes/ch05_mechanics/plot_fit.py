"""Known wrong answers to ch05_mechanics/plot_fit."""

from katas._dojo.writing.mistakes import Edit

a_tensor_with_a_gradient_drawn = Edit(
    """You handed matplotlib a tensor that requires a gradient. It wants an array, and numpy() only
    takes what has left the graph: detach first.""",
    {"tensor.detach().cpu()": "tensor.cpu()"},
)

params_detached_in_place = Edit(
    """You detached params itself, by detach_() or requires_grad_(False). After one picture it can
    no longer be trained: detach() gives a new tensor to draw.""",
    {
        "t_u, t_c, params = (": """
            params.detach_()
            t_u, t_c, params = (
        """,
    },
)

samples_joined_by_a_line = Edit(
    """You joined the samples by a line. They come in no order, so it runs to and fro: draw points,
    by plot(..., "o") or scatter.""",
    {', "o"': ""},
)

axes_swapped = Edit(
    """You drew t_u upwards and t_c to the right. The model goes from t_u to t_c: its input belongs
    on the x axis.""",
    {
        "t_u.numpy(), t_c.numpy()": "t_c.numpy(), t_u.numpy()",
        "ends.numpy(), (w * ends + b).numpy()": "(w * ends + b).numpy(), ends.numpy()",
    },
)

sorted_on_one_side_only = Edit(
    """You sorted t_u and not what goes with it. Each height now stands over another sample: sort
    the inputs first and compute the model from the sorted ones.""",
    {
        "torch.stack([t_u.min(), t_u.max()])": "t_u.sort().values",
        "(w * ends + b)": "(w * t_u + b)",
    },
)

from_the_first_sample_to_the_last = Edit(
    """You drew the line from t_u[0] to t_u[-1]. The samples are not sorted, so it stops short of
    some: go from t_u.min() to t_u.max().""",
    {"t_u.min(), t_u.max()": "t_u[0], t_u[-1]"},
)

w_and_b_swapped = Edit(
    """You took params for b and w. They come as in the book's model(t_u, *params): w first.""",
    {"w, b = params": "b, w = params"},
)

epochs_from_zero = Edit(
    """You drew the losses over 0, 1, 2, ..., which is what plot(losses) does. The first loss is
    that of epoch 1: give the epochs as well.""",
    {"range(1, len(losses) + 1), ": ""},
)

no_units = Edit(
    """You left the units out of the labels. Whoever sees 14 has to know that it is °C, and that
    nobody knows what 55.9 is.""",
    {" (unknown units)": "", " (°C)": ""},
)

drawn_into_the_current_figure = Edit(
    """You drew into the figure of an earlier call, which is what plt.plot does while no new one
    has been asked for. Begin with a figure of your own.""",
    {
        "import torch": """
            import torch
            from matplotlib import pyplot as plt
        """,
        'figure = Figure(figsize=(10, 4), layout="constrained")': "figure = plt.gcf()",
        "figure.subplots(1, 2)": "plt.subplot(1, 2, 1), plt.subplot(1, 2, 2)",
    },
)

the_line_from_zero = Edit(
    """You drew the line from 0. Samples below zero then lie beyond its end: go from t_u.min() to
    t_u.max().""",
    {"t_u.min(), t_u.max()": "0 * t_u[0], t_u.max()"},
)

the_losses_without_labels = Edit(
    """You drew the losses on axes without labels. Whoever sees the picture has to know what stands
    over what: label both pairs of axes.""",
    {'curve.set(xlabel="epoch", ylabel="loss")': ""},
)

one_axes_for_both = Edit(
    """You drew everything into one pair of axes. Temperatures and losses have nothing to do with
    each other: give each its own.""",
    {
        "fit, curve = figure.subplots(1, 2)": "fit = curve = figure.subplots()",
    },
)

the_figure_not_returned = Edit(
    """You did not return the figure. Axes, a pair, or nothing at all will not do: whoever asked
    for the figure wants to show it or save it.""",
    {"return figure": ""},
)

the_logarithm_drawn = Edit(
    """You drew the logarithm of the losses. Draw the losses, and make the scale logarithmic, by
    semilogy: then it still says how large they are.""",
    {
        "curve.semilogy(range(1, len(losses) + 1), losses)": (
            "curve.plot(range(1, len(losses) + 1), torch.tensor(losses).log())"
        )
    },
)
