"""Right answers to ch05_mechanics/adam, written differently."""

import math

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "Nobody else holds the number n.": [("n += 1", "n = n + 1")],
    "A zero is a zero, whether int or float.": [("(0, 0.0, 0.0)", "(0.0, 0, 0.0)")],
    "The parameters are no results: to record nothing at all is right as well.": [
        ("@torch.no_grad()", "@torch.inference_mode()"),
    ],
}


@instead_of("Adam")
class BuffersInLists:
    """Buffers in place, and the operators that torch's own Adam uses."""

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = tuple(params)
        self.means = [torch.zeros_like(param) for param in self.params]
        self.squares = [torch.zeros_like(param) for param in self.params]
        self.counts = [0] * len(self.params)
        self.lr, self.betas, self.eps = lr, betas, eps

    def zero_grad(self, set_to_none=False):
        for param in self.params:
            if param.grad is not None:
                param.grad.zero_()

    def step(self):
        beta1, beta2 = self.betas
        with torch.no_grad():
            for index, param in enumerate(self.params):
                if param.grad is None:
                    continue
                self.counts[index] += 1
                mean, square = self.means[index], self.squares[index]
                mean.lerp_(param.grad, 1 - beta1)
                square.mul_(beta2).addcmul_(param.grad, param.grad, value=1 - beta2)
                root = math.sqrt(1 - beta2 ** self.counts[index])
                denominator = (square.sqrt() / root).add_(self.eps)
                rate = self.lr / (1 - beta1 ** self.counts[index])
                param.addcdiv_(mean, denominator, value=-rate)


@instead_of("Adam")
class AveragesWithoutBias:
    """Running averages that need no correction: each is a weighted mean of what came so far."""

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.slots = [{"param": param, "n": 0} for param in params]
        self.lr, self.betas, self.eps = lr, betas, eps

    def zero_grad(self):
        for slot in self.slots:
            slot["param"].grad = None

    @torch.no_grad()
    def step(self):
        for slot in self.slots:
            param = slot["param"]
            if param.grad is None:
                continue
            slot["n"] += 1
            values = (param.grad, param.grad**2)
            for name, beta, value in zip("mv", self.betas, values, strict=True):
                share = (1 - beta) / (1 - beta ** slot["n"])
                slot[name] = slot.get(name, 0) * (1 - share) + value * share
            param.data -= self.lr * slot["m"] / (slot["v"] ** 0.5 + self.eps)


@instead_of("Adam")
class TheEfficientForm:
    """Both corrections in the learning rate, and eps scaled to match."""

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.state = {param: [torch.zeros_like(param), 0 * param.detach(), 0] for param in params}
        self.lr, self.betas, self.eps = lr, betas, eps

    def zero_grad(self):
        for param in self.state:
            del param.grad

    @torch.inference_mode()
    def step(self):
        beta1, beta2 = self.betas
        for param, slot in self.state.items():
            if (grad := param.grad) is not None:
                slot[:] = (
                    slot[0] + (1 - beta1) * (grad - slot[0]),
                    slot[1] + (1 - beta2) * (grad.square() - slot[1]),
                    slot[2] + 1,
                )
                root = (1 - beta2 ** slot[2]) ** 0.5
                rate = self.lr * root / (1 - beta1 ** slot[2])
                param.sub_(rate * slot[0].div(slot[1].sqrt() + self.eps * root))


@instead_of("Adam")
class ForEach:
    """One call for all parameters that have a gradient."""

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = [*params]
        self.lr, (self.beta1, self.beta2), self.eps = lr, betas, eps
        self.m, self.v, self.n = {}, {}, {}

    def zero_grad(self):
        for param in self.params:
            param.grad = None if param.grad is None else torch.zeros_like(param)

    @torch.no_grad()
    def step(self):
        moving = [param for param in self.params if param.grad is not None]
        if not moving:
            return
        grads = [param.grad for param in moving]
        for param in moving:
            self.m.setdefault(param, torch.zeros_like(param))
            self.v.setdefault(param, torch.zeros_like(param))
            self.n[param] = self.n.get(param, 0) + 1
        m, v = [self.m[param] for param in moving], [self.v[param] for param in moving]
        torch._foreach_lerp_(m, grads, 1 - self.beta1)
        torch._foreach_mul_(v, self.beta2)
        torch._foreach_addcmul_(v, grads, grads, value=1 - self.beta2)
        roots = torch._foreach_sqrt(v)
        torch._foreach_div_(roots, [(1 - self.beta2 ** self.n[p]) ** 0.5 for p in moving])
        torch._foreach_add_(roots, self.eps)
        rates = [-self.lr / (1 - self.beta1 ** self.n[param]) for param in moving]
        torch._foreach_addcdiv_(moving, m, roots, rates)
