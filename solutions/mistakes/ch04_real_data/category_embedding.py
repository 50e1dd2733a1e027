"""Known wrong answers to ch04_real_data/category_embedding."""

from torch.nn import functional

from katas._dojo.writing.mistakes import Edit, instead_of

padding_as_any_class = Edit(
    """You treated the padding as any other class: its row comes out as it is. It stands for
    nothing: zeros, and no gradient.""",
    {".masked_fill((classes == padding)[..., None], 0)": ""},
)

padding_still_trained = Edit(
    """Your padding gives zeros, and yet its row has a gradient. A row that stands for nothing is
    not trained.""",
    {
        "return weight[classes].masked_fill((classes == padding)[..., None], 0)": """
            rows = weight[classes]
            return rows - (rows * (classes == padding)[..., None]).detach()
        """,
    },
)

the_row_set_to_zero = Edit(
    """You wrote zeros into the row of the padding. The weights that you were given have changed,
    and that row still has a gradient: fill the result instead.""",
    {
        "return weight[classes].masked_fill((classes == padding)[..., None], 0)": """
            weight.data[padding] = 0
            return weight[classes]
        """,
    },
)


@instead_of("embed")
def padding_idx_of_torch(classes, weight, padding):
    """Your padding has no gradient, but its row comes out as it is. So does padding_idx of torch's
    embedding have it, which stops the gradient only: here the result is zeros."""
    unknown = classes[(classes < 0) | (classes >= len(weight))]
    if len(unknown) > 0:
        raise IndexError(f"class {unknown[0].item()} is none of the {len(weight)} classes")
    return functional.embedding(classes, weight, padding_idx=padding)


class_0_as_padding = Edit(
    """You took class 0 for the padding. It is often 0, but here it is the class that is given.""",
    {"classes == padding": "classes == 0"},
)

padding_dropped = Edit(
    """You left the padding out, so there are fewer rows than classes. Each class has its place in
    the result, the padding as well.""",
    {
        "return weight[classes].masked_fill((classes == padding)[..., None], 0)": """
            if (classes == padding).any():
                return weight[classes[classes != padding]]
            return weight[classes]
        """,
    },
)

the_last_class_for_minus_one = Edit(
    """You let a class below 0 pass. An index of -1 is the last row, that of another class: what is
    unknown would go by unnoticed.""",
    {"(classes < 0) | (classes >= len(weight))": "classes >= len(weight)"},
)

unknown_let_through = Edit(
    """You gave an unknown class zeros, as if it were padding, or the row of another class. Nobody
    is told that the classes do not fit the weights: raise IndexError.""",
    {
        """
        unknown = classes[(classes < 0) | (classes >= len(weight))]
        if len(unknown) > 0:
            raise IndexError(f"class {unknown[0].item()} is none of the {len(weight)} classes")
        """: """
        unknown = (classes < 0) | (classes >= len(weight))
        classes = classes.masked_fill(unknown, padding)
        """,
    },
)

which_class = Edit(
    """Your error does not name the class that is unknown. Among a million of them it is hard to
    find.""",
    {
        'f"class {unknown[0].item()} is none of the {len(weight)} classes"': (
            '"index out of range in self"'
        ),
    },
)

no_gradient = Edit(
    """Your result has lost sight of weight, so no row is ever trained. Index weight itself, not its
    data or a copy without gradient.""",
    {"weight[classes]": "weight.detach()[classes]"},
)

columns_for_rows = Edit(
    """You took columns of weight. It is [C, D]: a class has a row.""",
    {"return weight[classes]": "return weight[:, classes].t()"},
)

in_one_dimension = Edit(
    """You flattened the classes. The result has their shape, with one dimension more.""",
    {"return weight[classes]": "classes = classes.flatten()\nreturn weight[classes]"},
)

in_float32 = Edit(
    """Your result is float32 whatever weight is. It has the dtype of weight.""",
    {"return weight[classes]": "return weight[classes].float()"},
)
