"""Wrong answers to ch05_mechanics/adam, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("Adam")
class NothingCorrected:
    """The averages are used as they are, and the first steps are too short or too long.

    Known: no_bias_correction.
    """

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr, self.betas, self.eps = lr, betas, eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

    @torch.no_grad()
    def step(self):
        b1, b2 = self.betas
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            self.m[i] = b1 * self.m[i] + (1 - b1) * p.grad
            self.v[i] = b2 * self.v[i] + (1 - b2) * p.grad**2
            p -= self.lr * self.m[i] / (self.v[i].sqrt() + self.eps)


@instead_of("Adam")
class OneCountForAll:
    """A step counts for every parameter, also for one that has no gradient.

    Known: one_count_for_all.
    """

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.t = 0
        self.m = {p: torch.zeros_like(p) for p in self.params}
        self.v = {p: torch.zeros_like(p) for p in self.params}

    def zero_grad(self):
        for p in self.params:
            if p.grad is not None:
                p.grad.zero_()

    def step(self):
        self.t += 1
        with torch.no_grad():
            for p in self.params:
                if p.grad is None:
                    continue
                self.m[p].mul_(self.beta1).add_((1 - self.beta1) * p.grad)
                self.v[p].mul_(self.beta2).add_((1 - self.beta2) * p.grad**2)
                m_hat = self.m[p] / (1 - self.beta1**self.t)
                v_hat = self.v[p] / (1 - self.beta2**self.t)
                p.sub_(self.lr * m_hat / (v_hat.sqrt() + self.eps))


@instead_of("Adam")
class CountedFromNought:
    """The count is one behind, so the first step divides by 0.

    Known: nothing.
    """

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.state = [[p, torch.zeros_like(p), torch.zeros_like(p), 0] for p in params]
        self.lr, self.betas, self.eps = lr, betas, eps

    def zero_grad(self):
        for p, *_ in self.state:
            p.grad = None

    @torch.no_grad()
    def step(self):
        beta1, beta2 = self.betas
        for slot in self.state:
            p, m, v, n = slot
            if p.grad is None:
                continue
            m.mul_(beta1).add_(p.grad, alpha=1 - beta1)
            v.mul_(beta2).addcmul_(p.grad, p.grad, value=1 - beta2)
            m_hat = m / (1 - beta1**n)
            v_hat = v / (1 - beta2**n)
            p.sub_(self.lr * m_hat / (v_hat.sqrt() + self.eps))
            slot[3] += 1


@instead_of("Adam")
class EpsInTheRoot:
    """What keeps the divisor from 0 is added before the root is taken.

    Known: eps_inside_the_root.
    """

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = [*params]
        self.lr, self.betas, self.eps = lr, betas, eps
        self.steps = [0 for _ in self.params]
        self.avg = [torch.zeros_like(p.detach()) for p in self.params]
        self.avg_sq = [torch.zeros_like(p.detach()) for p in self.params]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

    @torch.no_grad()
    def step(self):
        for i, p in enumerate(self.params):
            g = p.grad
            if g is None:
                continue
            self.steps[i] += 1
            self.avg[i] = self.betas[0] * self.avg[i] + (1 - self.betas[0]) * g
            self.avg_sq[i] = self.betas[1] * self.avg_sq[i] + (1 - self.betas[1]) * g * g
            m = self.avg[i] / (1 - self.betas[0] ** self.steps[i])
            v = self.avg_sq[i] / (1 - self.betas[1] ** self.steps[i])
            p.add_(-self.lr * m / torch.sqrt(v + self.eps))


@instead_of("Adam")
class AverageOfTheCorrected:
    """The corrected averages are kept, and corrected again at the next step.

    Known: corrected_averages_kept.
    """

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(params)
        self.lr, self.betas, self.eps = lr, betas, eps
        self.m, self.v, self.n = {}, {}, {}

    def zero_grad(self):
        for p in self.params:
            p.grad = None

    @torch.no_grad()
    def step(self):
        beta1, beta2 = self.betas
        for p in self.params:
            if p.grad is None:
                continue
            n = self.n[p] = self.n.get(p, 0) + 1
            m = beta1 * self.m.get(p, 0) + (1 - beta1) * p.grad
            v = beta2 * self.v.get(p, 0) + (1 - beta2) * p.grad.square()
            self.m[p] = m / (1 - beta1**n)
            self.v[p] = v / (1 - beta2**n)
            p.sub_(self.lr * self.m[p] / (self.v[p].sqrt() + self.eps))
