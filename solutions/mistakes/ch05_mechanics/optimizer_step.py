"""Known wrong answers to ch05_mechanics/optimizer_step."""

import torch

from katas._dojo.writing.mistakes import instead_of
from solutions.katas.ch05_mechanics import optimizer_step as right


@instead_of("SGD")
class Uphill(right.SGD):
    """You added the gradient, and climbed. It points to where the loss grows: subtract it."""

    def _direction(self, param):
        return -super()._direction(param)


@instead_of("SGD")
class DecayForgotten(right.SGD):
    """You took weight_decay and did not use it. Add weight_decay * parameter to the gradient."""

    def __init__(self, params, lr, momentum=0.0, weight_decay=0.0):
        super().__init__(params, lr, momentum)


@instead_of("SGD")
class HalfTheDecay(right.SGD):
    """You halved the decay. torch adds weight_decay * parameter to the gradient; the 2 of the
    squared penalty is inside weight_decay already."""

    def __init__(self, params, lr, momentum=0.0, weight_decay=0.0):
        super().__init__(params, lr, momentum, weight_decay / 2)


@instead_of("SGD")
class DecayBesideTheMomentum(right.SGD):
    """You shrank the parameter beside the step, as AdamW does. In SGD the decay is added to the
    gradient, so that it enters the velocity."""

    def __init__(self, params, lr, momentum=0.0, weight_decay=0.0):
        super().__init__(params, lr, momentum)
        self.shrinkage = lr * weight_decay

    @torch.no_grad()
    def step(self):
        for param in self.params:
            if param.grad is not None:
                param *= 1 - self.shrinkage
        super().step()


@instead_of("SGD")
class DecayWrittenIntoTheGradient(right.SGD):
    """You added the decay to the gradient in place, so that every further step adds it again.
    Make a new tensor: the gradient is not yours to change."""

    def _direction(self, param):
        param.grad += self.weight_decay * param
        self.weight_decay, kept = 0.0, self.weight_decay
        direction = super()._direction(param)
        self.weight_decay = kept
        return direction


@instead_of("SGD")
class DecayForMatricesOnly(right.SGD):
    """You left vectors and numbers out of the decay. torch.optim.SGD decays every parameter it
    is given, biases included."""

    def _direction(self, param):
        self.weight_decay, kept = self.weight_decay * (param.dim() > 1), self.weight_decay
        direction = super()._direction(param)
        self.weight_decay = kept
        return direction


@instead_of("SGD")
class MomentumForgotten(right.SGD):
    """You took momentum and did not use it. Keep a velocity for each parameter from one step to
    the next."""

    def __init__(self, params, lr, momentum=0.0, weight_decay=0.0):
        super().__init__(params, lr, 0.0, weight_decay)


@instead_of("SGD")
class DampedMomentum(right.SGD):
    """You averaged: (1 - momentum) times the gradient. torch's SGD adds the gradient whole, so
    the velocity grows beyond it."""

    def _direction(self, param):
        return (1 - self.momentum) * super()._direction(param)


@instead_of("SGD")
class NesterovMomentum(right.SGD):
    """You looked one step ahead, as Nesterov does. By default torch's SGD follows the velocity
    itself."""

    def _direction(self, param):
        velocity = super()._direction(param)
        decayed = param.grad + self.weight_decay * param
        return decayed + self.momentum * velocity


@instead_of("SGD")
class VelocityIsTheGradient(right.SGD):
    """Your first velocity is the gradient tensor itself, not a copy. When backward adds to the
    gradient, the velocity changes with it: clone it."""

    def _direction(self, param):
        decayed = param.grad
        if self.weight_decay:
            decayed = decayed + self.weight_decay * param
        if not self.momentum:
            return decayed
        if param not in self.velocities:
            self.velocities[param] = decayed
        else:
            self.velocities[param].mul_(self.momentum).add_(decayed)
        return self.velocities[param]


@instead_of("SGD")
class DirectionInFloat32(right.SGD):
    """You worked the step out in float32. A float64 parameter then moves with half its digits:
    keep its dtype."""

    def _direction(self, param):
        return super()._direction(param).float().to(param.dtype)


@instead_of("SGD")
class OnlyTheLastGradient(right.SGD):
    """You kept the last gradient as the velocity. Keep the whole velocity: each one is built on
    the one before."""

    def _direction(self, param):
        direction = super()._direction(param)
        if self.momentum:
            self.velocities[param] = param.grad + self.weight_decay * param
        return direction


@instead_of("SGD")
class VelocitiesByPlaceAmongThoseThatMove(right.SGD):
    """You numbered the velocities along the parameters that have a gradient. When one of them is
    left out the numbers shift, and velocities go to the wrong parameters: number them all."""

    @torch.no_grad()
    def step(self):
        moving = [param for param in self.params if param.grad is not None]
        for place, param in enumerate(moving):
            velocity = param.grad + self.weight_decay * param
            if self.momentum:
                last = self.velocities.get(place, 0.0)
                if torch.is_tensor(last) and last.shape != param.shape:
                    last = last.mean()
                velocity = velocity + self.momentum * last
                self.velocities[place] = velocity
            param -= self.lr * velocity


@instead_of("SGD")
class VelocitiesForgottenWithTheGradients(right.SGD):
    """You cleared the velocities in zero_grad. Only the gradients are cleared: the velocity is
    what lasts from step to step."""

    def zero_grad(self):
        super().zero_grad()
        self.velocities.clear()


@instead_of("SGD")
class VelocitiesShared(right.SGD):
    """You keep the velocity on the parameter, or on the class, where the next optimizer finds
    it. Make the velocities in __init__, for each optimizer anew."""

    def _direction(self, param):
        if not self.momentum:
            return super()._direction(param)
        decayed = param.grad + self.weight_decay * param
        param.velocity = decayed + self.momentum * getattr(param, "velocity", 0.0)
        return param.velocity


@instead_of("SGD")
class NoneTakenForZero(right.SGD):
    """You took a missing gradient for zero, so decay and momentum move the parameter all the
    same. A parameter whose grad is None is left alone."""

    def step(self):
        missing = [param for param in self.params if param.grad is None]
        for param in missing:
            param.grad = torch.zeros_like(param)
        super().step()
        for param in missing:
            param.grad = None


@instead_of("SGD")
class NoneNotExpected(right.SGD):
    """You used a gradient without asking whether there is one. It is None for a parameter that
    the loss did not use."""

    @torch.no_grad()
    def step(self):
        for param in self.params:
            param -= self.lr * self._direction(param)


@instead_of("SGD")
class VelocityFadesWithoutAGradient(right.SGD):
    """You let the velocity of a parameter fade while it had no gradient. Left alone means its
    velocity too."""

    def step(self):
        super().step()
        for param in self.params:
            if param.grad is None and param in self.velocities:
                self.velocities[param] = self.momentum * self.velocities[param]


@instead_of("SGD")
class GradientsAskedForAtTheStart(right.SGD):
    """You chose the parameters with a gradient when the optimizer was made. Ask at each step:
    gradients come and go."""

    def __init__(self, params, lr, momentum=0.0, weight_decay=0.0):
        params = [param for param in params if param.grad is not None]
        super().__init__(params, lr, momentum, weight_decay)


@instead_of("SGD")
class AGeneratorReadTwice(right.SGD):
    """You kept the generator itself. It runs dry after one pass, so later steps move nothing:
    make a list of it."""

    def __init__(self, params, lr, momentum=0.0, weight_decay=0.0):
        super().__init__([], lr, momentum, weight_decay)
        self.params = params


@instead_of("SGD")
class StepClearsTheGradients(right.SGD):
    """You cleared the gradients at the end of step. That is zero_grad's task: others may still
    want to read them."""

    def step(self):
        super().step()
        self.zero_grad()


@instead_of("SGD")
class ZeroGradDoesNothing(right.SGD):
    """Your zero_grad leaves the gradients there, and backward adds to them."""

    def zero_grad(self):
        pass


@instead_of("SGD")
class ZeroGradOfTheFirst(right.SGD):
    """You cleared the gradient of the first parameter only. Clear them all."""

    def zero_grad(self):
        self.params[0].grad = None


@instead_of("SGD")
class ZeroGradStumblesOverNone(right.SGD):
    """You zeroed gradients in place without asking whether there is one. Before the first
    backward they are None."""

    def zero_grad(self):
        for param in self.params:
            param.grad.zero_()


@instead_of("SGD")
class ZeroGradZeroesTheParameters(right.SGD):
    """Your zero_grad set the parameters to zero. It is their gradients that are cleared."""

    @torch.no_grad()
    def zero_grad(self):
        super().zero_grad()
        for param in self.params:
            param.zero_()


@instead_of("SGD")
class ParametersReplaced(right.SGD):
    """You put new tensors into your own list. The model keeps the old ones, which never move:
    change each parameter in place."""

    def step(self):
        for index, param in enumerate(self.params):
            if param.grad is not None:
                moved = (param - self.lr * self._direction(param)).detach().requires_grad_()
                self.params[index] = moved


@instead_of("SGD")
class GradModeLeftOff(right.SGD):
    """You switched gradients off for the step and never on again. torch.no_grad() as a context
    or a decorator puts the mode back."""

    def step(self):
        torch.set_grad_enabled(False)
        super().step()


@instead_of("SGD")
class ParametersFrozenByTheStep(right.SGD):
    """You switched requires_grad off to move the parameters and left it off. Move them under
    torch.no_grad() instead."""

    def step(self):
        for param in self.params:
            param.requires_grad_(False)
        super().step()


@instead_of("SGD")
class TorchsOwn(torch.optim.SGD):
    """You built on torch.optim.SGD. This kata is about what happens in there: write the update
    out."""

    def __init__(self, params, lr, momentum=0.0, weight_decay=0.0):
        super().__init__(params, lr, momentum=momentum, weight_decay=weight_decay)


@instead_of("SGD")
class TorchsFunction(right.SGD):
    """You left the update to torch.optim's function. This kata is about what it does: write the
    update out."""

    @torch.no_grad()
    def step(self):
        from torch.optim.sgd import sgd

        params = [param for param in self.params if param.grad is not None]
        velocities = [self.velocities.get(param) for param in params]
        sgd(
            params,
            [param.grad for param in params],
            velocities,
            weight_decay=self.weight_decay,
            momentum=self.momentum,
            lr=self.lr,
            dampening=0,
            nesterov=False,
            maximize=False,
        )
        self.velocities.update(zip(params, velocities, strict=True))


@instead_of("training_loop")
def gradients_never_cleared(n_epochs, optimizer, params, t_u, t_c):
    """You never called zero_grad. backward adds to the gradient that is there, so each step
    follows the sum of all gradients so far."""
    for _ in range(n_epochs):
        _loss(params, t_u, t_c).backward()
        optimizer.step()
    return params


@instead_of("training_loop")
def gradients_cleared_only_after_the_step(n_epochs, optimizer, params, t_u, t_c):
    """You cleared the gradients after each step, so the first step still has what params brought
    along. Clear them before backward."""
    for _ in range(n_epochs):
        _loss(params, t_u, t_c).backward()
        optimizer.step()
        optimizer.zero_grad()
    return params


@instead_of("training_loop")
def gradients_cleared_once(n_epochs, optimizer, params, t_u, t_c):
    """You cleared the gradients before the loop only. Clear them in every epoch."""
    optimizer.zero_grad()
    return gradients_never_cleared(n_epochs, optimizer, params, t_u, t_c)


@instead_of("training_loop")
def gradients_cleared_before_they_are_used(n_epochs, optimizer, params, t_u, t_c):
    """You cleared the gradients between backward and step, so there is nothing to follow. The
    order is zero_grad, backward, step."""
    for _ in range(n_epochs):
        _loss(params, t_u, t_c).backward()
        optimizer.zero_grad()
        optimizer.step()
    return params


@instead_of("training_loop")
def the_update_by_hand(n_epochs, optimizer, params, t_u, t_c):
    """You moved the parameters yourself. The update belongs to the optimizer: call its step."""
    for _ in range(n_epochs):
        optimizer.zero_grad()
        _loss(params, t_u, t_c).backward()
        with torch.no_grad():
            params -= 1e-2 * params.grad
    return params


@instead_of("training_loop")
def an_optimizer_of_its_own(n_epochs, optimizer, params, t_u, t_c):
    """You made an optimizer of your own. Use the one that was handed to you."""
    own = torch.optim.Adam([params], lr=1e-2)
    return right.training_loop(n_epochs, own, params, t_u, t_c)


@instead_of("training_loop")
def the_sum_of_the_squares(n_epochs, optimizer, params, t_u, t_c):
    """You summed the squared errors. The loss is their mean, or the steps grow with the number
    of samples."""
    for _ in range(n_epochs):
        optimizer.zero_grad()
        (len(t_u) * _loss(params, t_u, t_c)).backward()
        optimizer.step()
    return params


@instead_of("training_loop")
def one_step_too_few(n_epochs, optimizer, params, t_u, t_c):
    """You counted range(1, n_epochs): that is one step too few."""
    return right.training_loop(n_epochs - 1, optimizer, params, t_u, t_c)


@instead_of("training_loop")
def a_copy_of_the_parameters(n_epochs, optimizer, params, t_u, t_c):
    """You trained on a copy. The optimizer moves the tensor that it was given: use params
    itself."""
    copy = params.detach().clone().requires_grad_()
    for _ in range(n_epochs):
        optimizer.zero_grad()
        _loss(copy, t_u, t_c).backward()
        optimizer.step()
    return copy


@instead_of("training_loop")
def the_parameters_before_the_last_step(n_epochs, optimizer, params, t_u, t_c):
    """You returned the parameters as they were before the last step. The optimizer moves params
    in place: return params."""
    before = params.detach().clone()
    for _ in range(n_epochs):
        before = params.detach().clone()
        right.training_loop(1, optimizer, params, t_u, t_c)
    return before


@instead_of("training_loop")
def options_of_torchs_optimizers(n_epochs, optimizer, params, t_u, t_c):
    """You passed set_to_none to zero_grad, which torch's optimizers know and others do not. Call
    zero_grad() as it is."""
    for _ in range(n_epochs):
        optimizer.zero_grad(set_to_none=True)
        _loss(params, t_u, t_c).backward()
        optimizer.step()
    return params


@instead_of("training_loop")
def b_before_w(n_epochs, optimizer, params, t_u, t_c):
    """You unpacked b first. The parameters are [w, b], as model(t_u, *params) takes them."""
    for _ in range(n_epochs):
        optimizer.zero_grad()
        _loss(params.flip(0), t_u, t_c).backward()
        optimizer.step()
    return params


@instead_of("training_loop")
def readings_scaled_in_place(n_epochs, optimizer, params, t_u, t_c):
    """You changed t_u in place. It belongs to the caller: make a new tensor."""
    trained = right.training_loop(n_epochs, optimizer, params, t_u, t_c)
    t_u *= 0.1
    return trained


def _loss(params, t_u, t_c):
    w, b = params
    return ((w * t_u + b - t_c) ** 2).mean()
