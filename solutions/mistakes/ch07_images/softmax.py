"""Known wrong answers to ch07_images/softmax."""

from katas._dojo.writing.mistakes import Edit

the_sum_of_the_book = Edit(
    """You divided by the sum over all elements, whatever dim says, as the book's first softmax
    does: everything together is 1. Sum along dim only.""",
    {"exp.sum(dim, keepdim=True)": "exp.sum()"},
)

exp_of_large_numbers = Edit(
    """Your softmax is NaN at ±1e4: there exp is infinite, or 0, and so are all the sums. Subtract
    the largest along dim before you take exp.""",
    {"(x - x.amax(dim, keepdim=True)).exp()": "x.exp()"},
)

the_largest_of_all = Edit(
    """You subtracted the largest of all numbers. A row that lies far below it has nothing but
    zeros left, and 0 / 0 is NaN: each has a largest of its own, along dim.""",
    {"x.amax(dim, keepdim=True)": "x.max()"},
)

always_along_the_last_dimension = Edit(
    """Your probabilities add up to 1 along the last dimension, whatever dim says.""",
    {"x.amax(dim,": "x.amax(-1,", "exp.sum(dim,": "exp.sum(-1,"},
)

always_along_the_second_dimension = Edit(
    """Your probabilities add up to 1 along dimension 1, whatever dim says.""",
    {"x.amax(dim,": "x.amax(1,", "exp.sum(dim,": "exp.sum(1,"},
)

a_sum_without_its_dimension = Edit(
    """You divided by a sum whose dimension is gone, so that it lines up with the wrong one. Keep
    it: keepdim=True.""",
    {"exp.sum(dim, keepdim=True)": "exp.sum(dim)"},
)

the_mean_subtracted = Edit(
    """You subtracted the mean. Among 1e4 and -1e4 the largest is still 1e4 above it, and exp of
    that is infinite: subtract the largest.""",
    {"x.amax(dim, keepdim=True)": "x.mean(dim, keepdim=True)"},
)

clamped = Edit(
    """You clamped the numbers before exp. Two that lie beyond the limit become alike, and have no
    gradient: subtract the largest instead.""",
    {"(x - x.amax(dim, keepdim=True)).exp()": "x.clamp(-80, 80).exp()"},
)

subtracted_in_place = Edit(
    """You subtracted inside the tensor that you were given. Its owner still needs the numbers:
    make a new one.""",
    {"(x - x.amax(dim, keepdim=True)).exp()": "x.sub_(x.detach().amax(dim, keepdim=True)).exp()"},
)

subtracted_in_place_unseen = Edit(
    """You subtracted inside the tensor that you were given, where autograd does not look. Its owner
    still needs the numbers: make a new one.""",
    {
        "exp = (x - x.amax(dim, keepdim=True)).exp()": """
            x.data.sub_(x.amax(dim, keepdim=True))
            exp = x.exp()
        """,
    },
)

no_exp = Edit(
    """You divided the numbers by their sum, without exp. Negative numbers have no probability
    then, and where they add up to 0 nothing has.""",
    {"(x - x.amax(dim, keepdim=True)).exp()": "x"},
)

the_log_of_it = Edit(
    """You returned logarithms of probabilities: none is above 0, and they do not add up to 1.""",
    {"exp / exp.sum(dim, keepdim=True)": "(exp / exp.sum(dim, keepdim=True)).log()"},
)

no_gradient = Edit(
    """Your result has no way back to x: it was made under no_grad, or from what was detached.""",
    {"(x - x.amax(": "(x.detach() - x.amax("},
)

in_float32 = Edit(
    """Your probabilities are float32 whatever the dtype of x. They should come out as x went
    in.""",
    {"(x - x.amax(": "(x.float() - x.amax("},
)

torchs_softmax = Edit(
    """You called torch's softmax. Here it is yours to write.""",
    {
        """
        exp = (x - x.amax(dim, keepdim=True)).exp()
        return exp / exp.sum(dim, keepdim=True)
        """: "return x.softmax(dim)",
    },
)
