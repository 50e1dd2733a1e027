"""Known wrong answers to ch07_images/data_loader."""

from katas._dojo.writing.mistakes import Edit

shuffled_once = Edit(
    """Your epochs all have the same order, as if drawn once, or from one seed each time. Draw a new
    one when an epoch begins, from a generator that goes on from where it stands.""",
    {
        "import math": """
            import functools
            import math
        """,
        "def _order": """
            @functools.cache
            def _order
        """,
    },
)

always_torchs_generator = Edit(
    """You drew from torch's own generator, whatever generator you were given. Hand yours on:
    randperm(n, generator=generator).""",
    {", generator=self.generator": ""},
)

pythons_random = Edit(
    """You drew from another generator than torch's: no torch.Generator decides your order, nor does
    torch.manual_seed. Draw with torch.randperm.""",
    {
        "import math": """
            import math
            import random
        """,
        "return torch.randperm(n_samples, generator=self.generator).tolist()": """
            indices = list(range(n_samples))
            random.shuffle(indices)
            return indices
        """,
    },
)

drawn_with_replacement = Edit(
    """You drew the indices one by one, so that some samples come twice in an epoch and others not
    at all. randperm gives each of them once.""",
    {"torch.randperm(n_samples": "torch.randint(max(n_samples, 1), (n_samples,)"},
)

only_batches_shuffled = Edit(
    """You shuffled whole batches: samples that stand side by side stay together. Shuffle the
    samples.""",
    {
        "order = self._order()": "order = range(len(self.dataset))",
        "for batch in range(len(self)):": """
            batches = torch.arange(len(self))
            if self.shuffle:
                batches = torch.randperm(len(self), generator=self.generator)
            for batch in batches.tolist():
        """,
    },
)

labels_left_behind = Edit(
    """You shuffled the images without their labels. One order serves both.""",
    {
        "imgs, labels = zip(*samples, strict=True)": """
            imgs, _ = zip(*samples, strict=True)
            labels = [self.dataset[start + place][1] for place in range(len(imgs))]
        """,
    },
)

an_exhausted_iterator = Edit(
    """Your loader has batches for one epoch: from the second one on it is empty. Each iter(loader)
    begins anew.""",
    {
        "self.generator = generator": """
            self.generator = generator
            self.epoch = self._epoch()
        """,
        "def __iter__(self) -> Iterator[tuple[Tensor, Tensor]]:": """
            def __iter__(self):
                return self.epoch

            def _epoch(self):
        """,
    },
)

all_loaded_at_once = Edit(
    """You asked for all samples as the epoch began. They may not fit into memory: ask for those of
    a batch when the batch is due.""",
    {
        "for batch in range(len(self)):": """
            loaded = {index: self.dataset[index] for index in order}
            for batch in range(len(self)):
        """,
        "self.dataset[index] for": "loaded[index] for",
    },
)

tensors_for_indices = Edit(
    """You asked the data set with tensors. Those of randperm are made into ints by tolist().""",
    {"return range(n_samples)": "return torch.arange(n_samples)", ".tolist()": ""},
)

the_short_batch_always_dropped = Edit(
    """You left out the short batch, whatever drop_last says. Without drop_last the last batch is
    what is left.""",
    {" if self.drop_last else math.ceil(n_batches)": ""},
)

the_short_batch_never_dropped = Edit(
    """You kept the short batch in spite of drop_last.""",
    {"math.floor(n_batches) if self.drop_last else ": ""},
)

the_length_rounded_down = Edit(
    """You counted the whole batches alone, and yet the short one comes. The length is how many
    there are: round up, unless drop_last leaves it out.""",
    {
        " if self.drop_last else math.ceil(n_batches)": "",
        "for batch in range(len(self)):": """
            n_batches = len(order) / self.batch_size
            for batch in range(int(n_batches) if self.drop_last else math.ceil(n_batches)):
        """,
    },
)

one_batch_too_many = Edit(
    """You counted one batch more than the whole ones, even where nothing is left over. Round up:
    7 samples make 3 batches of 3, and 6 make 2.""",
    {"math.ceil(n_batches)": "math.floor(n_batches) + 1"},
)

the_number_of_samples = Edit(
    """You gave the number of samples for the length. A loader is as long as it has batches.""",
    {
        "def __len__(self) -> int:": """
            def __len__(self):
                return len(self.dataset)

            def _n_batches(self):
        """,
        "range(len(self)):": "range(self._n_batches()):",
    },
)

torchs_own = Edit(
    """You called torch's DataLoader. Here it is yours to write.""",
    {
        """
        order = self._order()
        for batch in range(len(self)):
            start = batch * self.batch_size
            samples = [self.dataset[index] for index in order[start : start + self.batch_size]]
            imgs, labels = zip(*samples, strict=True)
            yield torch.stack(imgs), torch.tensor(labels)
        """: """
        yield from torch.utils.data.DataLoader(
            self.dataset,
            self.batch_size,
            self.shuffle,
            drop_last=self.drop_last,
            generator=self.generator,
        )
        """,
    },
)
