"""Known wrong answers to ch12_metrics/epoch_reshuffle."""

from katas._dojo.writing.mistakes import Edit

never_shuffled = Edit(
    """You left the lists in their order: the first samples come in every epoch, and those that have
    no room are never seen.""",
    {"kind[torch.randperm(len(kind), generator=self.generator)].tolist()": "kind.tolist()"},
)

the_same_in_each_epoch = Edit(
    """You have the same order in each epoch: shuffled once, as in the second edition's training, or
    seeded anew each time. What has no room in the first epoch is never seen: let __iter__ draw, and
    let the generator go on from where it is.""",
    {
        "self.generator = generator": """
            self.generator = generator
            self.orders = [
                kind[torch.randperm(len(kind), generator=self.generator)].tolist()
                for kind in self.kinds
            ]
        """,
        """
        orders = [
            kind[torch.randperm(len(kind), generator=self.generator)].tolist()
            for kind in self.kinds
        ]
        """: "orders = self.orders",
    },
)

another_order_within_an_epoch = Edit(
    """You shuffled again within an epoch, when an order was used up. It begins again as it is; the
    next epoch has another one.""",
    {
        """
        orders = [
            kind[torch.randperm(len(kind), generator=self.generator)].tolist()
            for kind in self.kinds
        ]
        for n in range(self.length):
            order = orders[n % 2]
            yield order[n // 2 % len(order)]
        """: """
        orders = [[], []]
        for n in range(self.length):
            kind, order = self.kinds[n % 2], orders[n % 2]
            if not order:
                order += kind[torch.randperm(len(kind), generator=self.generator)].tolist()
            yield order.pop(0)
        """,
    },
)

going_on = Edit(
    """You went on in the next epoch where the last one ended, in the same order. Each epoch puts
    both kinds into a new one.""",
    {
        "self.generator = generator": """
            self.generator = generator
            self.orders = [
                kind[torch.randperm(len(kind), generator=self.generator)].tolist()
                for kind in self.kinds
            ]
        """,
        """
        orders = [
            kind[torch.randperm(len(kind), generator=self.generator)].tolist()
            for kind in self.kinds
        ]
        for n in range(self.length):
            order = orders[n % 2]
            yield order[n // 2 % len(order)]
        """: """
        for n in range(self.length):
            order = self.orders[n % 2]
            order.append(order.pop(0))
            yield order[-1]
        """,
    },
)

another_source = Edit(
    """Your orders come from random numbers that the generator does not decide, as Python's or
    NumPy's. Use the one that is given: whoever seeds it can repeat an epoch.""",
    {
        "kind[torch.randperm(len(kind), generator=self.generator)].tolist()": "kind.tolist()",
        "for n in range(self.length):": """
            for order in orders:
                random.shuffle(order)
            for n in range(self.length):
        """,
        "import torch\n": "import random\n\nimport torch\n",
    },
)

the_global_generator = Edit(
    """You drew from torch's own generator. Use the one that is given: whoever seeds it can repeat
    an epoch, and nobody else's numbers change.""",
    {", generator=self.generator": ""},
)

only_negatives_shuffled = Edit(
    """You shuffled the negative samples alone. The positive ones get a new order as well.""",
    {
        "].tolist()": "].tolist() if kind is self.kinds[1] else kind.tolist()",
    },
)

only_positives_shuffled = Edit(
    """You shuffled the positive samples alone. It is the negative ones of which most have no room:
    they get a new order as well.""",
    {
        "].tolist()": "].tolist() if kind is self.kinds[0] else kind.tolist()",
    },
)

drawn_with_replacement = Edit(
    """You drew samples that may come again at once, while others never come. Put all of a kind into
    an order, and go through it.""",
    {
        """
        orders = [
            kind[torch.randperm(len(kind), generator=self.generator)].tolist()
            for kind in self.kinds
        ]
        for n in range(self.length):
            order = orders[n % 2]
            yield order[n // 2 % len(order)]
        """: """
        for n in range(self.length):
            kind = self.kinds[n % 2]
            yield kind[torch.randint(len(kind), (), generator=self.generator)].item()
        """,
    },
)

one_order_for_both = Edit(
    """You used one order for both kinds, so that the same positive and negative samples come
    together in every epoch. Each kind has an order of its own.""",
    {
        "kind[torch.randperm(len(kind), generator=self.generator)].tolist()": (
            "kind[torch.randperm(len(kind), generator=self.generator.manual_seed(seed))].tolist()"
        ),
        "orders = [": """
            seed = torch.randint(1 << 30, (1,), generator=self.generator).item()
            orders = [
        """,
    },
)

negatives_first = Edit(
    """You began with a negative sample. The positive one comes first.""",
    {"(1, 0)": "(0, 1)"},
)

passed_over = Edit(
    """You passed over every other sample of each kind. Of the indices in an epoch half are of one
    kind: take number n // 2 of it.""",
    {"n // 2 % len(order)": "n % len(order)"},
)

ends_with_the_shorter = Edit(
    """You ended the epoch when one kind was used up. It begins again, until there are as many
    indices as the length says.""",
    {
        "for n in range(self.length):": (
            "for n in range(min(self.length, 2 * min(map(len, orders)))):"
        ),
    },
)

tensors_yielded = Edit(
    """You yielded tensors. An index is an int: .tolist() or .item() makes one.""",
    {"].tolist()": "]"},
)

the_number_of_samples = Edit(
    """You returned the number of all samples from len. It is the length of an epoch.""",
    {"return self.length": "return sum(map(len, self.kinds))"},
)
