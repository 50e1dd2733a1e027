"""Known wrong answers to ch05_mechanics/broadcast_loss."""

from katas._dojo.writing.mistakes import Edit

nothing_refused = Edit(
    """You let shapes pass that differ, if only they broadcast; so do torch's own losses, with no
    more than a warning. A column against a row gives n by n differences, and their mean says
    nothing about your predictions: compare the shapes first.""",
    {
        """
        if t_p.shape != t_c.shape:
            raise ValueError(f"predictions {list(t_p.shape)}, but targets {list(t_c.shape)}")
        return
        """: "return",
    },
)

refused_if_they_do_not_broadcast = Edit(
    """You refused only the shapes that do not broadcast. Those fail anyway; the dangerous ones
    are those that do. Require the same shape.""",
    {
        "if t_p.shape != t_c.shape:": """
            try:
                differences = t_p - t_c
            except RuntimeError:
        """,
        "(t_p - t_c)": "differences",
    },
)

as_many_elements = Edit(
    """You let shapes pass that hold as many elements. [n, 1] and [n] do, and still make n by n
    differences: compare the shapes.""",
    {"t_p.shape != t_c.shape": "t_p.numel() != t_c.numel()"},
)

as_many_dimensions = Edit(
    """You let shapes pass that have as many dimensions. [n, 1] and [1, n] do, and still make
    n by n differences: compare the sizes as well.""",
    {"t_p.shape != t_c.shape": "t_p.dim() != t_c.dim()"},
)

as_many_samples = Edit(
    """You let shapes pass that agree in their first size. [n, 1] and [n] do: compare the whole
    shapes.""",
    {"t_p.shape != t_c.shape": "t_p.shape[:1] != t_c.shape[:1]"},
)

sizes_compared_pair_by_pair = Edit(
    """You compared the sizes pair by pair, as far as the shorter shape goes. What the longer
    one has beyond counts too: [n] and [n, 1] are different.""",
    {"t_p.shape != t_c.shape": "any(a != b for a, b in zip(t_p.shape, t_c.shape))"},
)

the_differences_like_the_predictions = Edit(
    """You let the targets be stretched to the shape of the predictions, and refused only the
    opposite. One target against n predictions is a mistake as well: compare the shapes.""",
    {"t_p.shape != t_c.shape": "(t_p - t_c).shape != t_p.shape"},
)

sizes_of_one_dropped = Edit(
    """You let shapes pass that differ only by sizes of 1, so that a column counts as a row. That
    guesses what the caller meant: shapes that differ are an error to report.""",
    {
        "if t_p.shape != t_c.shape:": """
            t_p, t_c = t_p.squeeze(), t_c.squeeze()
            if t_p.shape != t_c.shape:
        """,
    },
)

targets_made_to_fit = Edit(
    """You reshaped the targets to the shape of the predictions. That guesses what the caller
    meant, and for [3, 2] and [2, 3] it guesses wrong: refuse them.""",
    {
        'raise ValueError(f"predictions {list(t_p.shape)}, but targets {list(t_c.shape)}")': (
            "t_c = t_c.reshape(t_p.shape)"
        ),
    },
)

an_error_without_shapes = Edit(
    """Your error does not say which shapes came in. Name both: with [11, 1] and [11] before
    their eyes, whoever reads it knows what to do.""",
    {'f"predictions {list(t_p.shape)}, but targets {list(t_c.shape)}"': '"shapes differ"'},
)

divided_by_the_rows = Edit(
    """You divided the sum by the number of rows, t_p.shape[0]. A row may hold several numbers, and
    a single number has no rows: take the mean over all elements.""",
    {".mean()": ".sum() / t_p.shape[0]"},
)

an_assertion = Edit(
    """You stated the condition with assert. It vanishes under python -O, and is not the
    ValueError that a caller waits for: raise ValueError.""",
    {
        """
        if t_p.shape != t_c.shape:
            raise ValueError(f"predictions {list(t_p.shape)}, but targets {list(t_c.shape)}")
        """: """
        assert t_p.shape == t_c.shape, f"{list(t_p.shape)} and {list(t_c.shape)}"
        """,
    },
)

the_squares_summed = Edit(
    """You summed the squares. Take their mean, or the loss grows with the number of samples.""",
    {".mean()": ".sum()"},
)

a_loss_for_each_column = Edit(
    """You averaged over the samples only, so that a column leaves a loss of shape [1]. Take the
    mean over all elements: one number, of shape [].""",
    {".mean()": ".mean(0)"},
)

a_number_of_python = Edit(
    """You returned a number of Python. A loss is a tensor of shape [], on the device of the
    predictions: stay with tensors to the end.""",
    {".mean()": ".mean().item()"},
)
