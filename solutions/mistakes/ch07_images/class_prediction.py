"""Known wrong answers to ch07_images/class_prediction."""

from katas._dojo.writing.mistakes import Edit

the_largest_over_the_batch = Edit(
    """You looked for the largest of each column: that is, for each class, the sample it suits best.
    A sample is a row: dim=1.""",
    {"dim=1": "dim=0"},
)

values_and_indices_swapped = Edit(
    """You returned the probabilities first and the classes second. max gives values, then indices;
    asked for are the classes, then their probabilities.""",
    {"classes, largest.exp()": "largest.exp(), classes"},
)

no_exp = Edit(
    """You returned the logarithm of the probability, which is never above 0. Take exp of it.""",
    {"largest.exp()": "largest"},
)

minus_the_logarithm = Edit(
    """You returned minus the logarithm of the probability, as a loss would have it. Take exp of the
    logarithm.""",
    {"largest.exp()": "-largest"},
)

the_least_probable = Edit(
    """You took the smallest number of each row. Logarithms of probabilities are all below 0: the
    largest probability has the one nearest to 0.""",
    {"log_probs.max(": "log_probs.min("},
)

one_class_for_all = Edit(
    """You looked for the largest in the whole table. Each sample has a class of its own: dim=1.""",
    {
        "largest, classes = log_probs.max(dim=1)": """
            classes = log_probs.argmax()
            largest = log_probs.max()
        """,
    },
)

the_probability_of_the_last_class = Edit(
    """You returned the probability of the last class, whatever the prediction. It belongs to the
    class that you predict.""",
    {"largest.exp()": "log_probs[:, -1].exp()"},
)

softmax_of_probabilities = Edit(
    """You sent the probabilities through a softmax: they become more alike. Exp of the logarithms
    are probabilities already.""",
    {"largest.exp()": "log_probs.exp().softmax(1).amax(1)"},
)

a_half_is_enough = Edit(
    """You asked whether a probability is above 0.5. With three classes none need be: take the
    largest.""",
    {"return classes,": "return (log_probs.exp() > 0.5).int().argmax(dim=1),"},
)

a_dimension_too_many = Edit(
    """Your results are [N, 1]. One number for each sample is [N]: leave keepdim out.""",
    {"dim=1": "dim=1, keepdim=True"},
)

classes_as_floats = Edit(
    """Your classes are no int64. They are used as indices and targets, which int64 is for: leave
    them as max returns them.""",
    {"return classes,": "return classes.to(log_probs.dtype),"},
)

probabilities_in_float32 = Edit(
    """Your probabilities are float32 whatever the dtype of log_probs. They should come out as the
    logarithms went in.""",
    {"largest.exp()": "largest.float().exp()"},
)

exp_in_place = Edit(
    """You turned the log-probabilities that you were given into probabilities. Whoever owns them
    still needs their logarithms: exp, not exp_.""",
    {"log_probs.max(": "log_probs.exp_().max(", "largest.exp()": "largest"},
)

values_with_indices = Edit(
    """You returned all that max gives where the probabilities should be: values and indices. Take
    its values.""",
    {"largest.exp()": "log_probs.exp().max(dim=1)"},
)

the_last_of_equals = Edit(
    """You took the last of the classes that are equally probable. Take the first, as max does.""",
    {
        "return classes,": """
            classes = log_probs.shape[1] - 1 - log_probs.flip(1).argmax(dim=1)
            return classes,""",
    },
)
