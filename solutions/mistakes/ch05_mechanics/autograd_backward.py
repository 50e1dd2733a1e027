"""Known wrong answers to ch05_mechanics/autograd_backward."""

from katas._dojo.writing.mistakes import Edit

scaled_after_requires_grad = Edit(
    """You asked for a gradient first and scaled afterwards. What comes out of an operation is no
    leaf and gets no .grad: call requires_grad_ last.""",
    {
        "scale * start.detach()": "scale * start.detach().clone().requires_grad_()",
        ".to(dtype or start.dtype).requires_grad_()": ".to(dtype or start.dtype)",
    },
)

converted_after_requires_grad = Edit(
    """You asked for a gradient before .to(dtype). Where the dtype changes, .to makes a new tensor,
    which is no leaf: convert first, call requires_grad_ last.""",
    {
        "values.to(dtype or start.dtype).requires_grad_()": (
            "values.requires_grad_().to(dtype or start.dtype)"
        ),
    },
)

still_attached_to_start = Edit(
    """You computed from start without detaching it. When start requires a gradient the result is
    no leaf, and its gradient goes back to start: detach first.""",
    {"scale * start.detach()": "scale * start"},
)

requires_grad_forgotten = Edit(
    """You returned a tensor that requires no gradient. Call requires_grad_() on it; an attribute
    spelt differently (require_grad = True) is accepted and does nothing.""",
    {".to(dtype or start.dtype).requires_grad_()": ".to(dtype or start.dtype)"},
)

scaled_in_place = Edit(
    """You scaled start itself: detach gives a tensor in the same memory. Multiply into a new one,
    or clone first.""",
    {
        "values = scale * start.detach()": """
            values = start.detach()
            values *= scale
        """,
    },
)

through_a_list = Edit(
    """You went through a list of numbers, so torch chose its default dtype. Pass on the dtype of
    start, and its device.""",
    {
        "return values.to(dtype or start.dtype).requires_grad_()": (
            "return torch.tensor(values.tolist(), dtype=dtype, requires_grad=True)"
        ),
    },
)

on_the_params_that_came_in = Edit(
    """You called backward on the caller's own params. It adds to the .grad they hold, and fails if
    they require none: work on a leaf of your own.""",
    {
        """
        leaf = new_params(params)
        loss_fn(model(t_u, *leaf), t_c).backward()
        return leaf.grad
        """: """
        loss_fn(model(t_u, *params), t_c).backward()
        return params.grad
        """,
    },
)

requires_grad_switched_on = Edit(
    """You switched requires_grad on for the caller's params. They stay so when you are done: work
    on a leaf of your own.""",
    {"leaf = new_params(params)": "leaf = params.requires_grad_()"},
)

a_clone_that_is_no_leaf = Edit(
    """You cloned params without detaching. The clone of a tensor that requires a gradient is no
    leaf, so its .grad stays empty: detach as well.""",
    {"leaf = new_params(params)": "leaf = params.clone().requires_grad_()"},
)

the_loss_made_anew = Edit(
    """You made a new tensor of the loss. It is a leaf itself and knows nothing of params, and
    requires_grad only hides that: call backward on the loss that was computed.""",
    {
        """
        loss_fn(model(t_u, *leaf), t_c).backward()
        return leaf.grad
        """: """
        loss = loss_fn(model(t_u, *leaf), t_c).item()
        torch.tensor(loss, requires_grad=True).backward()
        return torch.zeros_like(leaf) if leaf.grad is None else leaf.grad
        """,
    },
)

the_target_first = Edit(
    """You handed the target over first. A loss takes the prediction, then the target, and not
    every loss is the same both ways round.""",
    {"loss_fn(model(t_u, *leaf), t_c)": "loss_fn(t_c, model(t_u, *leaf))"},
)

every_parameter_must_be_used = Edit(
    """You made a leaf of each parameter, and asked for the gradient of one that the model leaves
    out. It has none, which is an error; here it counts as 0.""",
    {
        """
        leaf = new_params(params)
        loss_fn(model(t_u, *leaf), t_c).backward()
        return leaf.grad
        """: """
        leaves = [new_params(param) for param in params]
        loss = loss_fn(model(t_u, *leaves), t_c)
        return torch.stack(torch.autograd.grad(loss, leaves))
        """,
    },
)

never_cleared = Edit(
    """You did not clear .grad between samples. backward adds to it, so each row holds all rows
    above it as well.""",
    {
        """
        samples = zip(t_u.split(1), t_c.split(1), strict=True)
        return torch.stack([loss_gradient(model, loss_fn, params, *sample) for sample in samples])
        """: """
        leaf, rows = new_params(params), []
        for u, c in zip(t_u.split(1), t_c.split(1), strict=True):
            loss_fn(model(u, *leaf), c).backward()
            rows.append(leaf.grad.clone())
        return torch.stack(rows)
        """,
    },
)

one_grad_in_every_row = Edit(
    """You kept .grad itself for each sample and cleared it with zero_(). It is one tensor all the
    time, so every row shows the last sample: clone it, or set .grad to None.""",
    {
        """
        samples = zip(t_u.split(1), t_c.split(1), strict=True)
        return torch.stack([loss_gradient(model, loss_fn, params, *sample) for sample in samples])
        """: """
        leaf, rows = new_params(params), []
        for u, c in zip(t_u.split(1), t_c.split(1), strict=True):
            if leaf.grad is not None:
                leaf.grad.zero_()
            loss_fn(model(u, *leaf), c).backward()
            rows.append(leaf.grad)
        return torch.stack(rows)
        """,
    },
)

the_record_used_up = Edit(
    """You walked one record several times. backward frees it as it goes: retain_graph=True keeps
    it for the next sample, or give each sample a forward of its own.""",
    {
        """
        samples = zip(t_u.split(1), t_c.split(1), strict=True)
        return torch.stack([loss_gradient(model, loss_fn, params, *sample) for sample in samples])
        """: """
        leaf = new_params(params)
        samples = zip(model(t_u, *leaf).split(1), t_c.split(1), strict=True)
        losses = [loss_fn(*sample) for sample in samples]
        return torch.stack([torch.autograd.grad(loss, leaf)[0] for loss in losses])
        """,
    },
)
