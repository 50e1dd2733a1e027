"""Wrong answers to ch08_convolutions/batch_norm, as people write them."""

import torch
from torch import nn

from katas._dojo.writing.mistakes import instead_of


class _Norm(nn.Module):
    def __init__(self, num_features, eps=1e-5, momentum=0.1):
        super().__init__()
        self.eps, self.momentum = eps, momentum
        self.weight = nn.Parameter(torch.ones(num_features))
        self.bias = nn.Parameter(torch.zeros(num_features))
        self.register_buffer("running_mean", torch.zeros(num_features))
        self.register_buffer("running_var", torch.ones(num_features))

    def scaled(self, x, mean, var):
        column = (1, -1, 1, 1)
        x = (x - mean.view(column)) / torch.sqrt(var.view(column) + self.eps)
        return x * self.weight.view(column) + self.bias.view(column)

    def follow(self, mean, var):
        with torch.no_grad():
            self.running_mean.lerp_(mean, self.momentum)
            self.running_var.lerp_(var, self.momentum)

    def refuse_single_pixels(self, x):
        n = x.numel() // x.shape[1]
        if n == 1:
            raise ValueError(f"Expected more than 1 value per channel, got {tuple(x.shape)}")


@instead_of("BatchNorm2d")
class OneVarianceForBoth(_Norm):
    """The running variance follows the one that divides by the number of pixels.

    Known: a_biased_running_variance.
    """

    def forward(self, x):
        if not self.training:
            return self.scaled(x, self.running_mean, self.running_var)
        self.refuse_single_pixels(x)
        mean = x.mean((0, 2, 3))
        var = x.var((0, 2, 3), correction=0)
        self.follow(mean, var)
        return self.scaled(x, mean, var)


@instead_of("BatchNorm2d")
class MomentumOfAnOptimizer(_Norm):
    """The running statistics keep the share ``momentum`` of what they were.

    Known: momentum_the_other_way_round.
    """

    def forward(self, x):
        if self.training:
            self.refuse_single_pixels(x)
            mean = x.mean(dim=[0, 2, 3])
            var = x.var(dim=[0, 2, 3], unbiased=False)
            unbiased = x.var(dim=[0, 2, 3])
            self.running_mean = (
                self.momentum * self.running_mean + (1 - self.momentum) * mean.detach()
            )
            self.running_var = (
                self.momentum * self.running_var + (1 - self.momentum) * unbiased.detach()
            )
        else:
            mean, var = self.running_mean, self.running_var
        return self.scaled(x, mean, var)


@instead_of("BatchNorm2d")
class StatisticsOutsideOfTheGraph(_Norm):
    """The mean and the variance of the batch are constants to autograd.

    Known: statistics_without_gradients.
    """

    def forward(self, x):
        mean, var = self.running_mean, self.running_var
        if self.training:
            self.refuse_single_pixels(x)
            with torch.no_grad():
                mean = x.mean((0, 2, 3))
                var = ((x - mean[:, None, None]) ** 2).mean((0, 2, 3))
                n = x.numel() / x.size(1)
                self.follow(mean, var * n / (n - 1))
        return self.scaled(x, mean, var)


@instead_of("BatchNorm2d")
class LooksAtTheBatchInEval(_Norm):
    """Eval mode takes the statistics of the batch, too, with the unbiased variance.

    Known: always_by_the_batch, normalized_by_the_unbiased_variance.
    """

    def forward(self, x):
        mean, var = x.mean((0, 2, 3)), x.var((0, 2, 3))
        if self.training:
            self.refuse_single_pixels(x)
            self.follow(mean, var)
        return self.scaled(x, mean, var)


@instead_of("BatchNorm2d")
class OneImageRefused(_Norm):
    """A batch of one image is refused, however many pixels it has, and eps is added to the root.

    Known: nothing.
    """

    def forward(self, x):
        if self.training:
            if x.size(0) < 2:
                raise ValueError("batch norm needs more than one sample")
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), correction=0)
            self.follow(mean, x.var((0, 2, 3)))
        else:
            mean, var = self.running_mean, self.running_var
        x = (x - mean.view(1, -1, 1, 1)) / (var.sqrt().view(1, -1, 1, 1) + self.eps)
        return self.weight.view(1, -1, 1, 1) * x + self.bias.view(1, -1, 1, 1)


@instead_of("BatchNorm2d")
class EachImageByItself(_Norm):
    """Each image is normalized by its own pixels.

    Known: each_image_by_itself.
    """

    def forward(self, x):
        if self.training:
            self.refuse_single_pixels(x)
            mean = x.mean((2, 3), keepdim=True)
            var = x.var((2, 3), unbiased=False, keepdim=True)
            self.follow(mean.mean(0).flatten(), x.var((0, 2, 3)))
            x = (x - mean) / (var + self.eps).sqrt()
            return x * self.weight.view(-1, 1, 1) + self.bias.view(-1, 1, 1)
        return self.scaled(x, self.running_mean, self.running_var)


@instead_of("BatchNorm2d")
class PlainAttributes(_Norm):
    """The running statistics are no buffers, and keep the graph of each batch.

    Known: graphs_collected, statistics_as_attributes.
    """

    def __init__(self, num_features, eps=1e-5, momentum=0.1):
        super().__init__(num_features, eps, momentum)
        del self.running_mean, self.running_var
        self.running_mean = torch.zeros(num_features)
        self.running_var = torch.ones(num_features)

    def forward(self, x):
        if self.training:
            self.refuse_single_pixels(x)
            mean, var = x.mean((0, 2, 3)), x.var((0, 2, 3), correction=0)
            m = self.momentum
            self.running_mean = (1 - m) * self.running_mean + m * mean
            self.running_var = (1 - m) * self.running_var + m * x.var((0, 2, 3))
            return self.scaled(x, mean, var)
        return self.scaled(x, self.running_mean, self.running_var)


@instead_of("BatchNorm2d")
class TorchsModule(nn.BatchNorm2d):
    """All of it is torch's.

    Known: torchs_own.
    """

    def __init__(self, num_features, eps=1e-5, momentum=0.1):
        super().__init__(num_features, eps, momentum)

    def forward(self, x):
        return super().forward(x)


@instead_of("BatchNorm2d")
class AttributesOnly(PlainAttributes):
    """The running statistics are no buffers.

    Known: statistics_as_attributes.
    """

    def forward(self, x):
        out = super().forward(x)
        self.running_mean, self.running_var = self.running_mean.detach(), self.running_var.detach()
        return out
