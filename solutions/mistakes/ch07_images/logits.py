"""Known wrong answers to ch07_images/logits."""

from katas._dojo.writing.mistakes import Edit

softmax_before_the_loss = Edit(
    """You handed probabilities to the loss. It takes the softmax itself, and takes what it is given
    for logits: hand them on as they are.""",
    {"cross_entropy(logits, labels)": "cross_entropy(logits.softmax(dim=1), labels)"},
)

probabilities_into_nll_loss = Edit(
    """Your loss is minus a probability, without its logarithm: it is negative. That is what
    nll_loss gives if it gets probabilities.""",
    {
        "cross_entropy(logits, labels)": "nll_loss(logits.softmax(dim=1), labels)",
        "import cross_entropy": "import nll_loss",
    },
)

logits_into_nll_loss = Edit(
    """Your loss is minus a logit, which has no bound. nll_loss wants log-probabilities;
    cross_entropy takes logits.""",
    {
        "cross_entropy(logits, labels)": "nll_loss(logits, labels)",
        "import cross_entropy": "import nll_loss",
    },
)

the_sum_over_the_batch = Edit(
    """Your loss is the sum over the batch. With a batch twice as large it would be twice as large:
    take the mean.""",
    {"cross_entropy(logits, labels)": 'cross_entropy(logits, labels, reduction="sum")'},
)

a_loss_for_each_image = Edit(
    """You returned a loss for each image. One number is asked for, their mean.""",
    {"cross_entropy(logits, labels)": 'cross_entropy(logits, labels, reduction="none")'},
)

softmax_over_the_batch = Edit(
    """Your softmax goes over the batch, dimension 0: a column adds up to 1. The classes of one
    image are a row.""",
    {"softmax(dim=1)": "softmax(dim=0)"},
)

logits_for_probabilities = Edit(
    """You returned the logits for the probabilities. A softmax makes probabilities of them.""",
    {".softmax(dim=1)": ""},
)

log_probabilities = Edit(
    """You returned logarithms of the probabilities: none is above 0. Take softmax, or exp of
    these.""",
    {"softmax(dim=1)": "log_softmax(dim=1)"},
)

softmax_twice = Edit(
    """You sent the probabilities through a softmax once more, and they became more alike.""",
    {".softmax(dim=1)": ".softmax(dim=1).softmax(dim=1)"},
)

called_twice = Edit(
    """You called the model twice. With dropout the second call drops other numbers, and the
    probabilities are not those of the loss.""",
    {"logits.detach().softmax(dim=1)": "model(imgs).detach().softmax(dim=1)"},
)

probabilities_with_their_graph = Edit(
    """Your probabilities keep the graph of the whole model. Who collects them to look at keeps all
    of it in memory: detach them.""",
    {"logits.detach()": "logits"},
)

a_loss_that_trains_nothing = Edit(
    """Your loss is cut off from the model: no gradient flows back. Detach the probabilities, not
    the logits of the loss.""",
    {"logits = model(imgs)": "logits = model(imgs).detach()"},
)

switched_to_eval_mode = Edit(
    """You switched the model to eval mode. In which mode it is called is up to the caller.""",
    {
        "logits = model(imgs)": """
            model.eval()
            logits = model(imgs)
        """,
    },
)

two_classes_for_any_number = Edit(
    """Your range is that of two classes, for any number of them. Each further class adds exp(0) = 1
    to the sum.""",
    {"n_classes - 1": "1"},
)

the_true_class_counted_twice = Edit(
    """You counted one class too many: exp(0) comes from the others, which are one less.""",
    {"n_classes - 1": "n_classes"},
)
