"""Wrong answers to ch13_segmentation/pixel_head, as people write them."""

import torch
import torch.nn.functional as F  # noqa: N812
from torch import nn

from katas._dojo.writing.mistakes import instead_of


@instead_of("PixelClassifier")
class SigmoidInTheNetAsWell(nn.Module):
    """A sigmoid in a part of its own, and one more by hand.

    Known: sigmoid_twice.
    """

    def __init__(self, in_channels, net):
        super().__init__()
        self.input_batchnorm = nn.BatchNorm2d(in_channels)
        self.unet = net
        self.final = nn.Sigmoid()

    def forward(self, x):
        x = self.final(self.unet(self.input_batchnorm(x)))
        return torch.sigmoid(x)


@instead_of("PixelClassifier")
class Squeezed(nn.Module):
    """A single channel is dropped.

    Known: the_channel_dropped.
    """

    def __init__(self, in_channels, net):
        super().__init__()
        self.input_batchnorm = nn.BatchNorm2d(in_channels)
        self.unet = net

    def forward(self, x):
        out = torch.sigmoid(self.unet(self.input_batchnorm(x)))
        return out[:, 0] if out.shape[1] == 1 else out


@instead_of("PixelClassifier")
class RawAndSoftmax(nn.Module):
    """Hounsfield units go into the net, and channels share 1.

    Known: no_batch_norm_in_front, softmax.
    """

    def __init__(self, in_channels, net):
        super().__init__()
        self.input_batchnorm = nn.BatchNorm2d(in_channels)
        self.unet = net

    def forward(self, x):
        return F.softmax(self.unet(x), dim=1)


@instead_of("pixel_loss")
def with_logits(probabilities, labels):
    """The loss has its own sigmoid.

    Known: a_loss_for_scores.
    """
    if probabilities.shape != labels.shape:
        raise ValueError(f"{probabilities.shape} against {labels.shape}")
    return nn.BCEWithLogitsLoss()(probabilities, labels.to(probabilities.dtype))


@instead_of("pixel_loss")
def as_they_come(probabilities, labels):
    """Labels stay integers.

    Known: labels_as_they_are.
    """
    return F.binary_cross_entropy(probabilities, labels)


@instead_of("pixel_loss")
def the_formula(probabilities, labels):
    """The formula as it stands: a logarithm of 0, times 0.

    Known: not_finite_where_it_is_certain.
    """
    if probabilities.shape != labels.shape:
        raise ValueError("different shapes")
    y = labels.to(probabilities)
    costs = y * torch.log(probabilities) + (1 - y) * torch.log(1 - probabilities)
    return -costs.mean()


@instead_of("PixelClassifier")
class SoftmaxOfSeveral(nn.Module):
    """Several channels share 1.

    Known: softmax_of_several.
    """

    def __init__(self, in_channels, net):
        super().__init__()
        self.input_batchnorm = nn.BatchNorm2d(in_channels)
        self.unet = net

    def forward(self, x):
        scores = self.unet(self.input_batchnorm(x))
        return scores.sigmoid() if scores.shape[1] == 1 else scores.softmax(1)


@instead_of("pixel_loss")
def float_labels(probabilities, labels):
    """Labels are float32, whatever the probabilities are.

    Known: labels_in_float32.
    """
    if probabilities.shape != labels.shape:
        raise ValueError("shapes differ")
    return F.binary_cross_entropy(probabilities, labels.float())
