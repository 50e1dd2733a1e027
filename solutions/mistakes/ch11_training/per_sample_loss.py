"""Known wrong answers to ch11_training/per_sample_loss."""

from katas._dojo.writing.mistakes import Edit

CAT = "torch.cat(records).mean().item()"

records_with_their_graph_as_in_chapter_12 = Edit(
    """Your records keep their graph, as those of the book's chapter 12 do. Whoever collects them
    holds every batch of an epoch in memory: detach them.""",
    {"losses.detach()": "losses"},
)

nothing_to_follow = Edit(
    """Your mean is detached, so there is nothing to go back through. Detach the records alone.""",
    {"return losses.mean()": "return losses.detach().mean()"},
)

a_sum_to_follow = Edit(
    """You added up the losses for training. Their mean keeps its size, and that of its gradient,
    whatever the size of the batch.""",
    {"return losses.mean()": "return losses.sum()"},
)

the_other_class = Edit(
    """You took the first place of a label for its class. In the second stands whether it is a
    nodule, which is class 1.""",
    {"labels[:, 1]": "labels[:, 0]"},
)

softmax_first = Edit(
    """You took a softmax ahead of the cross-entropy, which takes one itself. Losses stay near ln 2
    then, however large the logits are.""",
    {"cross_entropy(logits,": "cross_entropy(logits.softmax(dim=1),"},
)

each_logit_by_itself = Edit(
    """You took each logit for a question of its own, as binary cross-entropy does. The two classes
    exclude each other: cross-entropy takes both logits together.""",
    {
        "import cross_entropy": "import binary_cross_entropy_with_logits",
        'cross_entropy(logits, labels[:, 1], reduction="none")': (
            "binary_cross_entropy_with_logits("
            "logits, labels.to(logits.dtype), reduction='none').mean(dim=1)"
        ),
    },
)

the_logarithm_of_a_softmax = Edit(
    """You took the logarithm of a softmax. Where a share is rounded to 0 it is infinite:
    cross-entropy calculates both in one.""",
    {
        'cross_entropy(logits, labels[:, 1], reduction="none")': (
            "-logits.softmax(dim=1).log().gather(1, labels[:, 1:]).squeeze(1)"
        ),
    },
)

the_mean_for_each_sample = Edit(
    """You recorded the mean for each sample. Nobody can tell from it which samples were hard: ask
    for reduction="none" first.""",
    {"losses.detach()": "losses.detach().mean().expand_as(losses)"},
)

one_record_for_the_batch = Edit(
    """You recorded one number for the whole batch. There is one for each sample, of shape [N].""",
    {"losses.detach()": "losses.detach().mean()"},
)

shares_of_the_mean = Edit(
    """You divided the loss of each sample by the size of its batch. That is its share of the mean;
    the record is its own loss.""",
    {"losses.detach()": "losses.detach() / len(losses)"},
)

records_first = Edit(
    """You returned the records first. It is the mean, then the losses of the samples.""",
    {"return losses.mean(), losses.detach()": "return losses.detach(), losses.mean()"},
)

records_of_float32 = Edit(
    """Your records are of float32, whatever the logits are. They have their dtype.""",
    {"losses.detach()": "losses.detach().float()"},
)

a_mean_of_means = Edit(
    """You averaged the means of the batches. Each sample of a short batch counts more then: take
    the mean over all samples at once.""",
    {CAT: "torch.stack([losses.mean() for losses in records]).mean().item()"},
)

divided_by_the_number_of_batches = Edit(
    """You divided by the number of batches. Divide by the number of samples.""",
    {CAT: "sum(losses.sum().item() for losses in records) / len(records)"},
)

a_tensor_for_the_epoch = Edit(
    """Your mean of the epoch is a tensor. A float is asked for: item() makes it one.""",
    {CAT: "torch.cat(records).mean()"},
)
