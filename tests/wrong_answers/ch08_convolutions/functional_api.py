"""Wrong answers to ch08_convolutions/functional_api, as people write them."""

import torch
from torch import nn
from torch.nn import functional

from katas._dojo.writing.mistakes import instead_of


@instead_of("Net")
class ForgetsTheMode(nn.Module):
    """Dropout is on in eval mode, too.

    Known: dropped_in_eval_mode_too.
    """

    def __init__(self, p=0.4):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 8, kernel_size=3, padding=1)
        self.fc1 = nn.Linear(8 * 16 * 16, 2)
        self.p = p

    def forward(self, x):
        out = functional.max_pool2d(torch.tanh(self.conv1(x)), 2)
        out = functional.dropout(out, p=self.p)
        out = out.view(-1, 8 * 16 * 16)
        return self.fc1(out)


@instead_of("Net")
class ADropoutInForward(nn.Module):
    """A module made in forward is always in training mode.

    Known: dropped_in_eval_mode_too.
    """

    def __init__(self, p=0.4):
        super().__init__()
        self.conv = nn.Conv2d(3, 8, 3, padding=1)
        self.fc = nn.Linear(2048, 2)
        self.p = p

    def forward(self, x):
        out = nn.MaxPool2d(2)(nn.Tanh()(self.conv(x)))
        out = nn.Dropout(self.p)(out)
        return self.fc(out.flatten(start_dim=1))


@instead_of("Net")
class WeightsInForward(nn.Module):
    """The layers are made at each call.

    Known: the_convolution_made_in_forward, the_linear_layer_made_in_forward.
    """

    def __init__(self, p=0.4):
        super().__init__()
        self.drop = nn.Dropout(p)

    def forward(self, x):
        conv = nn.Conv2d(3, 8, 3, padding=1, device=x.device, dtype=x.dtype)
        linear = nn.Linear(8 * 16 * 16, 2, device=x.device, dtype=x.dtype)
        x = functional.max_pool2d(conv(x).tanh(), 2)
        return linear(self.drop(x).flatten(1))


@instead_of("Net")
class WholeChannelsAlways(nn.Module):
    """Whole channels are dropped, in eval mode too.

    Known: whole_channels, dropped_in_eval_mode_too.
    """

    def __init__(self, p=0.4):
        super().__init__()
        self.p = p
        self.conv = nn.Conv2d(3, 8, 3, padding="same")
        self.linear = nn.Linear(8 * 16 * 16, 2)

    def forward(self, x):
        hidden = functional.dropout2d(functional.max_pool2d(self.conv(x).tanh(), 2), self.p)
        return self.linear(hidden.flatten(1))


@instead_of("Net")
class TensorsForWeights(nn.Module):
    """The weights of the convolution are tensors that nobody registers.

    Known: weights_that_nobody_knows_of.
    """

    def __init__(self, p=0.4):
        super().__init__()
        self.p = p
        self.w = (0.1 * torch.randn(8, 3, 3, 3)).requires_grad_()
        self.b = torch.zeros(8, requires_grad=True)
        self.fc = nn.Linear(8 * 16 * 16, 2)

    def forward(self, x):
        w, b = self.w.to(x), self.b.to(x)
        x = torch.tanh(functional.conv2d(x, w, b, padding=1))
        x = functional.dropout(functional.max_pool2d(x, 2), self.p, training=self.training)
        return self.fc(torch.flatten(x, 1))


@instead_of("Net")
class NotScaled(nn.Module):
    """The numbers that stay are not divided by 1 - p.

    Known: not_scaled.
    """

    def __init__(self, p=0.4):
        super().__init__()
        self.keep = 1 - p
        self.conv = nn.Conv2d(3, 8, 3, padding=1)
        self.fc = nn.Linear(2048, 2)

    def forward(self, x):
        x = functional.max_pool2d(functional.tanh(self.conv(x)), 2)
        if self.training:
            x = x * (torch.rand_like(x) < self.keep)
        return self.fc(x.flatten(1))
