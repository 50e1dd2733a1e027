"""Known wrong answers to ch06_networks/activations."""

from katas._dojo.writing.mistakes import Edit

a_ratio_of_infinities = Edit(
    """You divided as the formula says. For large x both exponentials overflow, and infinity over
    infinity is NaN: rewrite it so that only exponentials of negative numbers are taken.""",
    {"2 * sigmoid(2 * x) - 1": "(x.exp() - (-x).exp()) / (x.exp() + (-x).exp())"},
)

a_sigmoid_not_stretched = Edit(
    """You stretched the sigmoid to run from -1 to 1, but left out the 2 in front of x: tanh is
    twice as steep, 2 * sigmoid(2 * x) - 1.""",
    {"2 * sigmoid(2 * x) - 1": "2 * sigmoid(x) - 1"},
)

torchs_tanh = Edit(
    """You called torch's tanh. Here it is yours to write.""",
    {"2 * sigmoid(2 * x) - 1": "torch.tanh(x)"},
)

always_between_minus_1_and_1 = Edit(
    """You wrote -1 and 1 into the function. The bounds are arguments.""",
    {
        "torch.where(x < max_val, x, max_val)": "torch.where(x < 1, x, 1.0)",
        "torch.where(x > min_val, not_above, min_val)": "torch.where(x > -1, not_above, -1.0)",
    },
)

a_slope_of_1_on_the_bounds = Edit(
    """Your values are right, but on the bounds themselves your gradient is 1. They belong to the
    flat parts: compare with < and >, not with <= and >=.""",
    {"x < max_val": "x <= max_val", "x > min_val": "x >= min_val"},
)

one_over_infinity = Edit(
    """Your values are right, but e^-x overflows for very negative x. 1 / infinity is 0, as it
    should be, yet the gradient of exp there is 0 times infinity, which is NaN.""",
    {"torch.exp(-softplus(-x))": "1 / (1 + torch.exp(-x))"},
)

both_branches_calculated = Edit(
    """You chose the safe form with torch.where. It calculates both, and the gradient of the one
    not chosen is 0 times infinity, NaN: choose what goes into exp, not what comes out.""",
    {
        "return torch.exp(-softplus(-x))": """
            where_positive = 1 / (1 + torch.exp(-x))
            where_negative = torch.exp(x) / (1 + torch.exp(x))
            return torch.where(x >= 0, where_positive, where_negative)
        """,
    },
)

the_log_of_infinity = Edit(
    """You took exp of x as it came. It overflows for large x, where softplus is nearly x
    itself: take e^x out of the logarithm, or let logaddexp do it.""",
    {"torch.logaddexp(x, torch.zeros_like(x))": "torch.log(1 + torch.exp(x))"},
)

a_branch_that_overflows_unseen = Edit(
    """You returned x itself where exp would overflow. The other branch overflows all the same,
    and its gradient, 0 times infinity, is NaN: torch.where calculates both.""",
    {
        "torch.logaddexp(x, torch.zeros_like(x))": (
            "torch.where(x > 20, x, torch.log1p(torch.exp(x)))"
        ),
    },
)

a_kink_from_two_halves = Edit(
    """Your values are right, but max(x, 0) and abs(x) both have a kink at 0. They cancel in the
    values; autograd adds the slope that it has settled on for each, and does not get 0.5.""",
    {
        "torch.logaddexp(x, torch.zeros_like(x))": ("relu(x) + torch.log1p(torch.exp(-x.abs()))"),
    },
)

half_a_slope_at_0 = Edit(
    """Your values are right, but at 0 your gradient is 0.5: maximum shares it between the two
    that tie, and (x + abs(x)) / 2 comes to the same. Choose with a comparison, x > 0.""",
    {"torch.where(x > 0, x, 0.0)": "torch.maximum(x, torch.zeros_like(x))"},
)

a_slope_of_1_at_0 = Edit(
    """Your values are right, but at 0 your gradient is 1. Only x > 0 lets it through, not
    x >= 0.""",
    {"torch.where(x > 0, x, 0.0)": "torch.where(x >= 0, x, 0.0)"},
)

negative_numbers_overwritten = Edit(
    """You set the negative numbers to 0 inside the tensor you were given, and handed it back.
    Make a new tensor.""",
    {
        "return torch.where(x > 0, x, 0.0)": """
            x[x < 0] = 0
            return x
        """,
    },
)

the_larger_of_both = Edit(
    """You took the larger of x and negative_slope * x. For a slope above 1 that is the wrong one,
    and at 0, where they tie, maximum shares the gradient between them.""",
    {"torch.where(x > 0, x, negative_slope * x)": "torch.maximum(x, negative_slope * x)"},
)

the_upper_slope_at_0 = Edit(
    """Your values are right, but at 0 your gradient is 1. Only x > 0 has slope 1; 0 belongs to
    the other side.""",
    {"torch.where(x > 0, x, negative_slope * x)": "torch.where(x >= 0, x, negative_slope * x)"},
)
