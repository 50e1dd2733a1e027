"""Wrong answers to ch05_mechanics/grad_modes, as people write them."""

from contextlib import contextmanager, nullcontext

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("calc_forward")
def arguments_of_the_loss_swapped(model, loss_fn, t_u, t_c, is_train):
    """The loss gets the targets where it takes the predictions.

    Known: the_target_first.
    """
    with torch.set_grad_enabled(is_train):
        return loss_fn(t_c, model(t_u))


@instead_of("calc_forward")
def on_only_if_the_caller_has_it_on(model, loss_fn, t_u, t_c, is_train):
    """Training under no_grad records nothing.

    Known: no_grad_without_its_opposite.
    """
    context = nullcontext() if is_train else torch.no_grad()
    with context:
        t_p = model(t_u)
        return loss_fn(t_p, t_c)


@instead_of("calc_forward")
def the_other_switch_too(model, loss_fn, t_u, t_c, is_train):
    """A module is put into training or evaluation mode.

    Known: the_training_flag_as_well.
    """
    if isinstance(model, torch.nn.Module):
        model.train(is_train)
    with torch.set_grad_enabled(is_train):
        return loss_fn(model(t_u), t_c)


@instead_of("calc_forward")
def loss_outside_the_block(model, loss_fn, t_u, t_c, is_train):
    """The loss runs in the caller's mode.

    Known: the_loss_in_the_callers_mode.
    """
    with torch.set_grad_enabled(is_train):
        t_p = model(t_u)
    return loss_fn(t_p, t_c)


@instead_of("grad_mode")
@contextmanager
def on_again_whatever_it_was(enabled):
    """Grad mode is on afterwards, and stays as it is after an error.

    Known: put_back_to_on, not_put_back_after_an_exception.
    """
    torch.set_grad_enabled(enabled)
    yield
    torch.set_grad_enabled(True)


@instead_of("grad_mode")
@contextmanager
def inference_for_off(enabled):
    """Tensors that are made in a block cannot be recorded later.

    Known: inference_mode.
    """
    with torch.inference_mode(not enabled):
        yield


@instead_of("frozen_copy")
def detached_and_no_copy(params):
    """What comes back moves with the parameters.

    Known: detached_only.
    """
    return params.detach()


@instead_of("frozen_copy")
def the_record_goes_along(params):
    """The copy requires a gradient where the parameters do.

    Known: cloned_only.
    """
    return params.clone()


@instead_of("frozen_copy")
def frozen_where_it_is(params):
    """The parameters themselves are told to require no gradient.

    Known: nothing.
    """
    return params.requires_grad_(False).clone()
