"""Wrong answers to ch05_mechanics/parameter_scale, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of
from katas.ch05_mechanics.parameter_scale import final_loss


@instead_of("final_loss")
def float32_whatever_comes(n_epochs, make_optimizer, t_u, t_c):
    """The parameters are float32, on the CPU.

    Known: parameters_in_float32.
    """
    params = torch.tensor([1.0, 0.0], requires_grad=True)
    optimizer = make_optimizer([params])
    for _ in range(n_epochs):
        optimizer.zero_grad()
        ((params[0] * t_u + params[1] - t_c) ** 2).mean().backward()
        optimizer.step()
    with torch.no_grad():
        return ((params[0] * t_u + params[1] - t_c) ** 2).mean().item()


@instead_of("final_loss")
def loss_of_the_last_epoch(n_epochs, make_optimizer, t_u, t_c):
    """The loss is measured ahead of the last step, and not at all without an epoch.

    Known: the_loss_before_the_last_step.
    """
    w = torch.ones((), dtype=t_u.dtype, device=t_u.device, requires_grad=True)
    b = torch.zeros((), dtype=t_u.dtype, device=t_u.device, requires_grad=True)
    optimizer = make_optimizer([w, b])
    for _ in range(n_epochs):
        loss = ((w * t_u + b - t_c) ** 2).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return loss.item()


@instead_of("final_loss")
def gradients_kept(n_epochs, make_optimizer, t_u, t_c):
    """The gradients add up from epoch to epoch.

    Known: gradients_never_cleared.
    """
    params = torch.tensor([1, 0], dtype=t_u.dtype, device=t_u.device, requires_grad=True)
    optim = make_optimizer([params])

    def compute():
        return (params[0] * t_u + params[1] - t_c).square().mean()

    for _ in range(n_epochs):
        compute().backward()
        optim.step()
    return compute().item()


@instead_of("final_loss")
def from_nought(n_epochs, make_optimizer, t_u, t_c):
    """The fit starts at w = 0.

    Known: started_from_zero.
    """
    params = torch.zeros(2, dtype=t_u.dtype, device=t_u.device, requires_grad=True)
    optimizer = make_optimizer([params])
    for _ in range(n_epochs):
        optimizer.zero_grad()
        ((params[0] * t_u + params[1] - t_c) ** 2).mean().backward()
        optimizer.step()
    return ((params[0] * t_u + params[1] - t_c) ** 2).mean().item()


@instead_of("losses_by_scale")
def scaled_in_place(n_epochs, make_optimizer, t_u, t_c, scales):
    """The caller's readings are scaled, by one scale after the other.

    Known: readings_scaled_in_place, scales_pile_up.
    """
    losses = []
    for scale in scales:
        t_u *= scale
        losses.append(final_loss(n_epochs, make_optimizer, t_u, t_c))
    return losses


@instead_of("losses_by_scale")
def one_optimizer_for_all(n_epochs, make_optimizer, t_u, t_c, scales):
    """Each run goes on from where the last one ended.

    Known: one_tensor_for_all_runs.
    """
    params = torch.tensor([1.0, 0.0], dtype=t_u.dtype, device=t_u.device, requires_grad=True)
    optimizer = make_optimizer([params])
    results = []
    for scale in scales:
        t_un = scale * t_u
        for _ in range(n_epochs):
            optimizer.zero_grad()
            loss = ((params[0] * t_un + params[1] - t_c) ** 2).mean()
            loss.backward()
            optimizer.step()
        with torch.no_grad():
            results.append(((params[0] * t_un + params[1] - t_c) ** 2).mean().item())
    return results


@instead_of("losses_by_scale")
def both_are_scaled(n_epochs, make_optimizer, t_u, t_c, scales):
    """The targets are scaled as well.

    Known: nothing.
    """
    return [final_loss(n_epochs, make_optimizer, s * t_u, s * t_c) for s in scales]
