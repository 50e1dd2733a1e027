"""Known wrong answers to ch05_mechanics/autograd_backward."""

from katas._dojo.writing.mistakes import Edit

requires_grad_forgotten = Edit(
    """You returned a tensor that requires no gradient. Call requires_grad_() on it; an attribute
    spelt differently (require_grad = True) is accepted and does nothing.""",
    {".requires_grad_()": ""},
)

computed_after_requires_grad = Edit(
    """You computed with the tensor after requires_grad was set. What comes out of an operation is
    no leaf and gets no .grad: let requires_grad_() be the last word.""",
    {".requires_grad_()": ".requires_grad_() * 1.0"},
)

still_attached_to_start = Edit(
    """Your parameters still hang on start. Where start requires a gradient itself they are no leaf,
    and their gradient goes back to start: detach first.""",
    {".detach()": ""},
)

requires_grad_refused = Edit(
    """You set requires_grad of a tensor that was computed from start. Where start requires a
    gradient, that tensor is no leaf, and torch refuses: detach first.""",
    {
        "return start.detach().clone().requires_grad_()": """
            params = start.clone()
            params.requires_grad = True
            return params
        """,
    },
)

start_itself = Edit(
    """You returned start itself, with requires_grad switched on. It belongs to the caller: make a
    tensor of your own.""",
    {".detach()": "", ".clone()": ""},
)

in_the_memory_of_start = Edit(
    """Your parameters lie in the memory of start, as after detach() alone: the first step of
    training changes it as well. Clone it.""",
    {".clone()": ""},
)

torchs_default_dtype = Edit(
    """Your parameters have torch's default dtype, as whatever is made of plain numbers. Pass on the
    dtype of start, and its device.""",
    {
        "from torch import Tensor": "import torch\nfrom torch import Tensor",
        "start.detach().clone().requires_grad_()": (
            "torch.tensor(start.tolist(), requires_grad=True)"
        ),
    },
)

no_backward = Edit(
    """You returned None. What backward fills is the .grad of a leaf: call backward on the loss, and
    return params.grad.""",
    {"    loss.backward()\n": ""},
)

backward_on_a_vector = Edit(
    """You called backward on a tensor of several numbers. It starts from a single one: call it on
    what loss_fn returns.""",
    {
        """
        loss = loss_fn(model(t_u, *params), t_c)
        loss.backward()
        """: "model(t_u, *params).backward()",
    },
)

cut_from_the_record = Edit(
    """Your loss has no record that leads to params. Detached, turned into plain numbers (tolist,
    item) or used under no_grad, they are not followed any more.""",
    {"*params": "*params.tolist()"},
)

the_loss_made_anew = Edit(
    """You called backward on a tensor that knows nothing of params: a new one with the value of the
    loss. requires_grad only hides that: call backward on the loss that was computed.""",
    {
        """
        loss.backward()
        return params.grad
        """: """
        loss = loss.detach().requires_grad_()
        loss.backward()
        return params.new_zeros(len(params)) if params.grad is None else params.grad
        """,
    },
)

the_target_first = Edit(
    """You handed the target over first. A loss takes the prediction, then the target, and not
    every loss is the same both ways round.""",
    {"loss_fn(model(t_u, *params), t_c)": "loss_fn(t_c, model(t_u, *params))"},
)

grad_of_what_was_unpacked = Edit(
    """You looked for .grad at a tensor that was computed from params: its numbers one by one, or a
    clone. That is no leaf, and its .grad stays empty: look at params.grad.""",
    {
        "from torch import Tensor": "import torch\nfrom torch import Tensor",
        """
        loss = loss_fn(model(t_u, *params), t_c)
        loss.backward()
        return params.grad
        """: """
        numbers = [*params]
        loss_fn(model(t_u, *numbers), t_c).backward()
        return torch.stack([number.grad for number in numbers])
        """,
    },
)

every_parameter_must_be_used = Edit(
    """You made a leaf of each parameter, and asked for the gradient of one that the model leaves
    out. It has none; here it counts as 0.""",
    {
        "from torch import Tensor": "import torch\nfrom torch import Tensor",
        """
        loss = loss_fn(model(t_u, *params), t_c)
        loss.backward()
        return params.grad
        """: """
        leaves = [new_params(param) for param in params]
        loss_fn(model(t_u, *leaves), t_c).backward()
        return torch.stack([leaf.grad for leaf in leaves])
        """,
    },
)

a_step_as_well = Edit(
    """You changed params. Here the gradient is only asked for: no step is taken.""",
    {
        "return params.grad": """
            params.data -= 1e-2 * params.grad
            return params.grad
        """,
    },
)
