"""Wrong answers to ch12_metrics/noise_augmentation, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("augment")
def added_in_place(crop, resample, noise, generator, training):
    """What resample returns is changed, as in the book.

    Known: in_place.
    """
    if not training:
        return crop
    augmented_chunk = resample(crop)
    noise_t = torch.randn(augmented_chunk.shape, generator=generator, dtype=augmented_chunk.dtype)
    noise_t *= noise
    augmented_chunk += noise_t
    return augmented_chunk


@instead_of("augment")
def noise_and_then(crop, resample, noise, generator, training):
    """The noise is resampled, too.

    Known: noise_before_resampling.
    """
    if training:
        noisy = crop + noise * torch.randn(crop.shape, generator=generator, dtype=crop.dtype)
        return resample(noisy)
    return crop


@instead_of("augment")
def one_number(crop, resample, noise, generator, training):
    """All voxels get the same noise.

    Known: one_number_for_all_voxels.
    """
    if not training:
        return crop
    return resample(crop) + noise * torch.randn((), generator=generator, dtype=crop.dtype)


@instead_of("augment")
def with_randn_like(crop, resample, noise, generator, training):
    """The noise comes from torch's own generator.

    Known: the_global_generator.
    """
    if not training:
        return crop
    resampled = resample(crop)
    return resampled + torch.randn_like(resampled) * noise


@instead_of("augment")
def always_resampled(crop, resample, noise, generator, training):
    """For validation it is resampled, and with uniform noise for training.

    Known: validation_resampled, uniform_noise.
    """
    result = resample(crop)
    if training:
        uniform = torch.rand(result.shape, generator=generator, dtype=result.dtype)
        result = result + noise * (2 * uniform - 1)
    return result


@instead_of("augment")
def uniform(crop, resample, noise, generator, training):
    """The noise is uniform.

    Known: uniform_noise.
    """
    if not training:
        return crop
    moved = resample(crop).clone()
    moved += (torch.rand(moved.shape, generator=generator, dtype=moved.dtype) * 2 - 1) * noise
    return moved


@instead_of("augment")
def both_resampled(crop, resample, noise, generator, training):
    """The noise is resampled by itself.

    Known: noise_before_resampling.
    """
    if not training:
        return crop
    drawn = torch.randn(crop.shape, generator=generator, dtype=crop.dtype)
    return resample(crop) + resample(noise * drawn)


@instead_of("augment")
def drawn_for_nothing(crop, resample, noise, generator, training):
    """For validation noise is drawn, and not used.

    Known: nothing.
    """
    moved = resample(crop)
    drawn = torch.randn(moved.shape, generator=generator, dtype=moved.dtype)
    return moved + noise * drawn if training else crop


@instead_of("augment")
def the_same_for_each_slice(crop, resample, noise, generator, training):
    """One slice of noise is added to all of them.

    Known: nothing.
    """
    if not training:
        return crop
    moved = resample(crop)
    return moved + noise * torch.randn(moved.shape[-2:], generator=generator, dtype=moved.dtype)


@instead_of("augment")
def in_the_dtype_of_the_crop(crop, resample, noise, generator, training):
    """The noise has the dtype of the crop, not of what resample returns.

    Known: nothing.
    """
    if not training:
        return crop
    moved = resample(crop)
    return moved + noise * torch.randn(moved.shape, generator=generator, dtype=crop.dtype)


@instead_of("augment")
def slice_by_slice(crop, resample, noise, generator, training):
    """Each slice has a generator of its own, seeded alike each time.

    Known: the_same_noise_each_time.
    """
    if not training:
        return crop
    moved = resample(crop).clone()
    for n in range(len(moved)):
        own = torch.Generator().manual_seed(generator.initial_seed() + n)
        moved[n] += noise * torch.randn(moved[n].shape, generator=own).to(moved.dtype)
    return moved
