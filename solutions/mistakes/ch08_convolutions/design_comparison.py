"""Known wrong answers to ch08_convolutions/design_comparison."""

from katas._dojo.writing.mistakes import Edit

training_accuracy = Edit(
    """You compared by training accuracy. It tells how well a net knows images that it has learned
    from, and a large one knows them by heart: take that of validation, "val".""",
    {'["val"]': '["train"]'},
)

the_first_seed_only = Edit(
    """You used one seed of several. What a design reaches with it may be luck, and nobody knows how
    much of it: train with each seed.""",
    {
        "for seed in seeds": "for seed in seeds[:1]",
        "statistics.stdev(accuracies)": "0.0",
    },
)

the_last_seed_only = Edit(
    """You kept the accuracy of the last seed alone. Keep one for each: append it to a list.""",
    {
        'accuracies.append(validate(net)["val"])': 'accuracies = [validate(net)["val"]]',
        "statistics.stdev(accuracies)": "0.0",
    },
)

the_best_seed = Edit(
    """You gave the best accuracy of all seeds. That is the luckiest, and luckier the more seeds
    there are: take the mean.""",
    {"statistics.mean(accuracies)": "max(accuracies)"},
)

a_seed_for_each_design = Edit(
    """You gave each design a seed of its own, as zip does. Whether one is better, or only luckier,
    nobody can tell then: train every design with every seed.""",
    {
        "for name, design in designs.items()": (
            "for (name, design), own in zip(designs.items(), 2 * list(seeds))"
        ),
        "for seed in seeds": "for seed in [own]",
        "statistics.stdev(accuracies)": "0.0",
    },
)

one_net_for_all_seeds = Edit(
    """You built one net for each design, and trained it on with every seed. The second seed then
    begins where the first ended: build a new net for each.""",
    {
        "            net = design(seed)": "",
        "accuracies = []": """
            accuracies = []
            net = design(seeds[0])
        """,
    },
)

copies_of_one_start = Edit(
    """Your nets of one design all start with the same weights, as copies of one net do. The first
    weights are part of the luck: build a net for each seed.""",
    {
        "import statistics": "import copy\nimport statistics",
        "net = design(seed)": "net = copy.deepcopy(start)",
        "accuracies = []": """
            accuracies = []
            start = design(seeds[0])
        """,
    },
)

built_from_one_seed = Edit(
    """You built every net with the first seed. The first weights are part of the luck: build each
    with its own seed.""",
    {"design(seed)": "design(seeds[0])"},
)

trained_from_one_seed = Edit(
    """You trained every net with the first seed. The order of the batches is part of the luck:
    train each with its own seed.""",
    {"train(net, seed)": "train(net, seeds[0])"},
)

not_trained = Edit(
    """You validated nets that were not trained. Train each first.""",
    {"            train(net, seed)": ""},
)

one_list_for_all_designs = Edit(
    """You put the accuracies of all designs into one list. Begin an empty one for each design.""",
    {
        "        accuracies = []": "",
        "results = {}": """
            results = {}
            accuracies = []
        """,
    },
)

divided_by_n = Edit(
    """Your spread divides by n. The seeds are a sample of all that there might be: divide by n - 1,
    as statistics.stdev and torch.std do.""",
    {"stdev": "pstdev"},
)

the_variance = Edit(
    """Your spread is the variance. Its root, the standard deviation, can be compared with the
    accuracies.""",
    {"stdev": "variance"},
)

the_standard_error = Edit(
    """Your spread is divided by the root of the number of seeds. That tells how sure the mean is;
    what was asked for tells how far one seed lies from another: the standard deviation.""",
    {"statistics.stdev(accuracies)": "statistics.stdev(accuracies) / len(accuracies) ** 0.5"},
)

the_range = Edit(
    """Your spread runs from the lowest accuracy to the highest, which grows with the number of
    seeds. Take the standard deviation.""",
    {"statistics.stdev(accuracies)": "max(accuracies) - min(accuracies)"},
)
