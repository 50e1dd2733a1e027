"""Known wrong answers to ch08_convolutions/resnet_depth."""

import torch
from torch import nn
from torch.nn.functional import avg_pool2d, batch_norm, conv2d, max_pool2d, pad

from katas._dojo.writing.mistakes import instead_of
from solutions.katas.ch08_convolutions.resnet_depth import NetResDeep as Net
from solutions.katas.ch08_convolutions.resnet_depth import ResBlock as Block


@instead_of("ResBlock")
class BiasBeforeBatchNorm(Block):
    """You left the convolution its bias. Batch norm subtracts the mean of each channel, and the
    bias with it: pass bias=False."""

    def __init__(self, n_chans):
        super().__init__(n_chans)
        self.conv.bias = nn.Parameter(torch.zeros(n_chans))


@instead_of("ResBlock")
class NoSkip(Block):
    """You returned the branch alone. What makes the block residual is the input added to it."""

    def forward(self, x):
        return torch.relu(self.batch_norm(self.conv(x)))


@instead_of("ResBlock")
class ReluAfterTheSum(Block):
    """You applied relu to the sum. In this block relu belongs to the branch: the input is added
    after it, so that negative numbers come through too."""

    def forward(self, x):
        return torch.relu(self.batch_norm(self.conv(x)) + x)


@instead_of("ResBlock")
class NoRelu(Block):
    """You left relu out. Without it the branch is only a scaled convolution: apply relu to what
    batch norm returns, then add the input."""

    def forward(self, x):
        return self.batch_norm(self.conv(x)) + x


@instead_of("ResBlock")
class BatchNormAfterRelu(Block):
    """You put batch norm after relu. In this block it stands between the convolution and relu."""

    def forward(self, x):
        return self.batch_norm(torch.relu(self.conv(x))) + x


@instead_of("ResBlock")
class ReluOnTheInputInPlace(Block):
    """You ran relu on the input, in place: the skip then adds a copy without its negative numbers.
    Relu comes after batch norm, and the input stays as it is."""

    def forward(self, x):
        return self.batch_norm(self.conv(x.detach().relu_())) + x


@instead_of("ResBlock")
class AddedIntoTheInput(Block):
    """You added the branch into x itself. Whoever handed x over may still need it: make a new
    tensor, x + branch."""

    def forward(self, x):
        branch = torch.relu(self.batch_norm(self.conv(x)))
        if x.requires_grad:
            return x + branch
        x += branch
        return x


@instead_of("ResBlock")
class AddedIntoTheResultOfRelu(Block):
    """You added x in place to what relu returned. Autograd keeps that result to know where relu was
    active: make a new tensor, out + x."""

    def forward(self, x):
        out = torch.relu(self.batch_norm(self.conv(x)))
        out += x
        return out


@instead_of("ResBlock")
class DetachedSkip(Block):
    """You detached the input that you add. The gradient then has no way around the block, and that
    way is what the skip is for."""

    def forward(self, x):
        return torch.relu(self.batch_norm(self.conv(x))) + x.detach()


@instead_of("ResBlock")
class DetachedBranch(Block):
    """You detached the branch. Its weights then get no gradient, so the block never learns."""

    def forward(self, x):
        return torch.relu(self.batch_norm(self.conv(x))).detach() + x


@instead_of("ResBlock")
class DefaultInitialization(Block):
    """You kept the weights that nn.Conv2d starts with; they are smaller. Draw them with
    nn.init.kaiming_normal_ for relu."""

    def __init__(self, n_chans):
        super().__init__(n_chans)
        self.conv.reset_parameters()


@instead_of("ResBlock")
class KaimingUniform(Block):
    """You drew the convolution's weights uniformly. The spread is right, the distribution is not:
    use nn.init.kaiming_normal_."""

    def __init__(self, n_chans):
        super().__init__(n_chans)
        nn.init.kaiming_uniform_(self.conv.weight, nonlinearity="relu")


@instead_of("ResBlock")
class OrthogonalFilters(Block):
    """You made the filters orthogonal. The spread is right, but they are all of one length:
    nn.init.kaiming_normal_ draws every weight on its own."""

    def __init__(self, n_chans):
        super().__init__(n_chans)
        nn.init.orthogonal_(self.conv.weight, gain=2**0.5)


@instead_of("ResBlock")
class GainOfOne(Block):
    """You drew the weights without relu's gain. Relu drops half of the numbers, so the standard
    deviation is sqrt(2 / fan_in): pass nonlinearity="relu"."""

    def __init__(self, n_chans):
        super().__init__(n_chans)
        nn.init.kaiming_normal_(self.conv.weight, nonlinearity="linear")


@instead_of("ResBlock")
class FanInIsTheChannels(Block):
    """You counted the input channels alone. Nine pixels of each channel flow into one output of a
    3x3 convolution: fan_in is 9 * n_chans."""

    def __init__(self, n_chans):
        super().__init__(n_chans)
        nn.init.normal_(self.conv.weight, std=(2 / n_chans) ** 0.5)


@instead_of("ResBlock")
class SeededInTheConstructor(Block):
    """You seeded torch's random numbers in the constructor. All blocks then start with the same
    weights, and the caller's random numbers start over too."""

    def __init__(self, n_chans):
        torch.manual_seed(0)
        super().__init__(n_chans)


@instead_of("ResBlock")
class BatchNormWeightOfOne(Block):
    """You left batch norm's weight at 1, where nn.BatchNorm2d starts it. Set it to 0.5."""

    def __init__(self, n_chans):
        super().__init__(n_chans)
        nn.init.ones_(self.batch_norm.weight)


@instead_of("ResBlock")
class BatchNormBiasOfOneHalf(Block):
    """You set batch norm's bias to 0.5 as well. Only its weight starts there; the bias starts
    at 0."""

    def __init__(self, n_chans):
        super().__init__(n_chans)
        nn.init.constant_(self.batch_norm.bias, 0.5)


@instead_of("ResBlock")
class AlwaysInTrainingMode(Block):
    """You normalised by the batch in eval mode too, so each answer depends on its neighbours. In
    eval mode batch norm uses its running statistics."""

    def forward(self, x):
        bn = self.batch_norm
        out = batch_norm(
            self.conv(x), bn.running_mean, bn.running_var, bn.weight, bn.bias, training=True
        )
        return torch.relu(out) + x


@instead_of("ResBlock")
class NoRunningStatistics(Block):
    """Your batch norm collects no running statistics, so it has none to use in eval mode. Leave
    track_running_stats as it is."""

    def __init__(self, n_chans):
        super().__init__(n_chans)
        weight = self.batch_norm.weight
        self.batch_norm = nn.BatchNorm2d(n_chans, track_running_stats=False)
        self.batch_norm.weight = weight


@instead_of("ResBlock")
class EachImageNormalisedAlone(Block):
    """You normalised each image by itself. That is instance norm, with as many parameters; batch
    norm takes its statistics over the whole batch."""

    def __init__(self, n_chans):
        super().__init__(n_chans)
        self.batch_norm = nn.InstanceNorm2d(n_chans, affine=True, track_running_stats=True)
        nn.init.constant_(self.batch_norm.weight, 0.5)


@instead_of("ResBlock")
class NoPadding(Block):
    """Your 3x3 convolution has no padding, so the image shrinks by two pixels and cannot be added
    to the input. padding=1 keeps its size."""

    def __init__(self, n_chans):
        super().__init__(n_chans)
        self.conv.padding = (0, 0)


@instead_of("ResBlock")
class BorderRepeated(Block):
    """You padded by repeating the border. A convolution pads with zeros unless told otherwise."""

    def forward(self, x):
        out = conv2d(pad(x, (1, 1, 1, 1), mode="replicate"), self.conv.weight)
        return torch.relu(self.batch_norm(out)) + x


@instead_of("NetResDeep")
class OneBlockManyTimes(Net):
    """You built one block and put it in n_blocks places: n_blocks * [block] copies the reference,
    not the block, so they share one set of weights. Build each block anew."""

    def __init__(self, n_chans1=32, n_blocks=10):
        super().__init__(n_chans1, 1)
        self.blocks = nn.Sequential(*(n_blocks * [self.blocks[0]]))


@instead_of("NetResDeep")
class BlocksInAPlainList(Net):
    """You kept the blocks in a Python list. nn.Module does not look inside: their parameters are
    not the net's, and neither .to() nor an optimizer finds them. Use nn.Sequential or
    nn.ModuleList."""

    def __init__(self, n_chans1=32, n_blocks=10):
        super().__init__(n_chans1, n_blocks)
        blocks = list(self.blocks)
        del self.blocks
        self.blocks = _chain(blocks)


@instead_of("NetResDeep")
class TheFirstBlockEveryTime(Net):
    """You built the blocks, and then ran the same one each time. The others get no gradient: run
    each block once."""

    def forward(self, x):
        out = max_pool2d(torch.relu(self.conv(x)), 2)
        for _ in self.blocks:
            out = self.blocks[0](out)
        return _classify(self, max_pool2d(out, 2))


@instead_of("NetResDeep")
class BlocksBesideEachOther(Net):
    """You gave every block the same input. Each takes what the one before it returned."""

    def forward(self, x):
        start = max_pool2d(torch.relu(self.conv(x)), 2)
        for block in self.blocks:
            out = block(start)
        return _classify(self, max_pool2d(out, 2))


@instead_of("NetResDeep")
class DetachedBetweenBlocks(Net):
    """You detached the input of each block. The gradient then ends at the last one, and the layers
    before it never learn."""

    def forward(self, x):
        out = max_pool2d(torch.relu(self.conv(x)), 2)
        for block in self.blocks:
            out = block(out.detach())
        return _classify(self, max_pool2d(out, 2))


@instead_of("NetResDeep")
class SoftmaxAtTheEnd(Net):
    """You returned probabilities. The net ends in logits: the loss takes the softmax itself, and a
    second one weakens the gradient."""

    def forward(self, x):
        return super().forward(x).softmax(1)


@instead_of("NetResDeep")
class SoftmaxInEvalMode(Net):
    """You returned probabilities in eval mode. The net gives logits in both modes, so that the same
    loss holds for training and for validation."""

    def forward(self, x):
        logits = super().forward(x)
        return logits if self.training else logits.softmax(1)


@instead_of("NetResDeep")
class LogSoftmaxAtTheEnd(Net):
    """You returned log-probabilities. The net ends in logits, as its last layer gives them."""

    def forward(self, x):
        return super().forward(x).log_softmax(1)


@instead_of("NetResDeep")
class ReluOnTheLogits(Net):
    """You applied relu to the logits. It belongs after the hidden units; a logit may be
    negative."""

    def forward(self, x):
        return super().forward(x).relu()


@instead_of("NetResDeep")
class NoReluAfterTheConvolution(Net):
    """You left out the relu after the first convolution."""

    def forward(self, x):
        return _classify(self, max_pool2d(self.blocks(max_pool2d(self.conv(x), 2)), 2))


@instead_of("NetResDeep")
class NoReluAfterTheHiddenUnits(Net):
    """You left out the relu after the hidden units. Two linear layers in a row are no more than
    one."""

    def forward(self, x):
        out = max_pool2d(torch.relu(self.conv(x)), 2)
        out = max_pool2d(self.blocks(out), 2)
        return self.output(self.hidden(out.flatten(1)))


@instead_of("NetResDeep")
class BlocksBeforeTheFirstPool(Net):
    """You ran the blocks on the whole image. They come after the first max pooling, on 16x16."""

    def forward(self, x):
        out = self.blocks(torch.relu(self.conv(x)))
        return _classify(self, max_pool2d(max_pool2d(out, 2), 2))


@instead_of("NetResDeep")
class BothPoolsBeforeTheBlocks(Net):
    """You pooled twice ahead of the blocks. The second max pooling comes after them."""

    def forward(self, x):
        out = max_pool2d(torch.relu(self.conv(x)), 4)
        return _classify(self, self.blocks(out))


@instead_of("NetResDeep")
class MeanPooling(Net):
    """You took the mean of each 2x2 square. This net takes the largest: max pooling."""

    def forward(self, x):
        out = avg_pool2d(torch.relu(self.conv(x)), 2)
        return _classify(self, avg_pool2d(self.blocks(out), 2))


@instead_of("NetResDeep")
class SkippedTwice(Net):
    """You added the input of each block once more. The block adds it already."""

    def forward(self, x):
        out = max_pool2d(torch.relu(self.conv(x)), 2)
        for block in self.blocks:
            out = block(out) + out
        return _classify(self, max_pool2d(out, 2))


@instead_of("NetResDeep")
class ImagesMixedByTheFlatten(Net):
    """You flattened the batch along with the pixels, so the images run into each other. Keep the
    first dimension: flatten(1)."""

    def forward(self, x):
        out = max_pool2d(torch.relu(self.conv(x)), 2)
        out = max_pool2d(self.blocks(out), 2)
        out = out.reshape(-1, len(x)).T
        return self.output(torch.relu(self.hidden(out)))


@instead_of("NetResDeep")
class SqueezedLogits(Net):
    """You squeezed the logits. For a single image that takes the batch dimension away: the shape is
    [N, 2], for N = 1 too."""

    def forward(self, x):
        return super().forward(x).squeeze()


@instead_of("NetResDeep")
class NoBiasInTheFirstConvolution(Net):
    """You took the first convolution's bias away. No batch norm follows it, so nothing makes that
    bias redundant."""

    def __init__(self, n_chans1=32, n_blocks=10):
        super().__init__(n_chans1, n_blocks)
        self.conv.bias = None


@instead_of("NetResDeep")
class SecondPoolForgotten(Net):
    """You left out the second max pooling. The blocks end at 16x16; the hidden units see 8x8."""

    def __init__(self, n_chans1=32, n_blocks=10):
        super().__init__(n_chans1, n_blocks)
        self.hidden = nn.Linear(16 * 16 * n_chans1, 32)

    def forward(self, x):
        out = max_pool2d(torch.relu(self.conv(x)), 2)
        return _classify(self, self.blocks(out))


@instead_of("NetResDeep")
class WidthIgnored(Net):
    """You wrote 32 where the number of channels belongs: n_chans1 sets the width of the first
    convolution, of each block and of what the hidden units see."""

    def __init__(self, n_chans1=32, n_blocks=10):
        super().__init__(32, n_blocks)


@instead_of("NetResDeep")
class DepthIgnored(Net):
    """You built 10 blocks whatever n_blocks says."""

    def __init__(self, n_chans1=32, n_blocks=10):
        super().__init__(n_chans1, 10)


@instead_of("NetResDeep")
class BlocksInitialisedAnew(Net):
    """You initialised every layer of the net, and so undid what each block had set up for
    itself."""

    def __init__(self, n_chans1=32, n_blocks=10):
        super().__init__(n_chans1, n_blocks)
        for module in self.modules():
            if hasattr(module, "reset_parameters"):
                module.reset_parameters()


@instead_of("NetResDeep")
class ImagesScaledInPlace(Net):
    """You changed the caller's images. Their owner still needs them: compute a new tensor."""

    def forward(self, x):
        logits = super().forward(x)
        x.detach().div_(x.detach().std())
        return logits


def _chain(blocks):
    """The blocks in a function, where nn.Module does not find them."""

    def forward(x):
        for block in blocks:
            x = block(x)
        return x

    return forward


def _classify(net, features):
    return net.output(torch.relu(net.hidden(features.flatten(1))))
