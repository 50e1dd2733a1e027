"""Known wrong answers to ch05_mechanics/broadcast_loss."""

from katas._dojo.writing.mistakes import Edit

nothing_refused = Edit(
    """You refused no shapes that differ; torch's own loss only warns of them, too. A column
    against a row gives n by n differences, and their mean says nothing about your
    predictions: compare the shapes first.""",
    {
        """
        if t_p.shape != t_c.shape:
            raise ValueError(f"predictions {list(t_p.shape)}, but targets {list(t_c.shape)}")
        return
        """: "return",
    },
)

refused_if_they_do_not_broadcast = Edit(
    """You refused the shapes that do not broadcast. Those fail anyway; the dangerous ones are
    those that do. Require the same shape.""",
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
    """You compared the numbers of elements. [n, 1] and [n] have as many, and still make n by n
    differences: compare the shapes.""",
    {"t_p.shape != t_c.shape": "t_p.numel() != t_c.numel()"},
)

as_many_dimensions = Edit(
    """You compared the numbers of dimensions. [n, 1] and [1, n] have as many, and still make
    n by n differences: compare the shapes.""",
    {"t_p.shape != t_c.shape": "t_p.dim() != t_c.dim()"},
)

as_many_samples = Edit(
    """You compared the first sizes only. [n, 1] and [n] agree there: compare the whole
    shapes.""",
    {"t_p.shape != t_c.shape": "len(t_p) != len(t_c)"},
)

sizes_compared_pair_by_pair = Edit(
    """You compared the sizes pair by pair, as far as the shorter shape goes. What the longer
    one has beyond counts too: [n] and [n, 1] are different.""",
    {"t_p.shape != t_c.shape": "any(a != b for a, b in zip(t_p.shape, t_c.shape))"},
)

the_differences_like_the_predictions = Edit(
    """You checked that the differences have the shape of the predictions. So they have when
    only the targets were stretched: one target against n predictions is a mistake as well.""",
    {"t_p.shape != t_c.shape": "(t_p - t_c).shape != t_p.shape"},
)

sizes_of_one_dropped = Edit(
    """You squeezed both, so that a column passes for a row. That guesses what the caller meant:
    shapes that differ are an error to report.""",
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

an_error_with_one_shape = Edit(
    """Your error names one shape only. It takes both to see what does not fit.""",
    {"predictions {list(t_p.shape)}, but targets": "the predictions do not fit targets"},
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
