"""Right answers to ch05_mechanics/optimizer_step, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "A parameter made outside of inference mode is changed in it as under no_grad.": [
        ("torch.no_grad()", "torch.inference_mode()"),
    ],
    "Outside the contract: numbers that are infinite. Zero times any other adds nothing.": [
        ("if self.weight_decay:", "if True:"),
        ("if self.momentum:", "if True:"),
    ],
    "An error counts by its square, whichever way it points.": [
        ("(w * t_u + b - t_c) ** 2", "(t_c - (w * t_u + b)) ** 2"),
    ],
}


@instead_of("SGD")
class BuffersInAList:
    def __init__(self, params, lr, momentum=0.0, weight_decay=0.0):
        self.params = tuple(params)
        self.velocities = [torch.zeros_like(param) for param in self.params]
        self.lr, self.momentum, self.weight_decay = lr, momentum, weight_decay

    def zero_grad(self):
        for param in self.params:
            if param.grad is not None:
                param.grad.zero_()

    def step(self):
        with torch.no_grad():
            for param, velocity in zip(self.params, self.velocities, strict=True):
                if param.grad is None:
                    continue
                velocity.mul_(self.momentum).add_(param.grad)
                velocity.add_(param, alpha=self.weight_decay)
                param.sub_(velocity, alpha=self.lr)


@instead_of("SGD")
class LearningRateInTheVelocity:
    """The other form of momentum: the same while the learning rate is constant."""

    def __init__(self, params, lr, momentum=0.0, weight_decay=0.0):
        self.slots = [[param, 0.0] for param in params]
        self.lr, self.momentum, self.weight_decay = lr, momentum, weight_decay

    def zero_grad(self):
        for param, _ in self.slots:
            param.grad = None

    def step(self):
        for slot in self.slots:
            param, velocity = slot
            if param.grad is not None:
                decayed = param.grad + self.weight_decay * param.detach()
                slot[1] = self.momentum * velocity - self.lr * decayed
                param.data += slot[1]


@instead_of("SGD")
class ForEach:
    """One call for all parameters, with the operators that torch's own optimizers use."""

    def __init__(self, params, lr, momentum=0.0, weight_decay=0.0):
        self.params = list(params)
        self.lr, self.momentum, self.weight_decay = lr, momentum, weight_decay
        self.state = {}

    def zero_grad(self, set_to_none=True):
        for param in self.params:
            param.grad = None if set_to_none or param.grad is None else torch.zeros_like(param)

    @torch.no_grad()
    def step(self):
        moving = [param for param in self.params if param.grad is not None]
        if not moving:
            return
        gradients = [param.grad for param in moving]
        directions = torch._foreach_add(gradients, moving, alpha=self.weight_decay)
        old = [self.state.get(id(param), torch.zeros_like(param)) for param in moving]
        torch._foreach_add_(directions, old, alpha=self.momentum)
        self.state.update(zip(map(id, moving), directions, strict=True))
        torch._foreach_add_(moving, directions, alpha=-self.lr)


@instead_of("SGD")
class AHistoryOfGradients:
    """Keeps every decayed gradient, and weighs it by its age."""

    def __init__(self, params, lr, momentum=0.0, weight_decay=0.0):
        self.histories = {param: [] for param in params}
        self.lr, self.momentum, self.weight_decay = lr, momentum, weight_decay

    def zero_grad(self):
        for param in self.histories:
            del param.grad

    @torch.inference_mode()
    def step(self):
        for param, history in self.histories.items():
            if param.grad is not None:
                history.append(param.grad + self.weight_decay * param)
                ages = range(len(history) - 1, -1, -1)
                for age, decayed in zip(ages, history, strict=True):
                    param -= self.lr * self.momentum**age * decayed


@instead_of("training_loop")
def cleared_before_and_after(n_epochs, optimizer, params, t_u, t_c):
    optimizer.zero_grad()
    for _ in range(n_epochs):
        torch.nn.functional.mse_loss(params[0] * t_u + params[1], t_c).backward()
        optimizer.step()
        optimizer.zero_grad()
    return params


@instead_of("training_loop")
def with_a_gradient_by_hand(n_epochs, optimizer, params, t_u, t_c):
    inputs = torch.stack([t_u, torch.ones_like(t_u)])
    while n_epochs:
        with torch.no_grad():
            params.grad = 2 * inputs @ (params @ inputs - t_c) / len(t_c)
        optimizer.step()
        n_epochs -= 1
    return params.detach()


@instead_of("training_loop")
def with_autograd_grad(n_epochs, optimizer, params, t_u, t_c):
    for _ in range(n_epochs):
        loss = (torch.stack([t_u, torch.ones_like(t_u)], 1) @ params - t_c).square().mean()
        (params.grad,) = torch.autograd.grad(loss, params)
        optimizer.step()
    return params.clone()


@instead_of("training_loop")
def with_a_closure(n_epochs, optimizer, params, t_u, t_c):
    def closure():
        optimizer.zero_grad(set_to_none=True)
        loss = ((params[0] * t_u + params[1] - t_c) ** 2).mean()
        loss.backward()
        return loss

    for _ in range(n_epochs):
        optimizer.step(closure)
    return params
