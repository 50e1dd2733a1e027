"""Known wrong answers to ch10_datasets/scan_order."""

from katas._dojo.writing.mistakes import Edit

PASS = """
order = torch.randperm(len(self.scans), generator=self.generator)
for place in order.tolist():
    yield from self.scans[place]
"""

samples_shuffled = Edit(
    """You shuffled the samples, so that those of one scan are far apart, and a scan is loaded again
    and again. Shuffle the scans.""",
    {
        "list(scans.values())": "[scans[series_uid] for series_uid in sorted(scans)]",
        PASS: """
            indices = [index for scan in self.scans for index in scan]
            order = torch.randperm(len(indices), generator=self.generator)
            for place in order.tolist():
                yield indices[place]
        """,
    },
)

neighbours_only = Edit(
    """You took samples for one scan only where they are neighbours in the list. A scan whose
    samples lie apart comes more than once: collect all of them.""",
    {
        "scans[series_uid].append(index)": """
            if index == 0 or series_uids[index - 1] != series_uid:
                run = scans[index]
            run.append(index)
        """,
    },
)

nothing_shuffled = Edit(
    """Your scans come in the same order whatever the generator is. Let it draw an order, in each
    pass.""",
    {"torch.randperm(len(self.scans), generator=self.generator)": "torch.arange(len(self.scans))"},
)

one_order_for_all_passes = Edit(
    """Your passes all have the same order, as when it is drawn only once. Draw another in each
    __iter__.""",
    {
        "self.generator = generator": """
            self.order = torch.randperm(len(self.scans), generator=generator)
        """,
        "order = torch.randperm(len(self.scans), generator=self.generator)": "order = self.order",
    },
)

another_start_only = Edit(
    """You begin at a random scan, but the scans follow each other always alike. Any order is to be
    as likely as any other: randperm.""",
    {
        "torch.randperm(len(self.scans), generator=self.generator)": (
            "torch.arange(len(self.scans)).roll("
            "int(torch.randint(9, (1,), generator=self.generator)))"
        ),
    },
)

large_scans_first = Edit(
    """You took the scans in the order in which shuffled samples name them first, and a scan of many
    samples comes early so. Any order is to be as likely as any other: shuffle the scans.""",
    {
        PASS: """
            scan_of = {index: scan for scan in self.scans for index in scan}
            order = torch.randperm(len(self), generator=self.generator)
            drawn = {id(scan_of[index]): scan_of[index] for index in order.tolist()}
            for scan in drawn.values():
                yield from scan
        """,
    },
)

numbers_from_elsewhere = Edit(
    """You drew random numbers from somewhere else than the generator. Who made it could not repeat
    the order: hand it to randperm.""",
    {", generator=self.generator": ""},
)

pythons_random = Edit(
    """You shuffled by Python's random numbers, which no torch.Generator decides. Whoever seeds
    yours could not repeat the order: hand it to torch.randperm.""",
    {
        PASS: """
            import random

            scans = list(self.scans)
            random.shuffle(scans)
            for scan in scans:
                yield from scan
        """,
    },
)

the_list_sorted = Edit(
    """You sorted the list that you were given. Others have it too, and for them sample 3 is now
    another one: make a list of your own.""",
    {
        "scans = defaultdict(list)": """
            scans = defaultdict(list)
            series_uids.sort()
        """,
    },
)

places_in_a_sorted_copy = Edit(
    """Your indices are places in a sorted copy. The dataset knows nothing of it, and gives samples
    of other scans: keep the index that a sample has in the list.""",
    {"enumerate(series_uids)": "enumerate(sorted(series_uids))"},
)

as_long_as_there_are_scans = Edit(
    """Your length is the number of scans. It is the number of samples, of which the DataLoader
    makes batches.""",
    {"sum(len(indices) for indices in self.scans)": "len(self.scans)"},
)

scans_for_samples = Edit(
    """You give a whole list of indices at a time. A sampler gives one index after the other: yield
    from.""",
    {"yield from self.scans[place]": "yield self.scans[place]"},
)

tensors_for_indices = Edit(
    """You gave tensors for indices. Those of a sampler are ints, as a dataset takes them:
    tolist().""",
    {"yield from self.scans[place]": "yield from torch.tensor(self.scans[place])"},
)

one_sample_of_each = Edit(
    """You give one sample of each scan. All of them belong to a pass.""",
    {"yield from self.scans[place]": "yield self.scans[place][0]"},
)

a_single_pass = Edit(
    """You give nothing any more after the first pass. A DataLoader asks for an iterator in every
    epoch: begin anew in each __iter__.""",
    {
        PASS: """
            order = torch.randperm(len(self.scans), generator=self.generator)
            for place in order.tolist():
                while self.scans[place]:
                    yield self.scans[place].pop(0)
        """,
        "return sum(len(indices) for indices in self.scans)": "return self.n_samples",
        "self.generator = generator": """
            self.n_samples = len(series_uids)
            self.generator = generator
        """,
    },
)
