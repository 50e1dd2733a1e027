"""Wrong answers to ch03_tensors/dtypes, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("nearest_integers")
def only_converted(x):
    """Cut off, not rounded.

    Known: cut_off.
    """
    return x.to(dtype=torch.int64)


@instead_of("nearest_integers")
def half_more(x):
    """Negative numbers are one too large, and int32 ends too soon.

    Known: half_added, int32_for_int64.
    """
    half = torch.full_like(x, 0.5)
    return torch.add(x, half).int()


@instead_of("mean_image")
def converted_too_late(a, b):
    """The sum has begun again at 0 before it is converted.

    Known: wrapped_around.
    """
    total = a + b
    return total.float() * 0.5


@instead_of("mean_image")
def in_uint8_to_the_end(a, b):
    """The sum begins again at 0, and half of it is a whole number.

    Known: wrapped_around, halves_lost.
    """
    return (a + b) // 2


@instead_of("mean_image")
def without_floats(a, b):
    """Halves are lost.

    Known: halves_lost.
    """
    return torch.div(a.int() + b.int(), 2, rounding_mode="floor").float()


@instead_of("held_exactly")
def compared_as_they_are(x):
    """An int64 and a float32 are compared as float32.

    Known: every_integer_held.
    """
    as_floats = x.to(torch.float32)
    return torch.eq(as_floats, x)


@instead_of("held_exactly")
def by_the_largest(x):
    """Some above are held.

    Known: none_above_2_to_the_24.
    """
    return (x <= 2**24) & (x >= -(2**24))


@instead_of("nearest_integers")
def by_int(x):
    """Right about positive numbers only, and int32.

    Known: half_added, int32_for_int64.
    """
    return (x + 0.5).int()


@instead_of("held_exactly")
def up_to_2_to_the_24(x):
    """Negative numbers are below any bound.

    Known: negative_numbers_forgotten.
    """
    return x <= 2**24
