"""Known wrong answers to ch07_images/likelihood."""

from katas._dojo.writing.mistakes import Edit

the_neg_log_likelihood_of_the_book = Edit(
    """You took the logarithm of the finished product, as the book does. The product of many
    probabilities is rounded to 0, and the loss is infinite: take each logarithm first, then
    add.""",
    {
        "losses = -_of_true_classes(probs, targets).log()": """
            n_samples = len(targets)
            losses = -likelihood(probs, targets).log().expand(n_samples) / n_samples
        """,
    },
)

always_summed = Edit(
    """Your loss is the sum, whatever reduction says. With "mean" it must not grow with the
    batch.""",
    {'losses.sum() if reduction == "sum" else losses.mean()': "losses.sum()"},
)

always_averaged = Edit(
    """Your loss is the mean, whatever reduction says. With "sum" it is minus the logarithm of the
    whole batch's likelihood.""",
    {'losses.sum() if reduction == "sum" else losses.mean()': "losses.mean()"},
)

averaged_over_the_classes_too = Edit(
    """Your mean is divided by all elements of probs. There is one true class in a row: divide by
    the number of rows.""",
    {"losses.mean()": "losses.sum() / probs.numel()"},
)

a_cap_on_the_loss = Edit(
    """You kept probabilities away from 0 before the logarithm. What was impossible and happened
    then costs no more than that allows: it should cost infinity.""",
    {"(probs, targets).log()": "(probs, targets).clamp(min=1e-8).log()"},
)

the_log_without_its_minus = Edit(
    """You left the minus out: the logarithm of a probability is negative, and a loss should fall as
    answers get better.""",
    {"-_of_true_classes": "_of_true_classes"},
)

no_logarithm = Edit(
    """You took no logarithm: minus a probability lies between -1 and 0, and to be wrong can never
    cost much.""",
    {"(probs, targets).log()": "(probs, targets)"},
)

the_log_of_the_mean = Edit(
    """You averaged the probabilities and took the logarithm afterwards. Take each logarithm first:
    the mean of logarithms is another number.""",
    {"losses.mean()": "-(-losses).exp().mean().log()"},
)

probabilities_taken_for_logits = Edit(
    """You sent the probabilities through a softmax once more. They are probabilities already: take
    their logarithms.""",
    {
        "-_of_true_classes(probs, targets).log()": (
            "-_of_true_classes(probs.log_softmax(1), targets)"
        )
    },
)

one_probability_per_sample = Edit(
    """Your likelihood has one number for each sample. Multiply them: it is one number for the whole
    batch.""",
    {".prod()": ".squeeze(1)"},
)

the_largest_of_each_row = Edit(
    """You took the largest probability of each row, whatever its target. What counts is the
    probability of the true class, even if another has a larger one.""",
    {"probs.gather(1, targets.unsqueeze(1))": "probs.amax(1, keepdim=True)"},
)

every_target_for_every_sample = Edit(
    """You indexed with [:, targets], which takes every sample's target from every row: N * N
    numbers. Pair each row with its own target, as gather does.""",
    {"probs.gather(1, targets.unsqueeze(1))": "probs[:, targets]"},
)

all_from_the_first_row = Edit(
    """Your targets lie in one row, [1, N], so they are all looked up in the first row of probs.
    Make them a column, [N, 1].""",
    {"targets.unsqueeze(1)": "targets.unsqueeze(0)"},
)

a_python_number = Edit(
    """Your results have no way back to the probabilities: on the way there they were Python
    numbers, or detached.""",
    {"probs.gather": "probs.detach().gather"},
)

torchs_nll_loss = Edit(
    """You called torch's nll_loss or cross_entropy. Here the loss is yours to write.""",
    {
        """
        losses = -_of_true_classes(probs, targets).log()
        return losses.sum() if reduction == "sum" else losses.mean()
        """: """
        from torch.nn.functional import nll_loss

        return nll_loss(probs.log(), targets, reduction=reduction)
        """,
    },
)
