"""Wrong answers to ch02_pretrained/eval_mode, as people write them."""

import torch
from torch import nn

from katas._dojo.writing.mistakes import instead_of


@instead_of("predict")
def only_without_gradients(model, batch):
    """no_grad is taken for eval mode.

    Known: eval_forgotten.
    """
    with torch.no_grad():
        return model(batch)


@instead_of("predict")
def eval_and_go(model, batch):
    """The model stays in eval mode, and a graph is built.

    Known: the_two_lines_of_the_book.
    """
    model.eval()
    return model(batch)


@instead_of("predict")
def always_back_to_training(model, batch):
    """A model that was in eval mode is in train mode afterwards.

    Known: in_train_mode_afterwards.
    """
    model.eval()
    with torch.inference_mode():
        result = model(batch)
    model.train()
    return result


@instead_of("predict")
def detached_at_the_end(model, batch):
    """A graph is built first, and cut off afterwards.

    Known: detached_afterwards.
    """
    mode = model.training
    out = model.eval()(batch).detach()
    model.train(mode)
    return out


@instead_of("predict")
def dropout_switched_off(model, batch):
    """Only dropout layers are switched, and they are left so; gradients are recorded.

    Known: eval_taken_for_no_grad, the_flag_of_the_model_alone.
    """
    for module in model.modules():
        if isinstance(module, nn.Dropout):
            module.eval()
    return model(batch)


@instead_of("predict")
def frozen_meanwhile(model, batch):
    """Nothing requires a gradient, and yet gradients are on; eval mode is for ever.

    Known: detached_afterwards, left_in_eval_mode.
    """
    model.train(False)
    for p in model.parameters():
        p.requires_grad = False
    out = model(batch)
    for p in model.parameters():
        p.requires_grad = True
    return out
