"""Known wrong answers to ch08_convolutions/l2_penalty."""

from katas._dojo.writing.mistakes import Edit

lambda_for_weight_decay = Edit(
    """You took lambda for weight_decay. The gradient of lambda * p ** 2 is 2 * lambda * p, and
    weight_decay is what p is multiplied by: twice lambda.""",
    {"weight_decay=2 * l2_lambda": "weight_decay=l2_lambda"},
)

half_of_lambda = Edit(
    """You gave the optimizer half of lambda. A square has twice its base for a derivative: twice
    lambda it is.""",
    {"weight_decay=2 * l2_lambda": "weight_decay=l2_lambda / 2"},
)

lr_counted_twice = Edit(
    """You multiplied weight_decay by the learning rate. SGD does so itself, when it multiplies the
    whole gradient by it.""",
    {"weight_decay=2 * l2_lambda": "weight_decay=2 * lr * l2_lambda"},
)

no_weight_decay = Edit(
    """Your optimizer does not pull at the parameters: its weight_decay is 0. Hand lambda on, twice
    as large.""",
    {", weight_decay=2 * l2_lambda": ""},
)

decay_without_biases = Edit(
    """Your optimizer does not pull at the biases. Many people want it so; the book's penalty counts
    every parameter, and here both ways are to agree.""",
    {
        "torch.optim.SGD(model.parameters(), lr=lr, weight_decay=2 * l2_lambda)": """
            torch.optim.SGD(
                [
                    {
                        "params": [p for n, p in model.named_parameters() if "bias" not in n],
                        "weight_decay": 2 * l2_lambda,
                    },
                    {"params": [p for n, p in model.named_parameters() if "bias" in n]},
                ],
                lr=lr,
            )
        """,
    },
)

another_optimizer = Edit(
    """You returned an optimizer other than SGD. Its steps are others: Adam, for one, divides what
    it is given by its usual size, the pull included.""",
    {"return torch.optim.SGD(": "return torch.optim.Adam("},
)

penalty_without_biases = Edit(
    """You left the biases out of the penalty. Many people do so on purpose; the book's loop, like
    weight_decay, takes every parameter.""",
    {
        "for p in model.parameters())": (
            'for name, p in model.named_parameters() if "bias" not in name)'
        ),
    },
)

half_the_squares = Edit(
    """You halved the squares, so that their gradient is lambda * p. The book's penalty is lambda
    times the squares: that is why weight_decay is twice lambda.""",
    {"l2_lambda * sum(": "l2_lambda / 2 * sum("},
)

absolute_values = Edit(
    """You added up absolute values. That is the L1 penalty, which pulls as hard at small numbers as
    at large ones: square them.""",
    {"p.square()": "p.abs()"},
)

a_penalty_that_nobody_feels = Edit(
    """You added the penalty as a plain number, by item(), detach() or no_grad(). The loss grows,
    but nothing pulls at the parameters: keep it in the graph.""",
    {"p.square()": "p.detach().square()"},
)

a_mean_of_squares = Edit(
    """You took the mean of each parameter's squares. A large layer is then pulled at less than a
    small one: add the squares up.""",
    {"p.square().sum()": "p.square().mean()"},
)

another_lambda = Edit(
    """Your lambda is always 0.001, as in the book's loop. Take the one that you are handed,
    l2_lambda.""",
    {"l2_lambda * sum(": "0.001 * sum("},
)

the_parameters_used_up = Edit(
    """Your penalty acts in the first step only. model.parameters() can be gone through once: call
    it for each batch, or make a list of it.""",
    {
        "for _ in range(n_epochs):": """
            parameters = model.parameters()
            for _ in range(n_epochs):
        """,
        "for p in model.parameters())": "for p in parameters)",
    },
)

gradients_not_cleared = Edit(
    """You never cleared the gradients: each backward adds to the one before. Call
    optimizer.zero_grad() ahead of every backward.""",
    {"optimizer.zero_grad()": "pass"},
)

the_penalty_subtracted = Edit(
    """You subtracted the penalty. Large parameters are then a gain, and grow: add it.""",
    {"loss + l2_lambda": "loss - l2_lambda"},
)
