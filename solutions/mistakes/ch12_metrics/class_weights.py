"""Known wrong answers to ch12_metrics/class_weights."""

from katas._dojo.writing.mistakes import Edit

divided_by_the_number = Edit(
    """You divided by the number of samples. A batch of rare samples has a loss many times as large
    then: divide by the sum of the weights, as torch does.""",
    {"/ sample_weights.sum()": "/ len(labels)"},
)

divided_by_the_weights_of_the_classes = Edit(
    """You divided by the weights of the classes, each once. It is the weights of the batch's
    samples that are to be added up.""",
    {"/ sample_weights.sum()": "/ weights.sum()"},
)

not_divided = Edit(
    """You returned the weighted sum. A mean is divided by the sum of the weights.""",
    {" / sample_weights.sum()": ""},
)

the_sign = Edit(
    """You left out the minus sign: the loss is minus the logarithm of the probability.""",
    {"-log_probs.gather": "log_probs.gather"},
)

overflowing = Edit(
    """You took exp and log one after the other. Large logits overflow, and inf / inf is nan:
    log_softmax does both at once.""",
    {"logits.log_softmax(dim=1)": "(logits.exp() / logits.exp().sum(1, keepdim=True)).log()"},
)

log_of_softmax = Edit(
    """Your loss is inf where logits are large: exp overflows, or softmax makes 0 of a low logit, of
    which the logarithm is taken. log_softmax does both at once.""",
    {"logits.log_softmax(dim=1)": "logits.softmax(dim=1).log()"},
)

over_the_batch = Edit(
    """You took the softmax over the samples. The classes are in dimension 1.""",
    {"log_softmax(dim=1)": "log_softmax(dim=0)"},
)

shares_for_weights = Edit(
    """You gave the frequent classes the high weights. A weight is the higher the fewer samples its
    class has.""",
    {"len(labels) / (n_classes * counts)": "counts / len(labels)"},
)

one_by_the_count = Edit(
    """You left out the scale. Together all samples weigh N: N by the number of classes and by the
    number of samples of the class.""",
    {"len(labels) / (n_classes * counts)": "1 / counts"},
)

by_the_largest = Edit(
    """You gave the most frequent class a weight of 1. All samples are to weigh N together, so it
    has less than that: N by the number of classes and by the number of samples of the class.""",
    {"len(labels) / (n_classes * counts)": "counts.max() / counts"},
)

not_by_the_classes = Edit(
    """You left out the number of classes. All samples weigh as many times N as there are classes
    then: divide by it.""",
    {"len(labels) / (n_classes * counts)": "len(labels) / counts"},
)

weights_that_add_up_to_1 = Edit(
    """You made the weights of the classes add up to 1. It is the weights of all samples that add
    up, to N.""",
    {"len(labels) / (n_classes * counts)": "1 / counts / (1 / counts).sum()"},
)

weights_that_add_up_to_the_classes = Edit(
    """You made the weights of the classes add up to their number, so that they are 1 on the
    average. It is the weights of all samples that add up, to N.""",
    {"len(labels) / (n_classes * counts)": "n_classes / counts / (1 / counts).sum()"},
)

positives_by_negatives = Edit(
    """You divided the other way round: pos_weight multiplies the losses of the positive samples, so
    where they are rare it is above 1.""",
    {"(labels == 0).sum() / (labels == 1).sum()": "(labels == 1).sum() / (labels == 0).sum()"},
)

all_by_positives = Edit(
    """You divided the number of all samples. The positive ones are to weigh as much as the negative
    ones: divide the number of those.""",
    {"(labels == 0).sum() /": "len(labels) /"},
)
