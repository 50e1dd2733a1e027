"""Known wrong answers to ch05_mechanics/in_place_update."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("update")
def a_new_tensor(params, learning_rate):
    """You wrote p = p - ..., which makes a new tensor and gives it the name p. The parameter that
    the caller holds has not moved: change it in place, with -=."""
    for p in params:
        p = p - learning_rate * p.grad


@instead_of("update")
def while_autograd_records(params, learning_rate):
    """You changed a leaf in place while autograd was recording, which it refuses. Take the step
    under torch.no_grad()."""
    for p in params:
        p -= learning_rate * p.grad


@instead_of("update")
def through_data(params, learning_rate):
    """You changed p.data. Autograd cannot see that, so a loss from before the step computes wrong
    gradients without a word: change p itself, under torch.no_grad()."""
    for p in params:
        if p.grad is not None:
            p.data -= learning_rate * p.grad


@instead_of("update")
def data_replaced(params, learning_rate):
    """You gave p new memory by assigning to p.data. Whoever shares the old memory, a view for
    one, keeps the old numbers: subtract in place, with -=."""
    for p in params:
        if p.grad is not None:
            p.data = p.data - learning_rate * p.grad


@instead_of("update")
def uphill(params, learning_rate):
    """You added the gradient. It points uphill: subtract it."""
    with torch.no_grad():
        for p in params:
            if p.grad is not None:
                p += learning_rate * p.grad


@instead_of("update")
def the_whole_gradient(params, learning_rate):
    """You subtracted the gradient itself. The learning rate says how much of it: multiply."""
    with torch.no_grad():
        for p in params:
            if p.grad is not None:
                p -= p.grad


@instead_of("update")
def the_gradient_scaled(params, learning_rate):
    """You multiplied .grad by the learning rate in place. The gradient is only read here: make
    a new tensor of the product."""
    with torch.no_grad():
        for p in params:
            if p.grad is not None:
                p -= p.grad.mul_(learning_rate)


@instead_of("update")
def the_gradient_zeroed(params, learning_rate):
    """You set the gradient to zero after the step. It stays as it is here; clearing it comes
    before the next backward."""
    with torch.no_grad():
        for p in params:
            if p.grad is not None:
                p -= learning_rate * p.grad
                p.grad.zero_()


@instead_of("update")
def the_gradient_dropped(params, learning_rate):
    """You set .grad to None after the step. It stays as it is here; clearing it comes before
    the next backward."""
    with torch.no_grad():
        for p in params:
            if p.grad is not None:
                p -= learning_rate * p.grad
                p.grad = None


@instead_of("update")
def every_parameter_has_a_gradient(params, learning_rate):
    """You took every parameter to have a gradient. One that the loss did not use has None: leave
    it alone."""
    with torch.no_grad():
        for p in params:
            p -= learning_rate * p.grad


@instead_of("update")
def none_ends_the_step(params, learning_rate):
    """You stopped at a parameter without a gradient. Those after it still want their step: go on
    to the next."""
    with torch.no_grad():
        for p in params:
            if p.grad is None:
                return
            p -= learning_rate * p.grad


@instead_of("update")
def gone_through_twice(params, learning_rate):
    """You went through params twice. A generator is empty the second time: do all of it in one
    pass, or make a list first."""
    steps = [None if p.grad is None else learning_rate * p.grad for p in params]
    with torch.no_grad():
        for p, step in zip(params, steps, strict=False):
            if step is not None:
                p -= step


@instead_of("update")
def taken_out_of_training(params, learning_rate):
    """You switched requires_grad off to change the parameter and left it off. The next backward
    passes it by: take the step under torch.no_grad()."""
    for p in params:
        if p.grad is not None:
            p.requires_grad_(False)
            p -= learning_rate * p.grad


@instead_of("update")
def everything_put_in_training(params, learning_rate):
    """You switched requires_grad off for the step, then on for all. A frozen parameter was off
    before: take the step under torch.no_grad() and leave the flag alone."""
    for p in params:
        p.requires_grad_(False)
        if p.grad is not None:
            p -= learning_rate * p.grad
        p.requires_grad_(True)


@instead_of("update")
def grad_mode_left_off(params, learning_rate):
    """You switched grad mode off and never back. Nothing that follows is recorded: use
    with torch.no_grad(), which puts it back."""
    torch.set_grad_enabled(False)
    for p in params:
        if p.grad is not None:
            p -= learning_rate * p.grad


@instead_of("update")
def grad_mode_switched_on(params, learning_rate):
    """You switched grad mode on after the step, whatever it was before. Use with
    torch.no_grad(), which puts back what it found."""
    torch.set_grad_enabled(False)
    for p in params:
        if p.grad is not None:
            p -= learning_rate * p.grad
    torch.set_grad_enabled(True)


@instead_of("update")
def by_way_of_float32(params, learning_rate):
    """You rounded the parameter to float32 on the way. Half the digits of a float64 are lost:
    stay in the parameter's own dtype."""
    with torch.no_grad():
        for p in params:
            if p.grad is not None:
                p.copy_(p.float() - learning_rate * p.grad.float())
