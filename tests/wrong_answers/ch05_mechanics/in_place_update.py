"""Wrong answers to ch05_mechanics/in_place_update, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("update")
def a_local_name(params, learning_rate):
    """A name of the loop is bound to the new numbers, and no parameter moves.

    Known: a_new_tensor.
    """
    for p in params:
        if p.grad is not None:
            p = p - learning_rate * p.grad


@instead_of("update")
def through_data(params, learning_rate):
    """Autograd does not see the step.

    Known: through_data.
    """
    for param in params:
        if param.grad is None:
            continue
        param.data -= learning_rate * param.grad.data


@instead_of("update")
def recorded(params, learning_rate):
    """The step is taken while autograd records, which a leaf refuses.

    Known: while_autograd_records.
    """
    for p in params:
        if p.grad is not None:
            p -= learning_rate * p.grad


@instead_of("update")
def cleared_as_well(params, learning_rate):
    """The gradient is zero afterwards.

    Known: the_gradient_zeroed.
    """
    with torch.no_grad():
        for p in params:
            if p.grad is not None:
                p -= learning_rate * p.grad
                p.grad.zero_()


@instead_of("update")
def leaves_at_the_first_without(params, learning_rate):
    """What comes after a parameter without a gradient does not move.

    Known: none_ends_the_step.
    """
    with torch.no_grad():
        for p in params:
            if p.grad is None:
                return
            p.sub_(p.grad, alpha=learning_rate)


@instead_of("update")
def mode_switched_by_hand(params, learning_rate):
    """Grad mode is on afterwards, whatever it was, and stays off after an error.

    Known: grad_mode_switched_on, an_error_leaves_grad_mode_off.
    """
    torch.set_grad_enabled(False)
    for p in params:
        if p.grad is not None:
            p -= learning_rate * p.grad
    torch.set_grad_enabled(True)


@instead_of("update")
def read_twice(params, learning_rate):
    """A generator has nothing left after the look at the gradients.

    Known: gone_through_twice.
    """
    if all(p.grad is None for p in params):
        return
    with torch.no_grad():
        for p in params:
            if p.grad is not None:
                p -= learning_rate * p.grad
