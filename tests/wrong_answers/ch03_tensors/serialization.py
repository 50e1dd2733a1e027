"""Wrong answers to ch03_tensors/serialization, as people write them."""

import pickle

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("save")
def of_the_book(x, path):
    """A view brings its storage.

    Known: the_whole_storage.
    """
    with open(path, "wb") as f:
        torch.save(x, f)


@instead_of("save")
def detached(x, path):
    """A detached tensor has the same storage.

    Known: the_whole_storage.
    """
    torch.save(x.detach().cpu(), path)


@instead_of("load")
def moved_too_late(path):
    """The device is needed before.

    Known: onto_the_old_device.
    """
    x = torch.load(path, weights_only=True)
    return x.to("cpu")


@instead_of("load")
def without_a_care(path):
    """Code is run, and the device is the old one.

    Known: onto_the_old_device, code_run.
    """
    return torch.load(path, weights_only=False)


@instead_of("save")
def by_pickle(x, path):
    """Not a file of torch.save.

    Known: pickled.
    """
    with open(path, "wb") as file:
        pickle.dump(x.detach().clone(), file)


@instead_of("load")
def moved_too_late_and_run(path):
    """Read onto the old device, and code with it.

    Known: onto_the_old_device, code_run.
    """
    return torch.load(path, weights_only=False).cpu()
