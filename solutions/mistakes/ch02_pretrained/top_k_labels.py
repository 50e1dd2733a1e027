"""Known wrong answers to ch02_pretrained/top_k_labels."""

from katas._dojo.writing.mistakes import Edit

softmax_over_the_batch = Edit(
    """You took softmax over the batch, which holds one image: each class is 100 % of itself. The
    classes are in dimension 1.""",
    {"dim=1": "dim=0"},
)

softmax_of_the_best_alone = Edit(
    """Your percentages of the listed labels add up to 100. Those that are not listed have a share
    too: softmax of all scores, then choose.""",
    {
        "percentages = out.softmax(dim=1)[0] * 100": "percentages = out[0].clone()",
        "best = out[0].topk(k).indices": """
            best = out[0].topk(k).indices
            percentages[best] = percentages[best].softmax(dim=0) * 100
        """,
    },
)

scores_for_percentages = Edit(
    """You gave the scores themselves. Softmax makes shares of them; 100 times a share is its
    percentage.""",
    {"out.softmax(dim=1)[0] * 100": "out[0]"},
)

scores_over_their_sum = Edit(
    """You divided the scores by their sum. Scores may be negative, and their sum 0: softmax divides
    their exponentials by the sum of those.""",
    {"out.softmax(dim=1)[0]": "out[0] / out[0].sum()"},
)

shares = Edit(
    """You gave shares, from 0 to 1. A percentage is 100 times as much.""",
    {"[0] * 100": "[0]"},
)

each_score_by_itself = Edit(
    """You took the sigmoid of each score. What is left for one class depends on all the others:
    softmax weighs them against each other.""",
    {"out.softmax(dim=1)": "out.sigmoid()"},
)

exponentials_without_a_shift = Edit(
    """Your exponentials leave the range of floats: inf / inf, or 0 / 0, is nan. Subtract the
    largest score first, or let torch's softmax do it.""",
    {"out.softmax(dim=1)": "(out.exp() / out.exp().sum(dim=1, keepdim=True))"},
)

the_lowest = Edit(
    """You took the lowest scores. sort goes upwards unless descending=True; topk takes the largest
    unless largest=False.""",
    {"topk(k)": "topk(k, largest=False)"},
)

in_the_order_of_the_classes = Edit(
    """You listed the best labels in the order of the classes. The highest score comes first.""",
    {"topk(k).indices": "topk(k).indices.sort().values"},
)

the_best_last = Edit(
    """You listed the best labels, but the best of them last. The highest score comes first.""",
    {"topk(k).indices": "topk(k).indices.flip(0)"},
)

the_first_percentages = Edit(
    """You put the percentages of the first classes beside the best labels. The index that picks the
    label picks its percentage as well.""",
    {
        "percentages[index].item()) for index in best": (
            "percentages[place].item()) for place, index in enumerate(best)"
        ),
    },
)

ranked_by_percentage = Edit(
    """You ranked by percentages. Far down they all round to 0, and nobody can tell which is higher:
    rank by the scores.""",
    {"best = out[0]": "best = percentages"},
)

always_five = Edit(
    """You listed five labels, whatever k is. Five is only what k is by default.""",
    {"topk(k)": "topk(min(5, out.shape[1]))"},
)

tensors_for_numbers = Edit(
    """You gave percentages that are tensors. item() takes the Python float out of one.""",
    {"percentages[index].item()": "percentages[index]"},
)

indices_for_labels = Edit(
    """You gave the indices of the classes. labels[index] is the word for one.""",
    {"labels[index]": "int(index)"},
)
