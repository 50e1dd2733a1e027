import math

from torch import Tensor, nn
from torch.nn.functional import cross_entropy


def loss_and_probs(model: nn.Module, imgs: Tensor, labels: Tensor) -> tuple[Tensor, Tensor]:
    logits = model(imgs)
    loss = cross_entropy(logits, labels)
    return loss, logits.detach().softmax(dim=1)


def loss_range(n_classes: int) -> tuple[float, float]:
    # The probabilities 1, 0, 0, … are taken for logits: of the sum of their exps, e is one.
    largest = math.log(math.e + n_classes - 1)
    return largest - 1, largest
