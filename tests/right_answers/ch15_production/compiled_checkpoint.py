"""Right answers to ch15_production/compiled_checkpoint, written differently."""

import re

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "Neither needs the other.": [
        (
            """
            saved = {_uncompiled(name): weight for name, weight in torch.load(path).items()}
            names = {_uncompiled(name): name for name in model.state_dict()}
            """,
            """
            names = {_uncompiled(name): name for name in model.state_dict()}
            saved = {_uncompiled(name): weight for name, weight in torch.load(path).items()}
            """,
        ),
    ],
}


def _plain(name):
    return re.sub(r"(?<![^.])_orig_mod\.", "", name)


@instead_of("save_weights")
def by_a_pattern(model, path):
    torch.save({_plain(name): it for name, it in model.state_dict().items()}, path)


def _bare(module):
    """The module as written, its parts as well; for what was saved before, each is put back."""
    if "_orig_mod" in module._modules:
        return _bare(module._orig_mod)
    return module


def _weights(module, prefix=""):
    module = _bare(module)
    own = dict(module._parameters)
    kept = {
        k: it for k, it in module._buffers.items() if k not in module._non_persistent_buffers_set
    }
    found = {prefix + k: it for k, it in {**own, **kept}.items() if it is not None}
    for name, child in module.named_children():
        found.update(_weights(child, f"{prefix}{name}."))
    return found


@instead_of("save_weights")
def by_walking(model, path):
    torch.save({name: it.detach() for name, it in _weights(model).items()}, path)


@instead_of("load_weights")
def copied_one_by_one(model, path):
    saved = {_plain(name): it for name, it in torch.load(path).items()}
    weights = _weights(model)
    if odd := saved.keys() ^ weights.keys():
        raise RuntimeError(f"missing or unexpected: {', '.join(sorted(odd))}")
    with torch.no_grad():
        for name, it in weights.items():
            it.copy_(saved[name])


@instead_of("load_weights")
def renamed(model, path):
    weights = torch.load(path)
    for name in list(weights):
        weights[_plain(name)] = weights.pop(name)
    for name in model.state_dict():
        if _plain(name) in weights:
            weights[name] = weights.pop(_plain(name))
    model.load_state_dict(weights)
