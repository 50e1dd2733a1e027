"""Known wrong answers to ch05_mechanics/grad_modes."""

import copy
from contextlib import contextmanager

import torch
from torch import nn

from katas._dojo.writing.mistakes import instead_of
from solutions.katas.ch05_mechanics.grad_modes import calc_forward


@instead_of("calc_forward")
def always_recorded(model, loss_fn, t_u, t_c, is_train):
    """You left grad mode as it was. Validation then builds a record that nobody needs: switch by
    is_train."""
    return loss_fn(model(t_u), t_c)


@instead_of("calc_forward")
def never_recorded(model, loss_fn, t_u, t_c, is_train):
    """You switched grad mode off for training as well. Nothing is recorded, so backward has
    nowhere to go: switch by is_train."""
    with torch.no_grad():
        return loss_fn(model(t_u), t_c)


@instead_of("calc_forward")
def no_grad_without_its_opposite(model, loss_fn, t_u, t_c, is_train):
    """You switched off to validate, but took grad mode to be on for training. The caller may have
    it off: set_grad_enabled(is_train) sets it both ways."""
    if is_train:
        return loss_fn(model(t_u), t_c)
    with torch.no_grad():
        return loss_fn(model(t_u), t_c)


@instead_of("calc_forward")
def detached_afterwards(model, loss_fn, t_u, t_c, is_train):
    """You detached the loss of a forward that was recorded. The record was built all the same:
    switch grad mode off before model runs."""
    loss = loss_fn(model(t_u), t_c)
    return loss if is_train else loss.detach()


@instead_of("calc_forward")
def the_model_outside(model, loss_fn, t_u, t_c, is_train):
    """You ran the model ahead of the with block. Most of the record is the model's: both calls
    belong inside."""
    t_p = model(t_u)
    with torch.set_grad_enabled(is_train):
        return loss_fn(t_p, t_c)


@instead_of("calc_forward")
def eval_for_no_grad(model, loss_fn, t_u, t_c, is_train):
    """You put the model in eval mode to validate. That changes dropout and batch norm and records
    as before; grad mode is another switch."""
    if isinstance(model, nn.Module):
        model.train(is_train)
    return loss_fn(model(t_u), t_c)


@instead_of("calc_forward")
def the_training_flag_as_well(model, loss_fn, t_u, t_c, is_train):
    """You set the model's training flag as well. Which mode the model runs in is for its owner to
    say: only grad mode goes by is_train."""
    if isinstance(model, nn.Module):
        model.train(is_train)
    return calc_forward(model, loss_fn, t_u, t_c, is_train)


@instead_of("calc_forward")
def the_switch_left(model, loss_fn, t_u, t_c, is_train):
    """You called set_grad_enabled and left it there. The caller's mode has to come back: use it in
    a with statement."""
    torch.set_grad_enabled(is_train)
    return loss_fn(model(t_u), t_c)


@instead_of("calc_forward")
def the_switch_left_after_an_error(model, loss_fn, t_u, t_c, is_train):
    """You put the mode back only if nothing went wrong. When model raises, that line is never
    reached: use a with statement, or finally."""
    found = torch.is_grad_enabled()
    torch.set_grad_enabled(is_train)
    loss = loss_fn(model(t_u), t_c)
    torch.set_grad_enabled(found)
    return loss


@instead_of("calc_forward")
def requires_grad_by_hand(model, loss_fn, t_u, t_c, is_train):
    """You set requires_grad on a loss that was not recorded. It then goes backward to itself and
    no further: record while it is computed."""
    with torch.no_grad():
        return loss_fn(model(t_u), t_c).requires_grad_(is_train)


@instead_of("calc_forward")
def backward_at_once(model, loss_fn, t_u, t_c, is_train):
    """You called backward in here. That is the caller's next line: only return the loss."""
    loss = calc_forward(model, loss_fn, t_u, t_c, is_train)
    if is_train:
        loss.backward(retain_graph=True)
    return loss


@instead_of("calc_forward")
def by_the_training_flag(model, loss_fn, t_u, t_c, is_train):
    """You recorded whenever the model is in training mode. The flag is the model's own affair:
    grad mode goes by is_train."""
    return calc_forward(model, loss_fn, t_u, t_c, getattr(model, "training", is_train))


@instead_of("calc_forward")
def the_parameters_switched(model, loss_fn, t_u, t_c, is_train):
    """You set requires_grad on the parameters. It stays when you are done, and a frozen one may
    come alive: grad mode switches recording without touching the model."""
    for parameter in getattr(model, "parameters", list)():
        parameter.requires_grad_(is_train)
    return calc_forward(model, loss_fn, t_u, t_c, is_train)


@instead_of("calc_forward")
def the_target_first(model, loss_fn, t_u, t_c, is_train):
    """You handed the target over first. A loss takes the prediction, then the target."""
    return calc_forward(model, lambda t_p, t_c: loss_fn(t_c, t_p), t_u, t_c, is_train)


@instead_of("grad_mode")
@contextmanager
def never_put_back(enabled):
    """You switched grad mode and never put it back. What was there comes back behind the block."""
    torch.set_grad_enabled(enabled)
    yield


@instead_of("grad_mode")
@contextmanager
def put_back_to_on(enabled):
    """You switched grad mode on behind the block. It may have been off before: remember what you
    find, and put that back."""
    torch.set_grad_enabled(enabled)
    try:
        yield
    finally:
        torch.set_grad_enabled(True)


@instead_of("grad_mode")
@contextmanager
def put_back_to_the_opposite(enabled):
    """You put back the opposite of what was asked for. It may have been the same before: remember
    what you find, and put that back."""
    torch.set_grad_enabled(enabled)
    try:
        yield
    finally:
        torch.set_grad_enabled(not enabled)


@instead_of("grad_mode")
@contextmanager
def not_put_back_after_an_exception(enabled):
    """You put the mode back only if the block ends well. An exception comes out at yield and skips
    what follows: put it back in finally."""
    found = torch.is_grad_enabled()
    torch.set_grad_enabled(enabled)
    yield
    torch.set_grad_enabled(found)


@instead_of("grad_mode")
@contextmanager
def put_back_after_some_exceptions(enabled):
    """You put the mode back after an Exception. Ctrl-C is none, and gets past: use finally."""
    found = torch.is_grad_enabled()
    torch.set_grad_enabled(enabled)
    try:
        yield
    except Exception:
        torch.set_grad_enabled(found)
        raise
    torch.set_grad_enabled(found)


@instead_of("grad_mode")
@contextmanager
def the_exception_kept(enabled):
    """You caught the exception and let it end there. Whoever wrote the block needs to hear of it:
    use finally, without except."""
    with torch.set_grad_enabled(enabled):
        try:
            yield
        except BaseException:
            return


@instead_of("grad_mode")
@contextmanager
def always_off(enabled):
    """You switched grad mode off whatever was asked for. Set it to enabled."""
    with torch.no_grad():
        yield


@instead_of("grad_mode")
@contextmanager
def inference_mode(enabled):
    """You used inference mode. It switches more than grad mode: a tensor made in it can never take
    part in a recorded computation again. Use set_grad_enabled."""
    with torch.inference_mode(not enabled):
        yield


@instead_of("grad_mode")
class OneMemoryForAllBlocks:
    """You kept the mode that you found in one place for all blocks. The inner block writes over
    what the outer one remembers: keep it in self, or in a local variable."""

    found = True

    def __init__(self, enabled):
        self.enabled = enabled

    def __enter__(self):
        type(self).found = torch.is_grad_enabled()
        torch.set_grad_enabled(self.enabled)

    def __exit__(self, *exception):
        torch.set_grad_enabled(self.found)


@instead_of("frozen_copy")
def detached_only(params):
    """You returned params.detach(). It has left the record, but not the memory: the next step in
    place changes it as well. Clone it."""
    return params.detach()


@instead_of("frozen_copy")
def cloned_only(params):
    """You returned params.clone(). The copy is recorded and requires a gradient like params:
    detach it."""
    return params.clone()


@instead_of("frozen_copy")
def deep_copied(params):
    """You made a deep copy. That copies requires_grad and .grad as well, and torch refuses it for
    a tensor that was computed: detach, then clone."""
    return copy.deepcopy(params)


@instead_of("frozen_copy")
def params_frozen(params):
    """You switched requires_grad off on params itself, so it will not train any more. Detach and
    clone give you a copy that is off by itself."""
    return params.requires_grad_(False).clone() if params.is_leaf else params.detach().clone()


@instead_of("frozen_copy")
def a_trainable_copy(params):
    """You made the copy require a gradient. It is to keep values, not to train."""
    return params.detach().clone().requires_grad_()


@instead_of("frozen_copy")
def in_the_default_dtype(params):
    """You went through plain numbers, so torch chose its default dtype. Stay with tensors: the
    copy has the dtype of params."""
    return torch.tensor(params.tolist(), device=params.device)


@instead_of("frozen_copy")
def copied_if_it_requires_a_gradient(params):
    """You returned params itself when it required no gradient. That is no copy: clone it all the
    same."""
    return params.detach().clone() if params.requires_grad else params
