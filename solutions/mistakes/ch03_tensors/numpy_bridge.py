"""Known wrong answers to ch03_tensors/numpy_bridge."""

from katas._dojo.writing.mistakes import Edit

copied_into_a_tensor = Edit(
    """You copied the array: the tensor does not see what is written into it later. torch.tensor
    always copies, from_numpy never does.""",
    {"torch.from_numpy(array)": "torch.tensor(array)"},
)

float32_at_once = Edit(
    """You gave float32, whatever the dtype of the array, and to convert is to copy. from_numpy
    keeps dtype and memory: NumPy's floats are float64.""",
    {"torch.from_numpy(array)": "torch.from_numpy(array).float()"},
)

the_class_for_the_function = Edit(
    """You wrote torch.Tensor, with a capital T. It gives float32, whatever the dtype of the array,
    and what is float32 already it shares. from_numpy keeps dtype and memory.""",
    {"torch.from_numpy(array)": "torch.Tensor(array)"},
)

made_contiguous = Edit(
    """You copied the array if its numbers do not lie side by side, as those of a column or of a
    transposed array. from_numpy takes strides as they are.""",
    {"torch.from_numpy(array)": "torch.from_numpy(np.ascontiguousarray(array))"},
)

still_on_the_gpu = Edit(
    """Your tensor is on the GPU, whose memory NumPy cannot read. Copy it to the CPU first, with
    cpu(), which changes nothing if it is there.""",
    {".cpu()": ""},
)

gradient_required = Edit(
    """Your tensor requires a gradient, and torch gives no array of such a one: what NumPy does with
    it would go unnoticed. detach() first.""",
    {".detach()": ""},
)

x_itself_detached = Edit(
    """You took away from x itself that it requires a gradient. detach returns another tensor on the
    same memory, and leaves x alone.""",
    {"x.detach()": "x.requires_grad_(False)"},
)

copied_into_an_array = Edit(
    """You copied the tensor: the array does not see what is written into it later. numpy() gives an
    array on the same memory.""",
    {".numpy()": ".numpy().copy()"},
)

a_list = Edit(
    """You returned a list, or numbers of Python. numpy() gives an array, without a copy.""",
    {".numpy()": ".tolist()"},
)

dtype_of_python = Edit(
    """Your array has the dtype that NumPy gives to Python's numbers, float64 or int64, and memory
    of its own. numpy() keeps both.""",
    {"x.detach().cpu().numpy()": "np.array(x.tolist())"},
)

dtype_of_the_array = Edit(
    """Your input has the dtype of the array, float64 if NumPy chose it. The weights of a network
    are float32, and so is what it takes.""",
    {"torch.tensor(array, dtype=torch.float32)": "torch.tensor(array)"},
)

shared_if_float32 = Edit(
    """Your input has the memory of the array if that is float32 already: from_numpy and float() do
    not copy then. torch.tensor always does.""",
    {"torch.tensor(array, dtype=torch.float32)": "torch.from_numpy(array).float()"},
)

shared_dtype_kept = Edit(
    """Your input has dtype and memory of the array. It is to be float32, and a copy.""",
    {"torch.tensor(array, dtype=torch.float32)": "torch.from_numpy(array)"},
)
