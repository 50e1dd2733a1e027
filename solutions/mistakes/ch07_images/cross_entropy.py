"""Known wrong answers to ch07_images/cross_entropy."""

from katas._dojo.writing.mistakes import Edit

exp_of_the_raw_logits = Edit(
    """You took exp of the logits as they came, and exp(1e4) is infinite. Subtract the largest
    logit first and add it again after the log, or let logsumexp do it.""",
    {"logits.logsumexp(dim, keepdim=True)": "logits.exp().sum(dim, keepdim=True).log()"},
)

the_log_of_a_naive_softmax = Edit(
    """You took exp of the logits as they came, then the logarithm of the quotient. exp(1e4) is
    infinite, and an unlikely class is rounded to 0: subtract logsumexp from the logits instead.""",
    {
        "return logits - logits.logsumexp(dim, keepdim=True)": """
            exp = logits.exp()
            return (exp / exp.sum(dim, keepdim=True)).log()
        """,
    },
)

the_softmax_of_the_book = Edit(
    """You took the logarithm of the book's first softmax, torch.exp(x) / torch.exp(x).sum(): it
    adds up all elements, whatever dim says, and exp(1e4) is infinite. Subtract logsumexp.""",
    {
        "return logits - logits.logsumexp(dim, keepdim=True)": """
            return (logits.exp() / logits.exp().sum()).log()
        """,
    },
)

always_along_the_last_dimension = Edit(
    """You normalise along the last dimension, whatever dim says.""",
    {"logsumexp(dim, keepdim=True)": "logsumexp(-1, keepdim=True)"},
)

a_normaliser_without_its_dimension = Edit(
    """You subtracted a normaliser whose dimension is gone, so that it lines up with the wrong
    one. Keep it: keepdim=True.""",
    {"logsumexp(dim, keepdim=True)": "logsumexp(dim)"},
)

subtracted_in_place = Edit(
    """You subtracted inside the tensor you were given. Its owner still needs the logits: make
    a new tensor.""",
    {
        "return logits - logits.logsumexp(dim, keepdim=True)": """
            logits -= logits.logsumexp(dim, keepdim=True)
            return logits
        """,
    },
)

torchs_log_softmax = Edit(
    """You called torch's log_softmax. Here it is yours to write.""",
    {"logits - logits.logsumexp(dim, keepdim=True)": "logits.log_softmax(dim)"},
)

summed_over_the_batch = Edit(
    """You summed over the batch. The loss is the mean: it must not grow with the batch.""",
    {".mean()": ".sum()"},
)

every_target_for_every_sample = Edit(
    """You indexed with [:, targets], which takes every sample's target from every row: N * N
    numbers. Pair each row with its own target, as gather does.""",
    {"log_probs.gather(1, targets.unsqueeze(1))": "log_probs[:, targets]"},
)

a_softmax_before_it = Edit(
    """You applied a softmax before the loss, which applies its own. Probabilities differ by at
    most 1, so the loss can never come near 0: hand over the logits.""",
    {
        "return nll_loss(log_softmax(logits, dim=1), targets)": """
            probs = log_softmax(logits, dim=1).exp()
            return nll_loss(log_softmax(probs, dim=1), targets)
        """,
    },
)

logits_taken_for_log_probabilities = Edit(
    """You took the raw logits for log-probabilities. Normalise them first; otherwise the loss
    has no lower bound.""",
    {"nll_loss(log_softmax(logits, dim=1), targets)": "nll_loss(logits, targets)"},
)

probabilities_taken_for_log_probabilities = Edit(
    """You averaged probabilities, so the loss lies between -1 and 0. Take their logarithms: they
    are what log_softmax returns.""",
    {"log_softmax(logits, dim=1)": "log_softmax(logits, dim=1).exp()"},
)

the_log_of_a_rounded_softmax = Edit(
    """You took the logarithm of a finished softmax. The probability of a class that is far
    behind is rounded to 0, and the loss is infinite: use log_softmax.""",
    {
        "return nll_loss(log_softmax(logits, dim=1), targets)": """
            exp = (logits - logits.amax(1, keepdim=True)).exp()
            return nll_loss((exp / exp.sum(1, keepdim=True)).log(), targets)
        """,
    },
)

a_cap_on_the_loss = Edit(
    """You kept probabilities away from 0 before taking the log. No answer can cost more than
    that allows, and the worst ones get no gradient: use log_softmax.""",
    {
        "log_softmax(logits, dim=1)": "log_softmax(logits, dim=1).exp().clamp(min=1e-15).log()",
    },
)

one_loss_per_sample = Edit(
    """You returned one loss for each sample. Average them: the loss is 0-dimensional.""",
    {
        "nll_loss(log_softmax(logits, dim=1), targets)": (
            "-log_softmax(logits, dim=1).gather(1, targets.unsqueeze(1))"
        ),
    },
)
