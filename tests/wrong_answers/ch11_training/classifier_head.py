"""Wrong answers to ch11_training/classifier_head, as people write them."""

import torch
import torch.nn.functional as F  # noqa: N812
from torch import nn

from katas._dojo.writing.mistakes import instead_of


@instead_of("classification_loss")
def the_second_for_the_loss(model, crops, labels):
    """Cross-entropy of probabilities.

    Known: probabilities_given_to_the_loss.
    """
    _logits, probs = model(crops)
    criterion = nn.CrossEntropyLoss()
    return criterion(probs, labels)


@instead_of("classification_loss")
def nll_of_log_probabilities(model, crops, labels):
    """The logarithm is taken of what is rounded to 0, and losses are added.

    Known: the_logarithm_of_probabilities, a_sum_over_crops.
    """
    probs = model(crops)[1]
    return F.nll_loss(torch.log(probs), labels, reduction="sum")


class _Layers(nn.Module):
    def __init__(self, body, n_features=1152):
        super().__init__()
        self.tail_batchnorm = nn.BatchNorm3d(1)
        self.body = body
        self.head_linear = nn.Linear(n_features, 2)


@instead_of("Classifier")
class FoldedIntoRows(_Layers):
    """view makes rows of whatever there is.

    Known: crops_folded.
    """

    def forward(self, x):
        x = self.tail_batchnorm(x)
        x = self.body(x)
        x = self.head_linear(x.view(-1, self.head_linear.in_features))
        return x, F.softmax(x, dim=1)


@instead_of("Classifier")
class SoftmaxOverDimension0(_Layers):
    """The probabilities of a class add up to 1 over the crops.

    Known: softmax_over_the_crops.
    """

    def forward(self, x):
        x = self.body(self.tail_batchnorm(x))
        logits = self.head_linear(torch.flatten(x, 1))
        return logits, nn.Softmax(dim=0)(logits)


@instead_of("Classifier")
class ProbabilitiesAndLogits(_Layers):
    """The order is reversed, and crops do not go through batch norm.

    Known: probabilities_first, batch_norm_left_out.
    """

    def forward(self, x):
        out = self.head_linear(self.body(x).flatten(1))
        return torch.softmax(out, 1), out
