import torch
from torch import nn


def save_weights(model: nn.Module, path: str) -> None:
    weights = model.state_dict()
    torch.save({_uncompiled(name): weights[name] for name in weights}, path)


def load_weights(model: nn.Module, path: str) -> None:
    saved = {_uncompiled(name): weight for name, weight in torch.load(path).items()}
    names = {_uncompiled(name): name for name in model.state_dict()}
    model.load_state_dict({names.get(name, name): saved[name] for name in saved})


def _uncompiled(name: str) -> str:
    return ".".join(part for part in name.split(".") if part != "_orig_mod")
