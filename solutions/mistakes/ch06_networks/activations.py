"""Known wrong answers to ch06_networks/activations."""

from katas._dojo.writing.mistakes import Edit

torchs_tanh = Edit(
    """You called torch's tanh. Here it is yours to write.""",
    {"(rising - falling) / (rising + falling)": "torch.tanh(x)"},
)

a_sigmoid_not_stretched = Edit(
    """Your tanh is half as steep as it should be: it is 2 * sigmoid(x) - 1. tanh is
    2 * sigmoid(2 * x) - 1, with a 2 in front of x as well.""",
    {"(rising - falling) / (rising + falling)": "2 / (1 + falling) - 1"},
)

always_between_minus_1_and_1 = Edit(
    """Your bounds are -1 and 1, whatever is asked for. They are arguments.""",
    {"x.clamp(min_val, max_val)": "x.clamp(-1, 1)"},
)

zero_outside = Edit(
    """You give 0 outside the bounds. Outside stands the bound that is nearer.""",
    {
        "x.clamp(min_val, max_val)": "torch.where((min_val < x) & (x < max_val), x, 0.0)",
    },
)

only_one_bound = Edit(
    """You limit x from above only. Below min_val it is min_val.""",
    {"x.clamp(min_val, max_val)": "x.clamp(max=max_val)"},
)

clamped_in_place = Edit(
    """You clamped the tensor that you were given, and handed it back. clamp without an underscore
    makes a new one.""",
    {"x.clamp(min_val, max_val)": "x.clamp_(min_val, max_val)"},
)

a_falling_sigmoid = Edit(
    """Your sigmoid falls where it should rise: that is 1 / (1 + e^x). The exponent is -x.""",
    {"torch.exp(-x))": "torch.exp(x))"},
)

without_the_1 = Edit(
    """Your softplus is x itself, as the logarithm of e^x alone is. It is the 1 that bends it.""",
    {"torch.log(1 + torch.exp(x))": "torch.log(torch.exp(x))"},
)

negative_numbers_overwritten = Edit(
    """You set the negative numbers to 0 inside the tensor that you were given. Make a new
    tensor.""",
    {
        "return torch.where(x > 0, x, 0.0)": """
            x[x < 0] = 0
            return x
        """,
    },
)

a_mask_in_float32 = Edit(
    """Your relu of float16 is float32. float16 times float32 is float32, and that is what a mask
    is after float(). A mask needs the dtype of x; a bool takes it by itself.""",
    {"torch.where(x > 0, x, 0.0)": "x * (x > 0).float()"},
)

pythons_max = Edit(
    """You ask once which of two whole tensors is larger, as Python's max does, and if.
    torch.maximum and torch.where choose element by element.""",
    {"torch.where(x > 0, x, 0.0)": "max(x, torch.zeros_like(x))"},
)

out_of_autograds_sight = Edit(
    """Your result has the right values, but autograd does not know where they come from. Numbers
    that leave the tensor (item, tolist, NumPy, detach) lose the way back: calculate with tensors.
    """,
    {
        "torch.where(x > 0, x, 0.0)": (
            "x.new_tensor([max(it, 0.0) for it in x.flatten().tolist()]).reshape(x.shape)"
        ),
    },
)

the_larger_of_both = Edit(
    """You took the larger of x and negative_slope * x. For a slope above 1 that is the wrong
    one: ask whether x is positive.""",
    {"torch.where(x > 0, x, negative_slope * x)": "torch.maximum(x, negative_slope * x)"},
)

a_constant_below_0 = Edit(
    """You give negative_slope itself where x is not positive. It is a slope: there x is
    multiplied by it.""",
    {"torch.where(x > 0, x, negative_slope * x)": "torch.where(x > 0, x, negative_slope)"},
)

always_0_01 = Edit(
    """Your slope is 0.01, whatever is asked for. It is an argument.""",
    {"torch.where(x > 0, x, negative_slope * x)": "torch.where(x > 0, x, 0.01 * x)"},
)
