"""Right answers to ch08_convolutions/save_and_load, written differently.

Each of them reads and writes files that the others can read.
"""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("save_checkpoint")
def by_an_open_file(path, model, optimizer, epoch):
    checkpoint = {"epoch": epoch}
    for name, thing in (("optimizer", optimizer), ("model", model)):
        checkpoint[name] = thing.state_dict()
    with open(path, "wb") as file:
        torch.save(checkpoint, file)


@instead_of("save_checkpoint")
def from_the_cpu(path, model, optimizer, epoch):
    weights = {name: tensor.detach().cpu() for name, tensor in model.state_dict().items()}
    checkpoint = {"model": weights, "optimizer": optimizer.state_dict(), "epoch": epoch}
    torch.save(checkpoint, str(path))


@instead_of("load_checkpoint")
def onto_the_device_of_the_model(path, model, optimizer):
    device = next(model.parameters()).device
    checkpoint = torch.load(path, map_location=device, weights_only=True)
    model.load_state_dict(checkpoint.pop("model"), strict=True)
    optimizer.load_state_dict(checkpoint.pop("optimizer"))
    return int(checkpoint["epoch"])


@instead_of("load_checkpoint")
def tensor_by_tensor(path, model, optimizer):
    with open(path, "rb") as file:
        checkpoint = torch.load(file, map_location=lambda storage, location: storage)
    state = model.state_dict()
    if state.keys() ^ checkpoint["model"].keys():
        raise RuntimeError("the file is of another model")
    for name, tensor in state.items():
        tensor.copy_(checkpoint["model"][name])
    optimizer.load_state_dict(checkpoint["optimizer"])
    return checkpoint["epoch"]
