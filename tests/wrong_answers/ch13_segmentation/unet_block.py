"""Wrong answers to ch13_segmentation/unet_block, as people write them."""

from torch import nn

from katas._dojo.writing.mistakes import instead_of


@instead_of("UNetBlock")
class NormThenRelu(nn.Module):
    """As in most networks, relu comes last.

    Known: batch_norm_before_relu.
    """

    def __init__(self, in_channels, out_channels, padding, batch_norm):
        super().__init__()
        p = 1 if padding else 0
        layers = [nn.Conv2d(in_channels, out_channels, 3, padding=p)]
        if batch_norm:
            layers.append(nn.BatchNorm2d(out_channels))
        layers += [nn.ReLU(inplace=True), nn.Conv2d(out_channels, out_channels, 3, padding=p)]
        if batch_norm:
            layers.append(nn.BatchNorm2d(out_channels))
        layers.append(nn.ReLU(inplace=True))
        self.block = nn.Sequential(*layers)

    def forward(self, x):
        return self.block(x)


@instead_of("UNetBlock")
class PaddingHandedOn(nn.Module):
    """The bool goes to the convolution.

    Known: a_bool_for_a_size.
    """

    def __init__(self, in_channels, out_channels, padding=False, batch_norm=False):
        super().__init__()
        parts = []
        for n in (in_channels, out_channels):
            parts.append(nn.Conv2d(n, out_channels, kernel_size=3, padding=padding))
            parts.append(nn.ReLU())
            if batch_norm:
                parts.append(nn.BatchNorm2d(out_channels))
        self.block = nn.Sequential(*parts)

    def forward(self, x):
        return self.block(x)


@instead_of("UNetBlock")
class LastReluForgotten(nn.Module):
    """There is no relu behind the second convolution, and the border is always there.

    Known: no_relu_at_the_end, always_padded.
    """

    def __init__(self, in_channels, out_channels, padding, batch_norm):
        super().__init__()
        norm = nn.BatchNorm2d if batch_norm else nn.Identity
        self.block = nn.Sequential(
            nn.Conv2d(in_channels, out_channels, 3, padding=1),
            nn.ReLU(),
            *([norm(out_channels)] if batch_norm else []),
            nn.Conv2d(out_channels, out_channels, 3, padding=1),
            nn.Identity(),
            *([norm(out_channels)] if batch_norm else []),
        )

    def forward(self, x):
        return self.block(x)


@instead_of("UNetBlock")
class WithoutBias(nn.Module):
    """Batch norm has its own bias, so the convolutions are given none.

    Known: no_bias_before_batch_norm.
    """

    def __init__(self, in_channels, out_channels, padding, batch_norm):
        super().__init__()

        def half(n):
            conv = nn.Conv2d(n, out_channels, 3, padding=int(padding), bias=not batch_norm)
            return [conv, nn.ReLU(), *([nn.BatchNorm2d(out_channels)] * bool(batch_norm))]

        self.block = nn.Sequential(*half(in_channels), *half(out_channels))

    def forward(self, x):
        return self.block(x)


@instead_of("UNetBlock")
class IdentityForNoNorm(nn.Module):
    """The second convolution is the fourth part in any case.

    Known: a_place_for_no_batch_norm.
    """

    def __init__(self, in_channels, out_channels, padding, batch_norm):
        super().__init__()
        p = 1 if padding else 0
        self.block = nn.Sequential(
            nn.Conv2d(in_channels, out_channels, 3, padding=p),
            nn.ReLU(),
            nn.BatchNorm2d(out_channels) if batch_norm else nn.Identity(),
            nn.Conv2d(out_channels, out_channels, 3, padding=p),
            nn.ReLU(),
            nn.BatchNorm2d(out_channels) if batch_norm else nn.Identity(),
        )

    def forward(self, x):
        return self.block(x)
