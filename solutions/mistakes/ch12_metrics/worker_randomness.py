"""Known wrong answers to ch12_metrics/worker_randomness."""

from katas._dojo.writing.mistakes import Edit

a_generator_in_init = Edit(
    """You keep a generator in the data set. Each worker gets a copy of it: all of them draw the
    same numbers, and in the next epoch they begin again. Draw from torch's own generator, which the
    DataLoader seeds.""",
    {
        "self.noise = noise": """
            self.noise = noise
            self.generator = torch.Generator().manual_seed(42)
        """,
        "torch.randn_like(sample)": (
            "torch.randn(sample.shape, generator=self.generator, dtype=sample.dtype)"
        ),
    },
)

a_generator_seeded_in_init = Edit(
    """You keep a generator in the data set, seeded by torch when it was made. Each worker gets a
    copy of it: all of them draw the same numbers, and in the next epoch they begin again.""",
    {
        "self.noise = noise": """
            self.noise = noise
            self.generator = torch.Generator().manual_seed(int(torch.randint(1 << 40, ())))
        """,
        "torch.randn_like(sample)": (
            "torch.randn(sample.shape, generator=self.generator, dtype=sample.dtype)"
        ),
    },
)

the_same_in_each_epoch = Edit(
    """You gave each sample the same noise in each epoch, as a seed made of its index does. What is
    always the same can be learned by heart: let it be drawn anew.""",
    {
        "torch.randn_like(sample)": (
            "torch.randn(sample.shape, generator=torch.Generator().manual_seed(index), "
            "dtype=sample.dtype)"
        ),
    },
)

the_same_noise_always = Edit(
    """You gave every sample the same noise, again and again, as a new generator does that nobody
    seeds: it always begins with the same seed. Draw from torch's own.""",
    {
        "torch.randn_like(sample)": (
            "torch.randn(sample.shape, generator=torch.Generator(), dtype=sample.dtype)"
        ),
    },
)

drawn_in_init = Edit(
    """You drew the noise of all samples when the data set was made. Each of them has the same in
    all epochs then: draw when a sample is asked for.""",
    {
        "self.noise = noise": """
            self.noise = noise
            self.drawn = torch.randn_like(samples)
        """,
        "torch.randn_like(sample)": "self.drawn[index]",
    },
)

the_seed_of_the_worker = Edit(
    """You gave all samples of a worker the same noise, as a generator does that begins anew
    whenever one is asked for. Let it go on from where it is.""",
    {
        "torch.randn_like(sample)": (
            "torch.randn(sample.shape, generator="
            "torch.Generator().manual_seed(torch.initial_seed()), dtype=sample.dtype)"
        ),
    },
)

the_seed_of_the_worker_and_sample = Edit(
    """You seeded a generator by torch's seed and by the index. Without workers that seed stays, and
    the noise of each sample with it; with them one worker's is the next one's and 1, so samples of
    the two share their noise.""",
    {
        "torch.randn_like(sample)": (
            "torch.randn(sample.shape, generator="
            "torch.Generator().manual_seed(torch.initial_seed() + index), "
            "dtype=sample.dtype)"
        ),
    },
)

the_same_seeds_in_each_epoch = Edit(
    """Your noise is the same in each epoch with workers, as from seeds that are made of the number
    of a worker, or of a count in the data set: in each epoch workers begin anew, and so do their
    copies of a count. Draw from torch's own generator, which the DataLoader seeds.""",
    {
        "self.noise = noise": """
            self.noise = noise
            self.count = 0
        """,
        "sample = self.samples[index]": """
            sample = self.samples[index]
            self.count += 1
            generator = torch.Generator().manual_seed(1000 * self.count + index)
        """,
        "torch.randn_like(sample)": (
            "torch.randn(sample.shape, generator=generator, dtype=sample.dtype)"
        ),
    },
)

another_source = Edit(
    """You drew random numbers that torch.manual_seed does not seed: Python's, or NumPy's. Without
    workers nobody can repeat them then.""",
    {
        "torch.randn_like(sample)": (
            "sample.new_tensor([random.gauss(0, 1) for _ in range(sample.numel())])"
            ".view(sample.shape)"
        ),
        "import torch": "import random\n\nimport torch",
    },
)

seeded_by_chance = Edit(
    """You drew from a new generator with a seed that nobody can repeat. Draw from torch's own,
    which is seeded by the DataLoader, or by torch.manual_seed.""",
    {
        "torch.randn_like(sample)": (
            "torch.randn(sample.shape, generator=torch.Generator().manual_seed("
            "random.SystemRandom().getrandbits(60)), dtype=sample.dtype)"
        ),
        "import torch": "import random\n\nimport torch",
    },
)

added_in_place = Edit(
    """You added the noise to the samples that are kept. Whoever asks again gets the old noise and
    the new: make a new tensor.""",
    {
        "return sample + self.noise * torch.randn_like(sample)": (
            "return sample.add_(self.noise * torch.randn_like(sample))"
        ),
    },
)

one_number_for_a_sample = Edit(
    """You drew one number for a whole sample. Each element has noise of its own.""",
    {"torch.randn_like(sample)": "torch.randn((), dtype=sample.dtype)"},
)

uniform_noise = Edit(
    """You drew uniform noise. It is to be normal, with the standard deviation that is given.""",
    {"torch.randn_like(sample)": "(2 * torch.rand_like(sample) - 1)"},
)

not_scaled = Edit(
    """You left out how strong the noise is. Multiply what randn gives, with its standard deviation
    of 1, by it.""",
    {"self.noise * torch": "torch"},
)

in_float32 = Edit(
    """You drew the noise in float32, which makes float32 of a bfloat16 sample. It has the dtype of
    the sample.""",
    {"torch.randn_like(sample)": "torch.randn(sample.shape)"},
)
