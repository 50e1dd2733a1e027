"""Right answers to ch02_pretrained/eval_mode, written differently."""

import copy

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "Inference mode is no_grad, and more.": [("torch.no_grad()", "torch.inference_mode()")],
}


@instead_of("predict")
def with_a_finally(model, batch):
    modes = {module: module.training for module in model.modules()}
    try:
        with torch.inference_mode():
            return model.eval()(batch)
    finally:
        for module, training in modes.items():
            module.training = training


@instead_of("predict")
def by_a_copy(model, batch):
    with torch.no_grad():
        return copy.deepcopy(model).eval()(batch)


@instead_of("predict")
def step_by_step(model, batch):
    was_training, had_gradients = model.training, torch.is_grad_enabled()
    torch.set_grad_enabled(False)
    model.train(False)
    out = model(batch)
    if was_training:
        model.train()
    torch.set_grad_enabled(had_gradients)
    return out
