"""Right answers to ch02_pretrained/load_weights, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "Since torch 2.6 weights_only is True unless told otherwise.": [
        ("torch.load(path, weights_only=True)", "torch.load(path)"),
    ],
}


@instead_of("load_weights")
def as_the_book_does(build, path):
    net = build()
    model_data = torch.load(path)
    net.load_state_dict(model_data)
    net.eval()
    return net


@instead_of("load_weights")
def from_an_open_file(build, path):
    with open(path, "rb") as file:
        weights = torch.load(file, map_location="cpu", weights_only=True)
    net = build().train(False)
    missing, unexpected = net.load_state_dict(weights, strict=False)
    if missing or unexpected:
        raise RuntimeError(f"missing: {missing}, unexpected: {unexpected}")
    return net


@instead_of("load_weights")
def assigned(build, path):
    net = build()
    first = next(net.parameters())
    net.load_state_dict(torch.load(str(path), map_location=first.device), assign=True)
    return net.eval()
