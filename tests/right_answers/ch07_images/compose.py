"""Right answers to ch07_images/compose, written differently."""

import functools

from torch import nn

from katas._dojo.writing.mistakes import instead_of


@instead_of("Compose")
class Reducing:
    def __init__(self, transforms):
        self.steps = [*transforms]

    def __call__(self, image):
        return functools.reduce(lambda so_far, step: step(so_far), self.steps, image)


@instead_of("Compose")
class TheRestIsAnother:
    def __init__(self, transforms):
        self.first, *rest = [*transforms] or [None]
        self.rest = type(self)(rest) if rest else None

    def __call__(self, image):
        if self.first is None:
            return image
        image = self.first(image)
        return image if self.rest is None else self.rest(image)


@instead_of("Compose")
class AModule(nn.Module):
    def __init__(self, transforms):
        super().__init__()
        self.transforms = list(transforms)

    def forward(self, image):
        for i in range(len(self.transforms)):
            image = self.transforms[i](image)
        return image
