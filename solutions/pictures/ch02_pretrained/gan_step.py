"""A generator that learns where the real numbers are.

Real ones lie around 3, fakes begin around 0.  The line is the discriminator's verdict, 1 for
real: it falls where the fakes are, and they move up it.  In the end it lies near one half, and the
fakes lie among the real ones.
"""

import torch
from torch import nn

from katas._dojo.showing.page import BLUE, GREY, ORANGE
from katas.ch02_pretrained.gan_step import gan_step

STEPS = (0, 20, 60, 600)


def draw(figure):
    figure.set_size_inches(7, 4.4)
    panels = figure.subplots(2, 2, sharex=True, sharey=True)
    x = torch.linspace(-2, 6, 161)[:, None]
    for ax, (step, real, fake, verdict) in zip(panels.flat, _game(x), strict=True):
        bins = torch.linspace(-2, 6, 41)
        for numbers, color, label in ((real, GREY, "real"), (fake, ORANGE, "fake")):
            heights, _ = torch.histogram(numbers, bins, density=True)
            middles = (bins[1:] + bins[:-1]) / 2
            look = {"color": color, "alpha": 0.6, "label": label}
            ax.bar(middles.numpy(), heights.numpy(), 0.2, **look)
        ax.plot(x, verdict, color=BLUE, label="verdict")
        ax.set(title=f"after {step} steps", ylim=(0, 1.6))
    panels[0, 0].legend()


def _game(x):
    """Real numbers, fakes and verdicts on ``x``, after each of ``STEPS``."""
    generator = torch.Generator().manual_seed(1)
    with torch.random.fork_rng(devices=[]):
        torch.default_generator.manual_seed(0)
        faker = nn.Sequential(nn.Linear(1, 1))
        judge = nn.Sequential(nn.Linear(1, 16), nn.Tanh(), nn.Linear(16, 1))
    with torch.no_grad():
        faker[0].weight.fill_(1.0)
        faker[0].bias.zero_()
    optimizers = [
        torch.optim.Adam(it.parameters(), lr=0.03, betas=(0.5, 0.9)) for it in (faker, judge)
    ]
    for step in range(STEPS[-1] + 1):
        real = 3 + 0.5 * torch.randn(512, 1, generator=generator)
        noise = torch.randn(512, 1, generator=generator)
        if step in STEPS:
            with torch.no_grad():
                yield step, real, faker(noise), judge(x).sigmoid()
        gan_step(faker, judge, *optimizers, real, noise)
