"""Known wrong answers to ch06_networks/parameters_and_buffers."""

import torch
from torch import nn

from katas._dojo.writing.mistakes import instead_of
from solutions.katas.ch06_networks import parameters_and_buffers as right


@instead_of("Center")
class MeanIsAFrozenParameter(right.Center):
    """You made mean a Parameter with requires_grad=False. It is still a parameter: whoever
    unfreezes the model trains it. Register a buffer."""

    def __init__(self, n_features):
        super().__init__(n_features)
        del self.mean
        self.mean = nn.Parameter(torch.zeros(n_features), requires_grad=False)


@instead_of("Center")
class MeanIsAParameter(right.Center):
    """You made mean a Parameter, so it is trained along with the weight. What is measured is a
    buffer."""

    def __init__(self, n_features):
        super().__init__(n_features)
        del self.mean
        self.mean = nn.Parameter(torch.zeros(n_features))


@instead_of("Center")
class MeanIsAPlainTensor(right.Center):
    """You kept mean as a plain tensor. It is neither saved, moved nor cast: register it as a
    buffer."""

    def __init__(self, n_features):
        super().__init__(n_features)
        del self.mean
        self.mean = torch.zeros(n_features)


@instead_of("Center")
class BuffersNotSaved(right.Center):
    """You registered the buffers with persistent=False. They move with the module, but they are
    not saved."""

    def __init__(self, n_features):
        super().__init__(n_features)
        self.register_buffer("mean", torch.zeros(n_features), persistent=False)
        self.register_buffer("count", torch.tensor(0), persistent=False)


@instead_of("Center")
class CountIsANumber(right.Center):
    """You kept count as a Python number. It is not saved, so a loaded module starts from 0 and
    forgets the rows behind its mean: make it a buffer."""

    def __init__(self, n_features):
        super().__init__(n_features)
        del self.count
        self.count = 0

    @torch.no_grad()
    def update(self, x):
        self.count += len(x)
        self.mean += (x - self.mean).sum(dim=0) / max(self.count, 1)


@instead_of("Center")
class CountBesideTheBuffer(right.Center):
    """You count in a Python number beside the buffer. The number is not saved, so after loading it
    is wrong: count in the buffer alone."""

    def __init__(self, n_features):
        super().__init__(n_features)
        self.n_rows = 0

    @torch.no_grad()
    def update(self, x):
        self.n_rows += len(x)
        self.count.fill_(self.n_rows)
        self.mean += (x - self.mean).sum(dim=0) / max(self.n_rows, 1)


@instead_of("Center")
class CountInFloats(right.Center):
    """You counted in floats. A count is an integer: int64 counts exactly, and stays int64 when the
    module is cast."""

    def __init__(self, n_features):
        super().__init__(n_features)
        self.register_buffer("count", torch.tensor(0.0))


@instead_of("Center")
class WeightIsABuffer(right.Center):
    """You made weight a buffer. It is to be trained, so it is a Parameter."""

    def __init__(self, n_features):
        super().__init__(n_features)
        del self.weight
        self.register_buffer("weight", torch.ones(n_features))


@instead_of("Center")
class FrozenWeight(right.Center):
    """You froze weight. It is the one thing here that is trained."""

    def __init__(self, n_features):
        super().__init__(n_features)
        self.weight.requires_grad_(False)


@instead_of("Center")
class OneMeanForAllModules(right.Center):
    """Your modules share one mean. Make a new tensor in each __init__."""

    shared = {}  # noqa: RUF012

    def __init__(self, n_features):
        super().__init__(n_features)
        mean = self.shared.setdefault(n_features, torch.zeros(n_features))
        self.register_buffer("mean", mean)


@instead_of("Center")
class MeanOfTheLastBatch(right.Center):
    """You replaced the mean by that of the last batch. It is the mean of all rows so far."""

    @torch.no_grad()
    def update(self, x):
        if len(x):
            self.count += len(x)
            self.mean.copy_(x.mean(dim=0))


@instead_of("Center")
class MeanOfTheMeans(right.Center):
    """You averaged the means of the batches. A short batch then counts as much as a long one:
    weigh each by its rows."""

    def __init__(self, n_features):
        super().__init__(n_features)
        self.n_batches = 0

    @torch.no_grad()
    def update(self, x):
        if len(x):
            self.n_batches += 1
            self.count += len(x)
            self.mean += (x.mean(dim=0) - self.mean) / self.n_batches


@instead_of("Center")
class RunningAsInBatchNorm(right.Center):
    """You mixed a tenth of the new mean in, as batch norm does. Here every row counts alike."""

    @torch.no_grad()
    def update(self, x):
        if len(x):
            self.count += len(x)
            self.mean.lerp_(x.mean(dim=0), 0.1)


@instead_of("Center")
class NothingOverNothing(right.Center):
    """You divided by a count of 0. No rows at all change nothing; 0 / 0 is nan."""

    @torch.no_grad()
    def update(self, x):
        self.count += len(x)
        self.mean += (x - self.mean).sum(dim=0) / self.count


@instead_of("Center")
class CountedInBatches(right.Center):
    """You counted batches. Count rows: len(x)."""

    @torch.no_grad()
    def update(self, x):
        n_rows = getattr(self, "n_rows", 0) + len(x)
        self.n_rows = n_rows
        self.count += 1
        self.mean += (x - self.mean).sum(dim=0) / max(n_rows, 1)


@instead_of("Center")
class GraphKept(right.Center):
    """You let mean keep the graph of x. It is a number: measure it under no_grad."""

    def update(self, x):
        self.count += len(x)
        self.mean = self.mean + (x - self.mean).sum(dim=0) / self.count.clamp(min=1)


@instead_of("Center")
class XDetachedInPlace(right.Center):
    """You cut x itself off its graph, with detach_ or requires_grad_. It is not yours: detach()
    gives you a view without a graph."""

    def update(self, x):
        super().update(x.requires_grad_(False))


@instead_of("Center")
class XCenteredInPlace(right.Center):
    """You subtracted the mean from x in place. x belongs to the caller."""

    @torch.no_grad()
    def update(self, x):
        self.count += len(x)
        x -= self.mean
        self.mean += x.sum(dim=0) / self.count.clamp(min=1)


@instead_of("Center")
class UpdatesInTrainingModeOnly(right.Center):
    """Your update does nothing in eval mode. It is called when it is wanted: count in either
    mode."""

    def update(self, x):
        if self.training:
            super().update(x)


@instead_of("Center")
class IntoEvalMode(right.Center):
    """Your update leaves the module in eval mode. Leave modes as they are."""

    def update(self, x):
        self.eval()
        super().update(x)


@instead_of("Center")
class GradientCleared(right.Center):
    """Your update clears the gradient of weight. It has nothing to do with gradients."""

    def update(self, x):
        self.zero_grad()
        super().update(x)


@instead_of("Center")
class ForwardUpdates(right.Center):
    """Your forward updates the mean in training mode, as batch norm does. Here forward only
    reads."""

    def forward(self, x):
        if self.training:
            self.update(x.reshape(-1, x.shape[-1]))
        return super().forward(x)


@instead_of("Center")
class ForwardOnlyInTrainingMode(right.Center):
    """Your forward returns x as it is in eval mode. It centers in both modes."""

    def forward(self, x):
        return super().forward(x) if self.training else x * self.weight


@instead_of("Center")
class ScaledFirst(right.Center):
    """You multiplied by weight before you took the mean off. The mean is that of x: subtract it
    first."""

    def forward(self, x):
        return x * self.weight - self.mean


@instead_of("Center")
class WeightWithoutGradient(right.Center):
    """You multiplied by weight.data or a detached weight, so weight gets no gradient and is never
    trained."""

    def forward(self, x):
        return (x - self.mean) * self.weight.detach()


@instead_of("Center")
class CenteredByItself(right.Center):
    """You subtracted the mean of the input at hand. Subtract the mean that update has measured."""

    def forward(self, x):
        return (x - x.mean(dim=0)) * self.weight


@instead_of("Center")
class ANewWeight(right.Center):
    """Your update replaces weight by a new Parameter. An optimizer still holds the old one: leave
    weight alone."""

    def update(self, x):
        super().update(x)
        self.weight = nn.Parameter(self.weight.detach().clone())


@instead_of("Center")
class MeanInFloat32(right.Center):
    """You made the mean anew in float32, the default. It keeps the dtype of the module: write into
    the buffer, or make a tensor like it."""

    @torch.no_grad()
    def update(self, x):
        super().update(x)
        self.mean = self.mean.float()


@instead_of("Center")
class MeasuredInFloat32(right.Center):
    """You measured in float32 and cast the result. In float64 half the digits are lost: compute in
    the dtype of the module."""

    @torch.no_grad()
    def update(self, x):
        dtype = self.mean.dtype
        super().update(x.float().to(dtype))


@instead_of("Center")
class OneRowAsAVector(right.Center):
    """You squeezed x, so a single row lost its dimension and its features were counted as rows.
    x always has the shape [N, n_features]."""

    def update(self, x):
        x = x.squeeze(0)
        super().update(x if x.dim() == 2 else x.unsqueeze(-1).expand(-1, len(self.mean)))
