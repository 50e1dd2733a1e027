"""Right answers to ch04_real_data/category_embedding, written differently."""

import torch
from torch.nn import functional

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "On the CPU, indexing refuses a class from C on by itself, and names it.": [
        ("(classes < 0) | (classes >= len(weight))", "classes < 0"),
        ("classes >= len(weight)", "classes > len(weight)"),
    ],
}


@instead_of("embed")
def one_hot_times_a_weight_without_padding(classes, weight, padding):
    numbers = torch.arange(len(weight), device=weight.device)
    hot = classes.unsqueeze(-1) == numbers
    if not hot.any(dim=-1).all():
        strangers = set(classes.flatten().tolist()) - set(range(len(weight)))
        raise IndexError(f"no row for {strangers}")
    return (hot & (numbers != padding)).to(weight.dtype) @ weight


@instead_of("embed")
def torchs_embedding_of_a_row_of_zeros(classes, weight, padding):
    for number in classes.flatten().tolist():
        if number not in range(len(weight)):
            raise IndexError(f"unknown class {number}")
    blank = torch.arange(len(weight), device=weight.device).unsqueeze(1) == padding
    return functional.embedding(classes, weight.masked_fill(blank, 0), padding_idx=padding)


@instead_of("embed")
def row_by_row(classes, weight, padding):
    low, high = 0, weight.shape[0] - 1
    outside = classes[(classes < low) | (classes > high)]
    if outside.numel():
        raise IndexError(f"class {int(outside[-1])} lies outside {low} to {high}")
    rows = weight.index_select(0, classes.reshape(-1)).reshape(*classes.shape, weight.shape[1])
    keep = (classes != padding).unsqueeze(-1)
    return torch.where(keep, rows, torch.zeros_like(rows))
