"""Known wrong answers to ch05_mechanics/in_place_update."""

from katas._dojo.writing.mistakes import Edit

a_new_tensor = Edit(
    """Your parameters have not moved. p = p - ... makes a new tensor and gives it the name p, and
    p.sub(...) makes one that nobody keeps: change p itself, with -= or sub_.""",
    {"p -= learning_rate * p.grad": "p = p - learning_rate * p.grad"},
)

through_data = Edit(
    """You changed the numbers where autograd cannot see it, through p.data or p.numpy(). A loss
    from before the step then computes wrong gradients without a word: change p itself, under
    torch.no_grad().""",
    {"p -= learning_rate * p.grad": "p.data -= learning_rate * p.grad"},
)

data_replaced = Edit(
    """You gave p new memory, as assigning to p.data does. Whoever shares the old memory, a view
    for one, keeps the old numbers: subtract in place, with -=.""",
    {"p -= learning_rate * p.grad": "p.data = p.data - learning_rate * p.grad"},
)

uphill = Edit(
    """You added the gradient. It points uphill: subtract it.""",
    {"p -= learning_rate": "p += learning_rate"},
)

the_gradient_scaled = Edit(
    """Your step leaves .grad multiplied by the learning rate. The gradient is only read here: make
    a new tensor of the product.""",
    {
        "p -= learning_rate * p.grad": """
            p.grad *= learning_rate
            p -= p.grad
        """,
    },
)

the_gradient_zeroed = Edit(
    """You set the gradient to zero after the step. It stays as it is here; clearing it comes
    before the next backward.""",
    {
        "p -= learning_rate * p.grad": """
            p -= learning_rate * p.grad
            p.grad.zero_()
        """,
    },
)

the_gradient_dropped = Edit(
    """You set .grad to None after the step. It stays as it is here; clearing it comes before
    the next backward.""",
    {
        "p -= learning_rate * p.grad": """
            p -= learning_rate * p.grad
            p.grad = None
        """,
    },
)

none_ends_the_step = Edit(
    """You stopped at a parameter without a gradient. Those after it still want their step: go on
    to the next.""",
    {
        """
        if p.grad is not None:
            p -= learning_rate * p.grad
        """: """
        if p.grad is None:
            break
        p -= learning_rate * p.grad
        """,
    },
)

gone_through_twice = Edit(
    """You went through params more than once. A generator is empty the second time: do all of it
    in one pass, or make a list first.""",
    {
        """
        for p in params:
            if p.grad is not None:
                p -= learning_rate * p.grad
        """: """
        grads = [p.grad for p in params]
        for p, grad in zip(params, grads):
            if grad is not None:
                p -= learning_rate * grad
        """,
    },
)

taken_out_of_training = Edit(
    """You switched requires_grad off to change the parameter and left it off. The next backward
    passes it by: take the step under torch.no_grad().""",
    {
        "@torch.no_grad()": "",
        "p -= learning_rate * p.grad": """
            p.requires_grad_(False)
            p -= learning_rate * p.grad
        """,
    },
)

grad_mode_left_off = Edit(
    """You left grad mode off. Nothing that follows is recorded: use with torch.no_grad(), which
    puts back what it found.""",
    {
        "@torch.no_grad()": "",
        "for p in params:": """
            torch.set_grad_enabled(False)
            for p in params:
        """,
    },
)

grad_mode_switched_on = Edit(
    """You left grad mode on, whatever it was before. Use with torch.no_grad(), which puts back
    what it found.""",
    {
        "@torch.no_grad()": "",
        """
        for p in params:
            if p.grad is not None:
                p -= learning_rate * p.grad
        """: """
        torch.set_grad_enabled(False)
        for p in params:
            if p.grad is not None:
                p -= learning_rate * p.grad
        torch.set_grad_enabled(True)
        """,
    },
)

an_error_leaves_grad_mode_off = Edit(
    """You switch grad mode back only if nothing goes wrong. After an error it stays off: use
    with torch.no_grad(), which puts back what it found in any case.""",
    {
        "@torch.no_grad()": "",
        """
        for p in params:
            if p.grad is not None:
                p -= learning_rate * p.grad
        """: """
        found = torch.is_grad_enabled()
        torch.set_grad_enabled(False)
        for p in params:
            if p.grad is not None:
                p -= learning_rate * p.grad
        torch.set_grad_enabled(found)
        """,
    },
)

while_autograd_records = Edit(
    """You changed a leaf in place while autograd was recording, which it refuses. Take the step
    under torch.no_grad().""",
    {"@torch.no_grad()": ""},
)

every_parameter_has_a_gradient = Edit(
    """You took every parameter to have a gradient. One that the loss did not use has None: leave
    it alone.""",
    {
        """
        if p.grad is not None:
            p -= learning_rate * p.grad
        """: "p -= learning_rate * p.grad",
    },
)
