"""Known wrong answers to ch08_convolutions/memorization."""

from katas._dojo.writing.mistakes import Edit

drawn_anew = Edit(
    """You drew labels at random, so some classes come more often than before, others less. Shuffle
    the labels that there are: a random order of their places.""",
    {
        "labels[torch.randperm(len(labels), generator=generator, device=labels.device)]": (
            "torch.randint_like(labels, int(labels.max()) + 1, generator=generator)"
        ),
    },
)

with_repetition = Edit(
    """You drew places with repetition: some labels come twice, others not at all. A permutation has
    each place once.""",
    {"torch.randperm(len(labels),": "torch.randint(len(labels), (len(labels),),"},
)

shuffled_in_place = Edit(
    """You shuffled the labels that you were handed. Whoever still wants the true ones has lost
    them: return a new tensor.""",
    {
        "return labels[torch.randperm(len(labels), generator=generator, device=labels.device)]": """
        labels[:] = labels[torch.randperm(len(labels), generator=generator, device=labels.device)]
        return labels""",
    },
)

places_returned = Edit(
    """You returned the random order itself. It says which places to take: index the labels by
    it.""",
    {
        "labels[torch.randperm(len(labels), generator=generator, device=labels.device)]": (
            "torch.randperm(len(labels), generator=generator, device=labels.device)"
        ),
    },
)

another_generator = Edit(
    """You left the generator alone, and drew from torch's own. The order is to depend on the one
    that is handed in, and on nothing else.""",
    {"generator=generator, ": ""},
)

turned_round = Edit(
    """You moved all labels on by the same number of places. Neighbours stay neighbours then: of all
    orders these are few.""",
    {
        "labels[torch.randperm(len(labels), generator=generator, device=labels.device)]": (
            "labels.roll(int(torch.randint(len(labels), (), generator=generator,"
            " device=labels.device)))"
        ),
    },
)

seeded = Edit(
    """You seeded the generator, so its next order is the same again. Draw from it as it is: who
    handed it in decides where it starts.""",
    {"generator=generator, ": "generator=generator.manual_seed(0), "},
)

gradients_not_cleared = Edit(
    """You never cleared the gradients: each backward adds to the one before. Call
    optimizer.zero_grad() ahead of every backward.""",
    {"optimizer.zero_grad()": "pass"},
)

one_step_at_least = Edit(
    """You looked whether all are right only after a step. If they are from the start, no step is to
    be taken: look first.""",
    {
        "if (outputs.argmax(dim=1) == labels).all():": (
            "if step > 0 and (outputs.argmax(dim=1) == labels).all():"
        ),
    },
)

nearly_all = Edit(
    """You stopped before all were right. By heart means every one of them.""",
    {".all():": ".float().mean() >= 0.8:"},
)

one_is_enough = Edit(
    """You stopped as soon as one was right. By heart means every one of them.""",
    {".all():": ".any():"},
)

never_stopped = Edit(
    """You went on when all were right. Look at the predictions ahead of each step, and stop once
    there is nothing left to learn.""",
    {"(outputs.argmax(dim=1) == labels).all()": "False"},
)

until_the_loss_is_small = Edit(
    """You went by the loss. It may be small with one label wrong, or large with all of them right:
    compare the predictions with the labels.""",
    {"(outputs.argmax(dim=1) == labels).all()": "cross_entropy(outputs, labels) < 0.1"},
)

counted_from_one = Edit(
    """Your number of steps is one too many. When you see that all are right, the step that you are
    about to count has not been taken.""",
    {"return step\n": "return step + 1\n"},
)

one_step_more = Edit(
    """You took one step more than allowed. After max_steps it is over, even if some are still
    wrong.""",
    {"range(max_steps)": "range(max_steps + 1)"},
)
