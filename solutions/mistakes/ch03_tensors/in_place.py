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
    """You gave x new memory: views of the old still show what was there. Write into the memory
    that x has.""",
    {"x.zero_()": "x.data = torch.zeros_like(x)"},
)

result_lost = Edit(
    """You clipped nothing that the caller holds: clamp leaves x alone and returns a new tensor.
    clamp_ writes into x.""",
    {"x.clamp_(low, high)": "x.clamp(low, high)"},
)

in_new_memory = Edit(
    """You put the clipped numbers into new memory: views of the old still show what was there.
    clamp_ writes into the memory that x has.""",
    {"x.clamp_(low, high)": "x.data = x.clamp(low, high)"},
)

only_from_below = Edit(
    """You clipped from below only. clamp_ takes both ends: the lowest and the highest.""",
    {"clamp_(low, high)": "clamp_(low)"},
)

only_from_above = Edit(
    """You clipped from above only. clamp_ takes both ends: the lowest and the highest.""",
    {"clamp_(low, high)": "clamp_(max=high)"},
)

x_clipped_too = Edit(
    """You clipped x itself: whoever holds it has lost what it held. clamp, without _, leaves it
    alone.""",
    {"x.clamp(low, high)": "x.clamp_(low, high)"},
)

x_itself = Edit(
    """Your copy is x itself if no number had to be clipped. Return a new tensor always.""",
    {
        "return x.clamp(low, high)": """
            inside = low <= x.min() and x.max() <= high
            return x if inside else x.clamp(low, high)
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

weight_in_new_memory = Edit(
    """You gave the weight new memory: views of the old still show what was there. Write into the
    memory that it has.""",
    {"weight.zero_()": "weight.data = torch.zeros_like(weight)"},
)
