"""Known wrong answers to ch08_convolutions/vanishing_gradient."""

from katas._dojo.writing.mistakes import Edit

left_behind = Edit(
    """You left gradients behind in the model, in the place of those that were there. The next step
    would start from them: torch.autograd.grad hands them to you and to nobody else.""",
    {
        "def gradient_norms": """
        def _backward(loss, trained, retain_graph=False, materialize_grads=True):
            for p in trained:
                p.grad = None
            loss.backward(retain_graph=retain_graph)
            return [torch.zeros_like(p) if p.grad is None else p.grad for p in trained]


        def gradient_norms""",
        "torch.autograd.grad(": "_backward(",
    },
)

added_to_what_was_there = Edit(
    """You called backward, which adds to the gradients that are there: those of an earlier step
    count then, and yours stay. Ask torch.autograd.grad for them.""",
    {
        "def gradient_norms": """
        def _backward(loss, trained, retain_graph=False, materialize_grads=True):
            loss.backward(retain_graph=retain_graph)
            return [torch.zeros_like(p) if p.grad is None else p.grad for p in trained]


        def gradient_norms""",
        "torch.autograd.grad(": "_backward(",
    },
)

gradients_cleared = Edit(
    """You cleared the gradients that were in the model. They may belong to a step that is yet to be
    taken: a measurement leaves them there.""",
    {
        "def gradient_norms": """
        def _backward(loss, trained, retain_graph=False, materialize_grads=True):
            for p in trained:
                p.grad = None
            loss.backward(retain_graph=retain_graph)
            found = [torch.zeros_like(p) if p.grad is None else p.grad for p in trained]
            for p in trained:
                p.grad = None
            return found


        def gradient_norms""",
        "torch.autograd.grad(": "_backward(",
    },
)

the_graph_used_up = Edit(
    """You used up the graph, so the loss cannot go backward any more. Keep it:
    retain_graph=True.""",
    {"retain_graph=True, ": ""},
)

silent_layers_left_out = Edit(
    """You left out the layers that get no gradient. That it is 0 there is what one wants to see:
    each layer has a norm.""",
    {
        "for name, own in layers.items() if own": (
            "for name, own in layers.items() if any(norms.get(p) for p in own)"
        ),
    },
)

frozen_layers_left_out = Edit(
    """You left out the layers that are frozen. They are layers all the same, with a norm of 0.""",
    {
        "list(it.parameters(recurse=False)) for": (
            "[p for p in it.parameters(recurse=False) if p.requires_grad] for"
        ),
    },
)

frozen_ones_asked_for = Edit(
    """You asked for the gradients of parameters that need none, which autograd refuses. Leave them
    out before you ask: they count as 0.""",
    {" if p.requires_grad]": "]"},
)

unused_ones_refused = Edit(
    """You asked for the gradients of parameters that the loss does not depend on, which autograd
    refuses unless it may give zeros, by materialize_grads, or None, by allow_unused.""",
    {"materialize_grads=True": ""},
)

weights_only = Edit(
    """You left out some of a layer's parameters. Its norm is over all that are its own: bias and
    weight alike.""",
    {
        "list(it.parameters(recurse=False)) for": (
            "[p for key, p in it.named_parameters(recurse=False) if key != 'bias'] for"
        ),
    },
)

norms_added_up = Edit(
    """You added the norms of a layer's parameters up. The norm of them all is the root of the sum
    of all squares, which is less.""",
    {"math.hypot(*(norms.get(p, 0.0) for p in own))": "sum(norms.get(p, 0.0) for p in own)"},
)

no_root = Edit(
    """You added up squares, and took no root. A norm is as many times as large as the gradient
    is.""",
    {
        "math.hypot(*(norms.get(p, 0.0) for p in own))": (
            "sum(norms.get(p, 0.0) ** 2 for p in own)"
        ),
    },
)

parameters_measured = Edit(
    """You measured the parameters, not their gradients.""",
    {"gradient.norm().item()": "p.norm().item()"},
)

containers_counted = Edit(
    """You took modules for layers that have parameters only in submodules, and counted those of
    submodules twice. Take each module's own: recurse=False.""",
    {"parameters(recurse=False)": "parameters()"},
)

one_entry_for_each_parameter = Edit(
    """You have an entry for each parameter. A layer has one, for all that are its own
    together.""",
    {
        "{name: list(it.parameters(recurse=False)) for name, it in model.named_modules()}": (
            "{name: [p] for name, p in model.named_parameters()}"
        ),
    },
)

tensors = Edit(
    """You have a tensor for each layer, where a float is asked for: item() makes it one.""",
    {
        "math.hypot(*(norms.get(p, 0.0) for p in own))": (
            "torch.tensor(math.hypot(*(norms.get(p, 0.0) for p in own)))"
        )
    },
)
