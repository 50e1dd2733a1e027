"""Wrong answers to ch05_mechanics/optimizer_step, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("SGD")
class DecayWrittenIntoGrad:
    """The decay is added to .grad itself, and is still there for what adds to it.

    Known: decay_written_into_the_gradient.
    """

    def __init__(self, params, lr, momentum=0.0, weight_decay=0.0):
        self.params = [p for p in params]  # noqa: C416
        self.lr, self.momentum, self.weight_decay = lr, momentum, weight_decay
        self.velocities = {}

    def zero_grad(self):
        for p in self.params:
            p.grad = None

    @torch.no_grad()
    def step(self):
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            if self.weight_decay:
                p.grad.add_(p, alpha=self.weight_decay)
            v = self.velocities.get(i)
            v = p.grad.clone() if v is None else self.momentum * v + p.grad
            self.velocities[i] = v
            p.add_(v, alpha=-self.lr)


@instead_of("SGD")
class VelocityIsTheGradientTensor:
    """The first velocity is .grad itself, so it is cleared and filled with it.

    Known: velocity_is_the_gradient, velocity_cleared_with_the_gradient.
    """

    def __init__(self, params, lr, momentum=0.0, weight_decay=0.0):
        self.params = [p for p in params]  # noqa: C416
        self.lr, self.momentum, self.weight_decay = lr, momentum, weight_decay
        self.velocities = {}

    def zero_grad(self):
        for p in self.params:
            if p.grad is not None:
                p.grad.zero_()

    @torch.no_grad()
    def step(self):
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            g = p.grad if not self.weight_decay else p.grad + self.weight_decay * p
            if not self.momentum:
                p.sub_(self.lr * g)
                continue
            if i in self.velocities:
                self.velocities[i].mul_(self.momentum).add_(g)
            else:
                self.velocities[i] = g
            p.sub_(self.lr * self.velocities[i])


@instead_of("training_loop")
def forward_once_graph_retained(n_epochs, optimizer, params, t_u, t_c):
    """The loss is built once, so each step follows the gradient of the first parameters.

    Known: one_forward_for_all_epochs.
    """
    loss = ((params[0] * t_u + params[1] - t_c) ** 2).mean()
    for _ in range(n_epochs):
        optimizer.zero_grad()
        loss.backward(retain_graph=True)
        optimizer.step()
    return params


@instead_of("SGD")
class GeneratorKept:
    """A generator is used up by the first zero_grad or step.

    Known: a_generator_read_twice.
    """

    def __init__(self, params, lr, momentum=0.0, weight_decay=0.0):
        self.params = params
        self.lr = lr
        self.momentum = momentum
        self.weight_decay = weight_decay
        self.v = {}

    def zero_grad(self):
        for p in self.params:
            p.grad = None

    def step(self):
        with torch.no_grad():
            for p in self.params:
                if p.grad is None:
                    continue
                d = p.grad + self.weight_decay * p
                self.v[p] = self.momentum * self.v.get(p, 0) + d
                p -= self.lr * self.v[p]


@instead_of("SGD")
class VelocityIsAnAverage:
    """The gradient enters the velocity with 1 - momentum.

    Known: damped_momentum.
    """

    def __init__(self, params, lr, momentum=0.0, weight_decay=0.0):
        self.params = list(params)
        self.velocity = [torch.zeros_like(p) for p in self.params]
        self.lr, self.momentum, self.weight_decay = lr, momentum, weight_decay

    def zero_grad(self):
        for p in self.params:
            if p.grad is not None:
                p.grad.zero_()

    @torch.no_grad()
    def step(self):
        for p, v in zip(self.params, self.velocity, strict=True):
            if p.grad is None:
                continue
            g = p.grad + self.weight_decay * p
            v.mul_(self.momentum).add_(g, alpha=1 - self.momentum)
            p.sub_(v, alpha=self.lr)


@instead_of("SGD")
class DecayBesideTheVelocity:
    """The parameters shrink by themselves, and the velocity knows nothing of it.

    Known: decay_beside_the_momentum.
    """

    def __init__(self, params, lr, momentum=0.0, weight_decay=0.0):
        self.params = list(params)
        self.state = {p: torch.zeros_like(p) for p in self.params}
        self.lr, self.momentum, self.weight_decay = lr, momentum, weight_decay

    def zero_grad(self):
        for p in self.params:
            p.grad = None

    @torch.no_grad()
    def step(self):
        for p in self.params:
            if p.grad is not None:
                p.mul_(1 - self.lr * self.weight_decay)
                self.state[p] = self.momentum * self.state[p] + p.grad
                p.sub_(self.lr * self.state[p])


@instead_of("SGD")
class MemoryExchanged:
    """The numbers are put into new memory, and no gradient is an error.

    Known: in_new_memory.
    """

    def __init__(self, params, lr, momentum=0.0, weight_decay=0.0):
        self.params = list(params)
        self.lr, self.momentum, self.weight_decay = lr, momentum, weight_decay
        self.velocities = [0.0] * len(self.params)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

    def step(self):
        for i, p in enumerate(self.params):
            g = p.grad + self.weight_decay * p.data
            self.velocities[i] = self.momentum * self.velocities[i] + g
            p.data = p.data - self.lr * self.velocities[i]


@instead_of("training_loop")
def stepped_before_backward(n_epochs, optimizer, params, t_u, t_c):
    """The step comes before backward, so it has no gradient at first, and then an old one.

    Known: gradients_cleared_before_they_are_used.
    """
    for _ in range(n_epochs):
        w, b = params
        loss = ((w * t_u + b - t_c) ** 2).mean()
        optimizer.zero_grad()
        optimizer.step()
        loss.backward()
    return params


@instead_of("training_loop")
def gradients_add_up(n_epochs, optimizer, params, t_u, t_c):
    """The gradients are cleared once, ahead of the loop.

    Known: gradients_cleared_once.
    """
    optimizer.zero_grad()
    for _epoch in range(n_epochs):
        t_p = params[0] * t_u + params[1]
        loss = (t_p - t_c).pow(2).mean()
        loss.backward()
        optimizer.step()
    return params
