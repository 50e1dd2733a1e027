"""Right answers to ch12_metrics/noise_augmentation, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "What is normal around 0 is so with the other sign, too.": [
        ("resampled + noise", "resampled - noise"),
    ],
}


@instead_of("augment")
def in_place_on_a_copy(crop, resample, noise, generator, training):
    if not training:
        return crop.clone()
    augmented = resample(crop.clone()).clone(memory_format=torch.contiguous_format)
    noise_t = torch.empty_like(augmented).normal_(generator=generator)
    noise_t *= noise
    augmented += noise_t
    return augmented


@instead_of("augment")
def around_the_resampled(crop, resample, noise, generator, training):
    if training:
        mean = resample(crop)
        wide = mean.double()
        noisy = torch.normal(wide, torch.full_like(wide, noise), generator=generator)
        return noisy.to(mean.dtype)
    return crop


@instead_of("augment")
def normal_around_the_resampled(crop, resample, noise, generator, training):
    return torch.normal(resample(crop), noise, generator=generator) if training else crop
