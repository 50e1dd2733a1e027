"""Right answers to ch13_segmentation/training_crop, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "The mask is as high and as wide as the chunk.": [
        ("height, width = chunk.shape", "height, width = mask.shape"),
    ],
    "A slice takes a tensor of one integer for its ends.": [
        (
            f"int(torch.randint({size} - size + 1, (), generator=generator))",
            f"torch.randint({size} - size + 1, (), generator=generator)",
        )
        for size in ("height", "width")
    ],
}


@instead_of("training_crop")
def as_the_book_cuts(ct_a, pos_a, size, generator):
    row_offset = torch.randint(0, ct_a.shape[1] - size + 1, (1,), generator=generator).item()
    col_offset = torch.randint(0, ct_a.shape[2] - size + 1, (1,), generator=generator).item()
    ct_t = ct_a[:, row_offset : row_offset + size, col_offset : col_offset + size].clone()
    pos_t = pos_a[:, row_offset : row_offset + size, col_offset : col_offset + size].clone()
    return ct_t, pos_t


@instead_of("training_crop")
def one_number_for_the_place(chunk, mask, size, generator):
    across = chunk.shape[2] - size + 1
    n_places = (chunk.shape[1] - size + 1) * across
    row, column = divmod(torch.randperm(n_places, generator=generator)[0].item(), across)
    cut = [it.narrow(1, row, size).narrow(2, column, size) for it in (chunk, mask)]
    return tuple(torch.empty_like(it).copy_(it) for it in cut)


@instead_of("training_crop")
def by_indices(chunk, mask, size, generator):
    places = []
    for have in chunk.shape[1:]:
        start = int(torch.rand((), generator=generator, dtype=torch.float64) * (have - size + 1))
        places.append(torch.arange(start, start + size, device=chunk.device))
    rows, columns = places
    return tuple(it[:, rows[:, None], columns] for it in (chunk, mask))
