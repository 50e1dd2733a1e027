"""Wrong answers to ch07_images/logits, as people write them."""

import math

import torch
from torch import nn

from katas._dojo.writing.mistakes import instead_of


@instead_of("loss_and_probs")
def probabilities_first(model, imgs, labels):
    """The loss gets what people are to look at.

    Known: softmax_before_the_loss.
    """
    criterion = nn.CrossEntropyLoss()
    probs = torch.softmax(model(imgs), dim=1)
    return criterion(probs, labels), probs.detach()


@instead_of("loss_and_probs")
def a_forward_pass_for_each(model, imgs, labels):
    """The model is called again for the probabilities, and the softmax goes along dimension 0.

    Known: called_twice, softmax_over_the_batch.
    """
    loss = nn.functional.cross_entropy(model(imgs), labels)
    with torch.no_grad():
        probs = nn.Softmax(dim=0)(model(imgs))
    return loss, probs


@instead_of("loss_and_probs")
def everything_without_gradients(model, imgs, labels):
    """The loss cannot be used to train.

    Known: a_loss_that_trains_nothing.
    """
    with torch.no_grad():
        out = model(imgs)
        return nn.CrossEntropyLoss()(out, labels), out.softmax(1)


@instead_of("loss_and_probs")
def the_graph_comes_along(model, imgs, labels):
    """The probabilities hold on to the graph.

    Known: probabilities_with_their_graph.
    """
    out = model(imgs)
    return nn.CrossEntropyLoss()(out, labels), out.softmax(-1)


@instead_of("loss_range")
def of_two(n_classes):
    """The number of classes is ignored.

    Known: two_classes_for_any_number.
    """
    return math.log(1 + math.exp(-1)), math.log(1 + math.e)


@instead_of("loss_range")
def up_to_a_guess(n_classes):
    """The largest is taken to be that of equal probabilities.

    Known: nothing.
    """
    return math.log(math.e + n_classes - 1) - 1, math.log(n_classes)
