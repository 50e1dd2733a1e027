"""Known wrong answers to ch06_networks/stable_activations."""

from katas._dojo.writing.mistakes import Edit

a_ratio_of_infinities = Edit(
    """Your tanh is NaN far from 0: divided as the formula says, infinity over infinity. Rewrite it
    so that only exponentials of negative numbers are taken.""",
    {"2 * sigmoid(2 * x) - 1": "(x.exp() - (-x).exp()) / (x.exp() + (-x).exp())"},
)

nan_replaced_afterwards = Edit(
    """You replaced the NaN once it was there. The value is right then, but the gradient still
    goes back through infinity over infinity: keep the NaN from arising.""",
    {
        "return 2 * sigmoid(2 * x) - 1": """
            ratio = (x.exp() - (-x).exp()) / (x.exp() + (-x).exp())
            return torch.where(ratio.isnan(), x.sign(), ratio)
        """,
    },
)

right_on_one_side = Edit(
    """Your tanh is right for positive x. For very negative x e^(-2x) overflows, and infinity over
    infinity is NaN.""",
    {"2 * sigmoid(2 * x) - 1": "(1 - torch.exp(-2 * x)) / (1 + torch.exp(-2 * x))"},
)

an_infinite_divisor = Edit(
    """Your tanh has the right values, but e^(2x) overflows for large x. 1 - 2 / infinity is 1, as
    it should be, yet the gradient of exp there is 0 times infinity, which is NaN.""",
    {"2 * sigmoid(2 * x) - 1": "1 - 2 / (torch.exp(2 * x) + 1)"},
)

an_infinite_divisor_on_the_left = Edit(
    """Your tanh has the right values, but e^(-2x) overflows for very negative x. 2 / infinity is
    0, as it should be, yet the gradient of exp there is 0 times infinity, which is NaN.""",
    {"2 * sigmoid(2 * x) - 1": "2 / (1 + torch.exp(-2 * x)) - 1"},
)

a_sign_and_an_abs = Edit(
    """Your tanh has the right values, but at 0 its gradient is 0 and not 1: sign and abs both
    have slope 0 there. Choose by a comparison what goes into exp.""",
    {
        "return 2 * sigmoid(2 * x) - 1": """
            decayed = torch.exp(-2 * x.abs())
            return x.sign() * (1 - decayed) / (1 + decayed)
        """,
    },
)

a_sigmoid_not_stretched = Edit(
    """Your tanh is half as steep as it should be: it is 2 * sigmoid(x) - 1. tanh is
    2 * sigmoid(2 * x) - 1, with a 2 in front of x as well.""",
    {"2 * sigmoid(2 * x) - 1": "2 * sigmoid(x) - 1"},
)

torchs_tanh = Edit(
    """You called torch's tanh. Here it is yours to write.""",
    {"2 * sigmoid(2 * x) - 1": "torch.tanh(x)"},
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

clamped_too_near = Edit(
    """You clamped x so near to 0 that it shows: sigmoid(-10) is 4.5e-5, sigmoid(-18) 1.5e-8.
    Clamp where exp is about to overflow.""",
    {"torch.exp(-softplus(-x))": "1 / (1 + torch.exp(-x.clamp(-10, 10)))"},
)

the_log_of_infinity = Edit(
    """You took exp of x as it came. It overflows for large x, where softplus is nearly x
    itself: take e^x out of the logarithm, or let logaddexp do it.""",
    {"torch.logaddexp(x, torch.zeros_like(x))": "torch.log(1 + torch.exp(x))"},
)

a_branch_that_overflows_unseen = Edit(
    """Your values are right: you give x itself where exp would overflow. The other branch
    overflows all the same, and its gradient, 0 times infinity, is NaN: torch.where calculates
    both.""",
    {
        "torch.logaddexp(x, torch.zeros_like(x))": (
            "torch.where(x > 25, x, torch.log1p(torch.exp(x)))"
        ),
    },
)

a_kink_from_two_halves = Edit(
    """Your softplus has the right values, but at 0 its gradient is not 1/2. max(x, 0) and abs(x)
    both have a kink at 0; they cancel in the values, and autograd settles on a slope for each.""",
    {
        "torch.logaddexp(x, torch.zeros_like(x))": (
            "x.clamp(min=0) + torch.log1p(torch.exp(-x.abs()))"
        ),
    },
)

in_float32 = Edit(
    """Your softplus is float32 whatever the dtype of x. It should come out as it went in: make
    the zero with zeros_like.""",
    {"torch.logaddexp(x, torch.zeros_like(x))": "torch.logaddexp(x.float(), torch.tensor(0.0))"},
)
