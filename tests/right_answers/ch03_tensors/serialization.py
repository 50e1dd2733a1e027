"""Right answers to ch03_tensors/serialization, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "Since torch 2.6 it is the default.": [(", weights_only=True", "")],
}


@instead_of("save")
def into_an_open_file(x, path):
    with open(path, "wb") as file:
        torch.save(x.detach().clone(), file)


@instead_of("save")
def copied_to_the_cpu(x, path):
    torch.save(torch.empty(x.shape, dtype=x.dtype).copy_(x), str(path))


@instead_of("load")
def from_an_open_file(path):
    with path.open("rb") as file:
        return torch.load(file, map_location=torch.device("cpu"))


@instead_of("load")
def placed_by_a_function(path):
    return torch.load(path, lambda storage, location: storage)
