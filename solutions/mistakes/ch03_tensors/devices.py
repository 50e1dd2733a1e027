"""Known wrong answers to ch03_tensors/devices."""

from katas._dojo.writing.mistakes import Edit

model_left_behind = Edit(
    """Your model is where it was. What its parameters' to() returns is not part of it, and a copy
    of it is another model: model.to(device) moves the model itself.""",
    {
        "model.to(device)": """
            for parameter in model.parameters():
                parameter.to(device)
        """,
    },
)

a_part_of_the_model = Edit(
    """You moved a part of the model. model.to(device) moves all of its layers, the parameters and
    the buffers.""",
    {"model.to(device)": "next(model.children()).to(device)"},
)

always_to_cuda = Edit(
    """You moved to CUDA, whatever the device. A machine may have none: move to where the caller
    says, or to where the model is.""",
    {
        "model.to(device)": "model.cuda()",
        "tensor.to(device)": "tensor.cuda()",
        "x.to(parameter.device)": "x.cuda()",
    },
)

batch_left_behind = Edit(
    """Your tensors are where they were. A tensor's to() leaves it alone and returns another: keep
    that one.""",
    {
        "return [tensor.to(device) for tensor in batch]": """
            for tensor in batch:
                tensor.to(device)
            return list(batch)
        """,
    },
)

the_same_list = Edit(
    """You put the moved tensors into the caller's own list, whose tensors are lost where they were.
    Make a new list.""",
    {
        "return [tensor.to(device) for tensor in batch]": """
            for n, tensor in enumerate(batch):
                batch[n] = tensor.to(device)
            return batch
        """,
    },
)

the_first_tensor = Edit(
    """You moved the first tensor only. Whatever is computed with the others has to be there,
    too.""",
    {"[tensor.to(device) for tensor in batch]": "[it.to(device) for it in batch[:1]] + batch[1:]"},
)

a_tuple = Edit(
    """You returned no list. The new batch is a list, as the old one is.""",
    {"[tensor.to(device) for tensor in batch]": "tuple(tensor.to(device) for tensor in batch)"},
)

made_on_the_cpu = Edit(
    """Your constants are on the CPU: so is what torch.tensor makes, unless device= says otherwise.
    Make them on the device of x.""",
    {", device=x.device": ""},
)

dtype_forgotten = Edit(
    """Your constants are float32, whatever the dtype of x. Give dtype=x.dtype.""",
    {", dtype=x.dtype": ""},
)

through_float32 = Edit(
    """Your constants were float32 first, and 0.1 has lost half of its digits before it became
    float64. Give the dtype as the tensor is made.""",
    {", dtype=x.dtype)": ").to(x.dtype)"},
)

x_left_behind = Edit(
    """Your x meets a model on another device. Move x to where the model's parameters are, and keep
    what to() returns.""",
    {"x.to(parameter.device)": "x"},
)

model_moved_to_x = Edit(
    """You moved the model to x. The model stays where it is, with all its numbers: it is x that
    comes to it.""",
    {"model(x.to(parameter.device))": "model.to(x.device)(x)"},
)
