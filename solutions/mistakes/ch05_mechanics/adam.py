"""Known wrong answers to ch05_mechanics/adam."""

import torch

from katas._dojo.writing.mistakes import instead_of
from solutions.katas.ch05_mechanics import adam as right


@instead_of("Adam")
class EpsInsideTheRoot(right.Adam):
    """You added eps under the square root. There it counts as sqrt(eps), which is much larger:
    take the root first, then add eps."""

    def _ratio(self, n, m, v):
        beta1, beta2 = self.betas
        return m / (1 - beta1**n) / (v / (1 - beta2**n) + self.eps).sqrt()


@instead_of("Adam")
class EpsBesideTheUncorrectedRoot(right.Adam):
    """You moved both corrections into the learning rate, so that eps is added to the root of v
    as it is. Divide v by 1 - beta2**n first, then add eps to its root."""

    def _ratio(self, n, m, v):
        beta1, beta2 = self.betas
        return (1 - beta2**n) ** 0.5 / (1 - beta1**n) * m / (v.sqrt() + self.eps)


@instead_of("Adam")
class NoBiasCorrection(right.Adam):
    """You used the averages as they are. They start at zero, so the first ones are too small:
    divide m by 1 - beta1**n and v by 1 - beta2**n."""

    def _ratio(self, n, m, v):
        return m / (v.sqrt() + self.eps)


@instead_of("Adam")
class OnlyTheFirstAverageCorrected(right.Adam):
    """You corrected m and forgot v. The average of the squares starts at zero as well, and with
    beta2 near 1 it takes longer to recover."""

    def _ratio(self, n, m, v):
        return m / (1 - self.betas[0] ** n) / (v.sqrt() + self.eps)


@instead_of("Adam")
class AveragesShared(right.Adam):
    """You kept one m and one v for all parameters. Each parameter has averages of its own."""

    def _direction(self, param):
        beta1, beta2 = self.betas
        n, m, v = self.averages.get("all", (0, 0.0, 0.0))
        m = beta1 * m + (1 - beta1) * param.grad
        v = beta2 * v + (1 - beta2) * param.grad**2
        self.averages["all"] = n + 1, m, v
        return self._ratio(n + 1, m, v)


@instead_of("Adam")
class OneCountForAll(right.Adam):
    """You counted the calls of step. A parameter without a gradient does not take part, so each
    one needs a count of its own."""

    def step(self):
        self.count = getattr(self, "count", 0) + 1
        super().step()

    def _ratio(self, n, m, v):
        return super()._ratio(self.count, m, v)


@instead_of("Adam")
class SquareOfTheAverage(right.Adam):
    """You squared the average of the gradient. v is the average of the squares: square each
    gradient first."""

    def _direction(self, param):
        beta1, beta2 = self.betas
        n, m, v = self.averages.get(param, (0, 0.0, 0.0))
        m = beta1 * m + (1 - beta1) * param.grad
        v = beta2 * v + (1 - beta2) * m**2
        self.averages[param] = n + 1, m, v
        return self._ratio(n + 1, m, v)


@instead_of("Adam")
class OneAverageForAWholeParameter(right.Adam):
    """You averaged the squares over a whole parameter. Every element has a v of its own, and so
    a step of its own."""

    def _ratio(self, n, m, v):
        return super()._ratio(n, m, v.mean())


@instead_of("Adam")
class BetasSwapped(right.Adam):
    """You swapped the betas. The first is for the gradient, the second for its square."""

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        super().__init__(params, lr, betas[::-1], eps)


@instead_of("Adam")
class BetasIgnored(right.Adam):
    """You wrote 0.9 and 0.999 into the step. They are only the defaults: use betas."""

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        super().__init__(params, lr, eps=eps)


@instead_of("Adam")
class LearningRateOfTheBook(right.Adam):
    """Your default learning rate is not torch's, which is 1e-3."""

    def __init__(self, params, lr=1e-1, betas=(0.9, 0.999), eps=1e-8):
        super().__init__(params, lr, betas, eps)


@instead_of("Adam")
class NoneTakenForZero(right.Adam):
    """You took a missing gradient for zero, so the averages move the parameter all the same. A
    parameter whose grad is None is left alone."""

    def step(self):
        missing = [param for param in self.params if param.grad is None]
        for param in missing:
            param.grad = torch.zeros_like(param)
        super().step()
        for param in missing:
            param.grad = None


@instead_of("Adam")
class TheGradientSquaredInPlace(right.Adam):
    """You changed the gradient in place. It is not yours: make new tensors."""

    def _direction(self, param):
        direction = super()._direction(param)
        param.grad.pow_(2)
        return direction


@instead_of("Adam")
class TheFirstGradientKept(right.Adam):
    """You took the first gradient itself for the first average. When it changes in place, the
    average changes with it: make a new tensor."""

    def _direction(self, param):
        beta1, beta2 = self.betas
        n, m, v = self.averages.get(param, (0, 0.0, 0.0))
        # Averages of another scale: m / (1 - beta1), and the factor is taken back below.
        m = param.grad if n == 0 else m.mul_(beta1).add_(param.grad)
        v = beta2 * v + (1 - beta2) * param.grad**2
        self.averages[param] = n + 1, m, v
        return self._ratio(n + 1, (1 - beta1) * m, v)


@instead_of("Adam")
class ZeroGradDoesNothing(right.Adam):
    """Your zero_grad leaves the gradients there, and backward adds to them."""

    def zero_grad(self):
        pass


@instead_of("Adam")
class ZeroGradStumblesOverNone(right.Adam):
    """You zeroed gradients in place without asking whether there is one. Before the first
    backward they are None."""

    def zero_grad(self):
        for param in self.params:
            param.grad.zero_()


@instead_of("Adam")
class AveragesForgottenWithTheGradients(right.Adam):
    """You cleared the averages in zero_grad. Only the gradients are cleared: the averages are
    what lasts from step to step."""

    def zero_grad(self):
        super().zero_grad()
        self.averages.clear()


@instead_of("Adam")
class AGeneratorReadTwice(right.Adam):
    """You kept the generator itself. It runs dry after one pass, so later steps move nothing:
    make a list of it."""

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
        super().__init__([], lr, betas, eps)
        self.params = params


@instead_of("Adam")
class AveragesKeptOnTheParameter(right.Adam):
    """You keep the averages on the parameter, or on the class, where the next optimizer finds
    them. Make them in __init__, for each optimizer anew."""

    def _direction(self, param):
        self.averages = getattr(param, "averages", {})
        param.averages = self.averages
        return super()._direction(param)


@instead_of("Adam")
class ParametersFrozenByTheStep(right.Adam):
    """You switched requires_grad off to move the parameters and left it off. Move them under
    torch.no_grad() instead."""

    def step(self):
        for param in self.params:
            param.requires_grad_(False)
        super().step()


@instead_of("Adam")
class TorchsOwn(torch.optim.Adam):
    """You built on torch.optim.Adam. This kata is about what happens in there: write the update
    out."""
