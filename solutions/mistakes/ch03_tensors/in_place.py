"""Known wrong answers to ch03_tensors/in_place."""

from katas._dojo.writing.mistakes import Edit

only_the_name = Edit(
    """You cleared nothing that the caller holds: = gives the name x to a new tensor. Write into the
    one that is there, with zero_ or x[...] = 0.""",
    {"x.zero_()": "x = torch.zeros_like(x)"},
)

times_zero = Edit(
    """Your nan and inf have not become zero: 0 * nan is nan, and so is 0 * inf. Write zeros,
    whatever was there.""",
    {"x.zero_()": "x.mul_(0)"},
)

a_copy_cleared = Edit(
    """You cleared a copy if x is not contiguous: reshape and flatten copy where they have to. zero_
    works on any shape.""",
    {"x.zero_()": "x.reshape(-1).zero_()"},
)

new_memory = Edit(
    """You gave the tensor new memory: views of the old still show what was there. Write into the
    memory that it has.""",
    {
        "x.zero_()": "x.data = torch.zeros_like(x)",
        "x.clamp_(low, high)": "x.data = x.clamp(low, high)",
        "weight.zero_()": "weight.data = torch.zeros_like(weight)",
    },
)

result_lost = Edit(
    """You clipped nothing that the caller holds: clamp leaves x alone and returns a new tensor, and
    = only gives it a name. clamp_ writes into x.""",
    {"x.clamp_(low, high)": "x.clamp(low, high)"},
)

only_from_below = Edit(
    """You clipped from below only. clamp and clamp_ take both ends: the lowest and the highest.""",
    {"clamp_(low, high)": "clamp_(low)", "clamp(low, high)": "clamp(low)"},
)

only_from_above = Edit(
    """You clipped from above only. clamp and clamp_ take both ends: the lowest and the highest.""",
    {"clamp_(low, high)": "clamp_(max=high)", "clamp(low, high)": "clamp(max=high)"},
)

x_clipped_too = Edit(
    """You clipped x itself: whoever holds it has lost what it held. clamp, without _, leaves it
    alone.""",
    {"x.clamp(low, high)": "x.clamp_(low, high)"},
)

a_copy_as_it_was = Edit(
    """Your copy has the numbers of x as they were: clamp returns a new tensor, which you did not
    keep. Return that one.""",
    {
        "return x.clamp(low, high)": """
            copy = x.clone()
            copy.clamp(low, high)
            return copy
        """,
    },
)

refused_by_torch = Edit(
    """Your in-place operation met a weight that requires a gradient, and torch refuses to change
    such a tensor. Write within: with torch.no_grad().""",
    {
        """
        with torch.no_grad():
            weight.zero_()
        """: "weight.zero_()",
    },
)

a_weight_of_that_name = Edit(
    """Your weight is as it was: = gives the name to a new tensor. Write into the one that is there.
    zero_ does.""",
    {"weight.zero_()": "weight = torch.zeros_like(weight)"},
)

gradient_cleared = Edit(
    """You cleared the gradient of the weight. It is the weight's own numbers that become zero.""",
    {"weight.zero_()": "weight.grad.zero_()"},
)

no_gradient_any_more = Edit(
    """Your weight is zero and will never learn: it does not require a gradient any more. Within
    torch.no_grad() it need not give that up.""",
    {"weight.zero_()": "weight.requires_grad_(False).zero_()"},
)
