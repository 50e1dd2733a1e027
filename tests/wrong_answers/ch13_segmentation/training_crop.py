"""Wrong answers to ch13_segmentation/training_crop, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


def _offset(have, size, generator, extra=1):
    return torch.randint(0, have - size + extra, (1,), generator=generator).item()


@instead_of("training_crop")
def cut_twice(chunk, mask, size, generator):
    """Image and mask have a window each.

    Known: two_windows.
    """

    def cut(it):
        top = _offset(it.shape[1], size, generator)
        left = _offset(it.shape[2], size, generator)
        return it[:, top : top + size, left : left + size].clone()

    return cut(chunk), cut(mask)


@instead_of("training_crop")
def without_a_copy(chunk, mask, size, generator):
    """Both are views.

    Known: a_view_of_the_chunk, a_view_of_the_mask.
    """
    y = _offset(chunk.size(1), size, generator)
    x = _offset(chunk.size(2), size, generator)
    return chunk[:, y : y + size, x : x + size], mask[:, y : y + size, x : x + size]


@instead_of("training_crop")
def the_range_of_python(chunk, mask, size, generator):
    """The last place is never drawn, except where it is the only one.

    Known: the_last_place_never_drawn_of_the_book.
    """
    spare = [n - size for n in chunk.shape[-2:]]
    y, x = (_offset(n, 0, generator, 0) if n else 0 for n in spare)
    return chunk[:, y : y + size, x : x + size].clone(), mask[:, y : y + size, x : x + size].clone()


@instead_of("training_crop")
def global_randomness_and_long(chunk, mask, size, generator):
    """torch's own generator draws, and the mask becomes one of integers.

    Known: from_torchs_generator, integers_of_the_book.
    """
    y = torch.randint(0, chunk.shape[1] - size + 1, (1,)).item()
    x = torch.randint(0, chunk.shape[2] - size + 1, (1,)).item()
    window = chunk[:, y : y + size, x : x + size]
    label = mask[:, y : y + size, x : x + size]
    return window.clone(), label.clone().long()


@instead_of("training_crop")
def copied_by_contiguous(chunk, mask, size, generator):
    """A window that is as large as the chunk is no copy.

    Known: contiguous_for_a_copy.
    """
    top, left = (
        int(torch.randint(n - size + 1, (1,), generator=generator)) for n in chunk.shape[1:]
    )
    window = slice(top, top + size), slice(left, left + size)
    return chunk[:, *window].contiguous(), mask[:, *window].contiguous()


@instead_of("training_crop")
def up_to_the_difference(chunk, mask, size, generator):
    """The last place is left out, and where the window just fits there is none.

    Known: the_last_place_never_drawn_of_the_book.
    """
    row = torch.randint(0, chunk.shape[1] - size, (1,), generator=generator).item()
    col = torch.randint(0, chunk.shape[2] - size, (1,), generator=generator).item()
    window = chunk[:, row : row + size, col : col + size].clone()
    return window, mask[:, row : row + size, col : col + size].clone()


@instead_of("training_crop")
def a_share_of_the_difference(chunk, mask, size, generator):
    """Both ends are rounded to half as often, and the mask is in floats.

    Known: ends_half_as_often.
    """
    row = round(torch.rand(1, generator=generator).item() * (chunk.shape[1] - size))
    col = round(torch.rand(1, generator=generator).item() * (chunk.shape[2] - size))
    window = chunk[:, row : row + size, col : col + size].clone()
    return window, mask[:, row : row + size, col : col + size].float()


@instead_of("training_crop")
def one_mask(chunk, mask, size, generator):
    """Of several masks the first is left, at a place that goes by the height alone.

    Known: the_first_mask_alone, as_if_it_were_square.
    """
    row, col = torch.randint(0, chunk.shape[1] - size + 1, (2,), generator=generator).tolist()
    window = chunk[:, row : row + size, col : col + size].clone()
    return window, mask[:1, row : row + size, col : col + size].clone()
