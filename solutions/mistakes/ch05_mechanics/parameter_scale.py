"""Known wrong answers to ch05_mechanics/parameter_scale."""

import math

import torch

from katas._dojo.writing.mistakes import instead_of
from solutions.katas.ch05_mechanics import parameter_scale as right


@instead_of("final_loss")
def gradients_never_cleared(n_epochs, make_optimizer, t_u, t_c):
    """You never called zero_grad. backward adds to the gradient that is there, so each step
    follows the sum of all gradients so far."""
    params = _start(t_u)
    optimizer = make_optimizer([params])
    for _ in range(n_epochs):
        _loss(params, t_u, t_c).backward()
        optimizer.step()
    return _loss(params, t_u, t_c).item()


@instead_of("final_loss")
def nothing_for_the_optimizer_to_follow(n_epochs, make_optimizer, t_u, t_c):
    """Your parameters never moved. Either the optimizer holds a copy of them, or you cleared the
    gradients between backward and step. Give it the tensors that the loss is made of; the order
    is zero_grad, backward, step."""
    params = _start(t_u)
    optimizer = make_optimizer([params.detach().clone().requires_grad_()])
    return _train(n_epochs, optimizer, params, t_u, t_c)


@instead_of("final_loss")
def a_new_optimizer_every_epoch(n_epochs, make_optimizer, t_u, t_c):
    """You made an optimizer in every epoch. What it remembers from step to step, momentum or
    Adam's averages, is lost: make it once, before the loop."""
    params = _start(t_u)
    for _ in range(n_epochs):
        params.grad = None
        _loss(params, t_u, t_c).backward()
        make_optimizer([params]).step()
    return _loss(params, t_u, t_c).item()


@instead_of("final_loss")
def the_loss_before_the_last_step(n_epochs, make_optimizer, t_u, t_c):
    """You returned the loss that the last step was made from. Measure it once more after the
    loop."""
    return right.final_loss(max(n_epochs - 1, 0), make_optimizer, t_u, t_c)


@instead_of("final_loss")
def the_loss_with_its_graph(n_epochs, make_optimizer, t_u, t_c):
    """You returned a tensor, and the whole graph with it. item() gives the number alone."""
    params = _start(t_u)
    _train(n_epochs, make_optimizer([params]), params, t_u, t_c)
    return _loss(params, t_u, t_c)


@instead_of("final_loss")
def an_optimizer_of_its_own(n_epochs, make_optimizer, t_u, t_c):
    """You made an optimizer of your own choice. Use make_optimizer: that is what is compared."""
    return right.final_loss(n_epochs, lambda params: torch.optim.Adam(params, lr=1e-1), t_u, t_c)


_PARAMS = {}


@instead_of("final_loss")
def parameters_shared_by_all_calls(n_epochs, make_optimizer, t_u, t_c):
    """Your parameters live outside the function, so each call goes on where the last one ended.
    Make them inside."""
    params = _PARAMS.setdefault((t_u.dtype, t_u.device), _start(t_u))
    loss = _train(n_epochs, make_optimizer([params]), params, t_u, t_c)
    if not math.isfinite(loss):
        _PARAMS.clear()
    return loss


@instead_of("final_loss")
def parameters_in_float32(n_epochs, make_optimizer, t_u, t_c):
    """You let the parameters have torch's default dtype. Give them the dtype of t_u."""
    return right.final_loss(n_epochs, make_optimizer, t_u.float(), t_c.float())


@instead_of("final_loss")
def the_sum_of_the_squares(n_epochs, make_optimizer, t_u, t_c):
    """You summed the squared errors. The loss is their mean, or it grows with the number of
    samples."""
    params = _start(t_u)
    optimizer = make_optimizer([params])
    for _ in range(n_epochs):
        optimizer.zero_grad()
        (len(t_u) * _loss(params, t_u, t_c)).backward()
        optimizer.step()
    return len(t_u) * _loss(params, t_u, t_c).item()


@instead_of("final_loss")
def inputs_scaled_on_the_quiet(n_epochs, make_optimizer, t_u, t_c):
    """You rescaled t_u inside. Then no run is badly scaled, and there is nothing to compare: use
    it as it comes."""
    return right.final_loss(n_epochs, make_optimizer, 0.1 * t_u, t_c)


@instead_of("final_loss")
def the_last_finite_loss(n_epochs, make_optimizer, t_u, t_c):
    """You held back a loss that is not finite. That a run diverges is the finding: return the
    loss as it is."""
    loss = right.final_loss(n_epochs, make_optimizer, t_u, t_c)
    return loss if math.isfinite(loss) else 1e30


@instead_of("losses_by_scale")
def one_tensor_for_all_runs(n_epochs, make_optimizer, t_u, t_c, scales):
    """You trained one tensor in all runs, so each goes on where the last one ended, be it at NaN.
    Every run makes parameters of its own."""
    params = _start(t_u)
    return [_train(n_epochs, make_optimizer([params]), params, s * t_u, t_c) for s in scales]


@instead_of("losses_by_scale")
def one_optimizer_for_all_runs(n_epochs, make_optimizer, t_u, t_c, scales):
    """You set the parameters back and kept the optimizer. It still remembers the last run,
    momentum or Adam's averages: make a new one for each run."""
    params = _start(t_u)
    optimizer = make_optimizer([params])
    losses = []
    for scale in scales:
        with torch.no_grad():
            params.copy_(_start(t_u))
        losses.append(_train(n_epochs, optimizer, params, scale * t_u, t_c))
    return losses


@instead_of("losses_by_scale")
def scales_pile_up(n_epochs, make_optimizer, t_u, t_c, scales):
    """You scaled what was scaled already: t_u = scale * t_u, from run to run. Each scale applies
    to the raw readings."""
    losses = []
    for scale in scales:
        t_u = scale * t_u
        losses.append(right.final_loss(n_epochs, make_optimizer, t_u, t_c))
    return losses


@instead_of("losses_by_scale")
def readings_scaled_in_place(n_epochs, make_optimizer, t_u, t_c, scales):
    """You scaled t_u in place. It belongs to the caller, and dividing it back does not restore
    every digit: make a new tensor."""
    losses = []
    for scale in scales:
        t_u.mul_(scale)
        losses.append(right.final_loss(n_epochs, make_optimizer, t_u, t_c))
        t_u.div_(scale)
    return losses


@instead_of("losses_by_scale")
def targets_scaled_too(n_epochs, make_optimizer, t_u, t_c, scales):
    """You scaled t_c along with t_u. Only the inputs change; the losses of the runs could not be
    compared otherwise."""
    return [right.final_loss(n_epochs, make_optimizer, s * t_u, s * t_c) for s in scales]


@instead_of("losses_by_scale")
def divided_by_the_scale(n_epochs, make_optimizer, t_u, t_c, scales):
    """You divided by the scale. The inputs of a run are scale * t_u."""
    return [right.final_loss(n_epochs, make_optimizer, t_u / s, t_c) for s in scales]


def _start(t_u):
    return torch.tensor([1.0, 0.0], device=t_u.device, dtype=t_u.dtype, requires_grad=True)


def _loss(params, t_u, t_c):
    w, b = params
    return ((w * t_u + b - t_c) ** 2).mean()


def _train(n_epochs, optimizer, params, t_u, t_c):
    for _ in range(n_epochs):
        optimizer.zero_grad()
        _loss(params, t_u, t_c).backward()
        optimizer.step()
    return _loss(params, t_u, t_c).item()
