"""Known wrong answers to ch03_tensors/constructors."""

from katas._dojo.writing.mistakes import Edit

dtype_from_the_numbers = Edit(
    """You left the dtype to the numbers, and ints give int64. Ask for it: dtype=torch.float32.""",
    {"torch.tensor(numbers, dtype=torch.float32)": "torch.tensor(numbers)"},
)

the_class_for_the_function = Edit(
    """Your 3 has become a size: torch.Tensor(3), with a capital T, has three places that nobody has
    filled. torch.tensor(3) holds the number.""",
    {"torch.tensor(numbers, dtype=torch.float32)": "torch.Tensor(numbers)"},
)

float64_as_in_numpy = Edit(
    """You gave float64, as NumPy does for floats. Torch computes in float32 unless it is told
    otherwise.""",
    {"torch.float32": "torch.float64"},
)

counted_from_one = Edit(
    """You counted from 1 to n. Indices count from 0, and the last of n is n - 1.""",
    {"torch.arange": "1 + torch.arange"},
)

the_end_included = Edit(
    """You have one index too many: n itself. arange stops before its end, as range does.""",
    {"torch.arange(n)": "torch.arange(n + 1)"},
)

indices_as_floats = Edit(
    """Your indices are floats. arange takes its dtype from what it is given: int64 from an int.""",
    {"(n)": "(float(n))"},
)

dtype_from_a_list = Edit(
    """Your indices are float32 if there are none: an empty list has no ints to take a dtype from.
    Use arange, or ask for the dtype.""",
    {"torch.arange(n)": "torch.tensor(list(range(n)))"},
)

shape_only = Edit(
    """You took only the shape from x. The dtype came from the value, and the device is the CPU:
    full_like takes all three from x.""",
    {"torch.full_like(x, value)": "torch.full(x.shape, value)"},
)

device_forgotten = Edit(
    """You took shape and dtype from x, and left the tensor on the CPU. x may be on a GPU: full_like
    takes its device, too.""",
    {"torch.full_like(x, value)": "torch.full(x.shape, value, dtype=x.dtype)"},
)

computed_from_x = Edit(
    """You computed the new numbers from those of x. 0 * nan is nan: full_like takes shape, dtype
    and device, and reads no numbers.""",
    {"torch.full_like(x, value)": "(0 * x + value).to(x.dtype)"},
)

x_overwritten = Edit(
    """You filled x itself: what it held is lost to everybody who holds it. Make a new tensor.""",
    {"torch.full_like(x, value)": "x.fill_(value)"},
)

the_same_memory = Edit(
    """Your copy lies in the memory of x: as_tensor, detach, [:] and = copy no numbers. clone
    does.""",
    {"x.clone()": "torch.as_tensor(x)"},
)

out_of_the_graph = Edit(
    """Your copy has the numbers and no way back to x: no gradient flows. torch.tensor(x) and
    x.detach().clone() leave it behind, x.clone() keeps it.""",
    {"x.clone()": "torch.tensor(x)"},
)

detached = Edit(
    """Your copy lies in the memory of x, and no gradient flows back to it: so it is with detach().
    clone() copies the numbers, and lets gradients through.""",
    {"x.clone()": "x.detach()"},
)

a_leaf_of_its_own = Edit(
    """Your copy requires a gradient of its own, and none arrives at x: so it is after
    copy.deepcopy(x), and after detach and requires_grad_. x.clone() goes on from x.""",
    {"x.clone()": "x.detach().clone().requires_grad_(x.requires_grad)"},
)
