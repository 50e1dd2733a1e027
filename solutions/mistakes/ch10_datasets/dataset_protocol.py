"""Known wrong answers to ch10_datasets/dataset_protocol."""

from katas._dojo.writing.mistakes import Edit

transformed_when_it_was_built = Edit(
    """You transformed all samples when the dataset was built. A random transform then gives the
    same image in every epoch: apply it in __getitem__, at each access.""",
    {
        "self.samples = samples": """
            self.samples = [transform(sample) for sample in samples] if transform else samples
        """,
        """
        if self.transform is not None:
            sample = self.transform(sample)
        return
        """: "return",
    },
)

what_was_transformed_is_kept = Edit(
    """You keep what the transform gave, and hand the same out again. A random transform has to
    run anew at each access.""",
    {
        "from collections.abc": "import functools\nfrom collections.abc",
        "def __getitem__": "@functools.cache\ndef __getitem__",
    },
)

written_back_into_the_samples = Edit(
    """You stored the transformed sample where the sample was. At the next access it is
    transformed again: leave the stored samples alone.""",
    {"sample = self.transform(sample)": "sample = self.samples[index] = self.transform(sample)"},
)

the_transform_forgotten = Edit(
    """Your items hold the samples as they were given: the transform was never called, or what it
    returned was not kept.""",
    {"sample = self.transform(sample)": "self.transform(sample)"},
)

a_transform_asked_whether_it_is_true = Edit(
    """You asked whether the transform is true. A callable object can count as false, an empty
    container of transforms for one: ask whether it is None.""",
    {"if self.transform is not None:": "if self.transform:"},
)

an_index_that_wraps_round = Edit(
    """You took the index modulo the length. Past the end it begins again, and a for over the
    dataset never ends: raise IndexError.""",
    {
        "sample, target = self.samples[index], self.targets[index]": """
            index = index % len(self)
            sample, target = self.samples[index], self.targets[index]
        """,
    },
)

wrapping_below_the_start = Edit(
    """You added the length to a negative index without a look at what came out. If it is still
    negative, the index lies before the start, and that is an IndexError.""",
    {
        "sample, target = self.samples[index], self.targets[index]": """
            if index < 0:
                index += len(self)
            sample, target = self.samples[index], self.targets[index]
        """,
    },
)

no_negative_indices = Edit(
    """You refuse negative indices. As in a list, -1 is the last item.""",
    {
        "sample, target = self.samples[index], self.targets[index]": """
            if not 0 <= index < len(self):
                raise IndexError(index)
            sample, target = self.samples[index], self.targets[index]
        """,
    },
)

lengths_not_compared = Edit(
    """You take samples and targets of different lengths. Samples without a target are a mistake in
    the data, and nobody will hear of it: raise ValueError.""",
    {
        """
        if len(samples) != len(targets):
            raise ValueError(f"{len(samples)} samples, but {len(targets)} targets")
        self.samples
        """: "self.samples",
    },
)

an_error_without_the_lengths = Edit(
    """Your error does not say how many samples and how many targets there are. Name both
    lengths: whoever reads it has to find out which is wrong.""",
    {
        'f"{len(samples)} samples, but {len(targets)} targets"': """
            "samples and targets must have the same length"
        """,
    },
)

lengths_asserted = Edit(
    """You check the lengths with assert, which python -O leaves out. Raise ValueError.""",
    {
        """
        if len(samples) != len(targets):
            raise ValueError(f"{len(samples)} samples, but {len(targets)} targets")
        """: "assert len(samples) == len(targets)",
    },
)

off_by_one = Edit(
    """Your length is one short: an index is at most len - 1, the length itself is not. The last
    sample would never be seen.""",
    {"return len(self.samples)": "return len(self.samples) - 1"},
)

a_lambda_kept = Edit(
    """Your dataset cannot be pickled though what it was given can, as when it keeps a lambda of its
    own: no worker process could be given it. Keep None, and ask for it in __getitem__.""",
    {
        "self.transform = transform": """
            self.transform = (lambda sample: sample) if transform is None else transform
        """,
    },
)

kept_on_the_class = Edit(
    """Your datasets share their data, as they do when it is kept on the class: the validation data
    have replaced the training data. Keep them on self.""",
    {
        "self.samples = samples": "ArrayDataset.samples = samples",
        "self.targets = targets": "ArrayDataset.targets = targets",
    },
)

every_sample_made_a_float_tensor = Edit(
    """You made float32 of every tensor. The dataset hands out what it was given; a change of
    dtype is a transform's business.""",
    {
        "sample, target = self.samples[index], self.targets[index]": """
            sample, target = self.samples[index], self.targets[index]
            if isinstance(sample, Tensor):
                sample = sample.float()
        """,
    },
)
