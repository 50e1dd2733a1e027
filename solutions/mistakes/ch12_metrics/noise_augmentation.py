"""Known wrong answers to ch12_metrics/noise_augmentation."""

from katas._dojo.writing.mistakes import Edit

in_place = Edit(
    """You added the noise in place. The book may, where grid_sample has just made the tensor; here
    resample may return the crop itself, and the cache holds a noisy one then, noisier after each
    epoch.""",
    {
        "return resampled + noise * drawn": """
            resampled += noise * drawn
            return resampled
        """,
    },
)

into_the_crop = Edit(
    """You added the noise to the crop itself. A cache holds it: each epoch would begin with the
    noise of all before. Make a new tensor.""",
    {
        "resampled = resample(crop)": """
            drawn = torch.randn(crop.shape, generator=generator, dtype=crop.dtype)
            crop += noise * drawn
        """,
        "drawn = torch.randn(resampled.shape, generator=generator, dtype=resampled.dtype)": "",
        "return resampled + noise * drawn": "return resample(crop)",
    },
)

noise_before_resampling = Edit(
    """Your noise is resampled, too. Where that averages neighbours, it smooths the noise away: draw
    it for what resample returns, and add it to that.""",
    {
        "resampled = resample(crop)": "resampled = crop",
        "return resampled + noise * drawn": "return resample(resampled + noise * drawn)",
    },
)

not_resampled = Edit(
    """You added the noise to the crop as it was. It is the resampled one that gets it.""",
    {"resampled = resample(crop)": "resampled = crop"},
)

one_number_for_all_voxels = Edit(
    """You drew one number for all voxels. Each has noise of its own.""",
    {"torch.randn(resampled.shape, ": "torch.randn((), "},
)

cut_off_at_air = Edit(
    """You cut off what lies below air, or above bone. Around -1000 all noise is upwards then, and
    what is air becomes lighter: add it as it is.""",
    {"resampled + noise * drawn": "(resampled + noise * drawn).clamp(-1000, 1000)"},
)

uniform_noise = Edit(
    """You drew uniform noise from -1 to 1. It is to be normal, which has a standard deviation of 1:
    randn.""",
    {"torch.randn(": "2 * torch.rand(", "noise * drawn": "noise * (drawn - 1)"},
)

noise_of_one_sign = Edit(
    """You made all voxels lighter. Noise has both signs, and a mean of 0: randn.""",
    {"torch.randn(": "torch.rand("},
)

noise_as_a_variance = Edit(
    """You took the noise for a variance. It is the standard deviation: multiply with it.""",
    {"noise * drawn": "noise**0.5 * drawn"},
)

noise_as_a_factor = Edit(
    """You multiplied the noise with the values, so that -1000 gets much of it and water none. It is
    added, in Hounsfield units.""",
    {"resampled + noise * drawn": "resampled * (1 + noise / 1000 * drawn)"},
)

the_same_noise_each_time = Edit(
    """You began with the same seed each time, so every epoch has the same noise, which can be
    learned by heart. Let the generator go on from where it is.""",
    {
        "drawn = torch.randn": """
            generator.manual_seed(generator.initial_seed())
            drawn = torch.randn
        """,
    },
)

the_global_generator = Edit(
    """You drew from torch's own generator. Use the one that is given: whoever seeds it can repeat
    the noise.""",
    {"generator=generator, ": ""},
)

validation_noisy = Edit(
    """You augmented for validation, too. The same crop has to score the same in each epoch: leave
    it as it is.""",
    {"if not training:": "if False:"},
)

validation_resampled = Edit(
    """You resampled for validation. Only what is for training is augmented: leave the crop as it
    is.""",
    {"return crop\n": "return resample(crop)\n"},
)

in_float32 = Edit(
    """You drew the noise in float32, whatever the crop is. The result has the dtype of what
    resample returns.""",
    {"dtype=resampled.dtype": "dtype=torch.float32"},
)
