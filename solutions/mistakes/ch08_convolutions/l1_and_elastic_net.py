"""Known wrong answers to ch08_convolutions/l1_and_elastic_net."""

from katas._dojo.writing.mistakes import Edit

past_zero = Edit(
    """Your soft_threshold_ takes small elements past 0: they end on the other side, and never at 0.
    What is nearer to 0 than the threshold is to become 0.""",
    {"softshrink(p, threshold)": "p - threshold * p.sign()"},
)

a_hard_threshold = Edit(
    """Your soft_threshold_ makes small elements 0 and leaves large ones as they are. Those come
    nearer to 0 by the threshold, too: L1 pulls at all alike.""",
    {"softshrink(p, threshold)": "torch.where(p.abs() > threshold, p, 0)"},
)

shrunk_by_a_share = Edit(
    """Your soft_threshold_ takes a share of each element. That is what L2 does, and leaves nothing
    at 0: take the same amount off each.""",
    {"softshrink(p, threshold)": "p * (1 - threshold)"},
)

signs_lost = Edit(
    """Your soft_threshold_ makes negative elements positive. They come nearer to 0 from below: put
    the sign back once the threshold is taken off.""",
    {"softshrink(p, threshold)": "softshrink(p, threshold).abs()"},
)

negative_ones_cut_off = Edit(
    """Your soft_threshold_ makes negative elements 0. They come nearer to 0 by the threshold, as
    positive ones do.""",
    {"softshrink(p, threshold)": "(p - threshold).clamp(min=0)"},
)

nothing_moved = Edit(
    """Your soft_threshold_ leaves the parameters as they were. Write the new numbers into them, in
    place: with copy_, for one.""",
    {"p.copy_(softshrink(p, threshold))": "p = softshrink(p, threshold)"},
)

other_tensors_put_in = Edit(
    """Your soft_threshold_ gives each parameter another tensor. Who looks at the old one sees no
    change: write the numbers into it, with copy_ under no_grad.""",
    {"p.copy_(softshrink(p, threshold))": "p.data = softshrink(p, threshold)"},
)

biases_not_moved = Edit(
    """Your soft_threshold_ leaves some parameters as they were. All of them are to move, those of
    inner layers and biases too.""",
    {
        "for p in model.parameters():\n": (
            "for p in [p for name, p in model.named_parameters() if 'bias' not in name]:\n"
        ),
    },
)

lambdas_exchanged = Edit(
    """You exchanged the two lambdas. l1_lambda goes with absolute values, l2_lambda with
    squares.""",
    {"l1_lambda * l1 + l2_lambda * l2": "l2_lambda * l1 + l1_lambda * l2"},
)

the_root_of_the_squares = Edit(
    """You took the root of a sum of squares. That is the L2 norm, which pulls at a small parameter
    as hard as at a large one: the penalty is the sum itself.""",
    {"p.square().sum() for": "p.norm() for"},
)

signs_kept = Edit(
    """You added the parameters up with their signs. Positive and negative ones cancel, and negative
    ones are a gain: take absolute values.""",
    {"p.abs().sum()": "p.sum()"},
)

half_the_squares = Edit(
    """You halved the squares, so that their gradient is lambda * p. Some libraries do; here it is
    lambda times the squares, as in the book.""",
    {"l2_lambda * l2": "l2_lambda / 2 * l2"},
)

means = Edit(
    """You took means. A parameter of many elements is then pulled at less than one of few: add the
    elements up.""",
    {"p.abs().sum()": "p.abs().mean()", "p.square().sum()": "p.square().mean()"},
)

biases_left_out = Edit(
    """You left biases out of the penalty. Many people do so on purpose; here, as in the book,
    every parameter counts.""",
    {
        "p.abs().sum() for p in model.parameters()": (
            "p.abs().sum() for name, p in model.named_parameters() if 'bias' not in name"
        ),
        "p.square().sum() for p in model.parameters()": (
            "p.square().sum() for name, p in model.named_parameters() if 'bias' not in name"
        ),
    },
)

a_penalty_that_nobody_feels = Edit(
    """You took the penalty out of the graph. The loss grows, but nothing pulls at the parameters:
    no detach, no item, no no_grad.""",
    {"return l1_lambda * l1 + l2_lambda * l2": "return (l1_lambda * l1 + l2_lambda * l2).detach()"},
)
