"""Known wrong answers to ch05_mechanics/regularization."""

import torch

from katas._dojo.writing.mistakes import instead_of
from solutions.katas.ch05_mechanics.regularization import l2_penalty


@instead_of("l2_penalty")
def the_sum_without_the_square(model):
    """You added the parameters up as they are. Negative ones then count as a gain, and nothing
    stops them from growing: square each element first."""
    return sum(p.sum() for p in model.parameters())


@instead_of("l2_penalty")
def absolute_values(model):
    """You added absolute values. That is the L1 penalty, which pulls equally hard at small and at
    large parameters; here each element is squared."""
    return sum(p.abs().sum() for p in model.parameters())


@instead_of("l2_penalty")
def the_root_of_the_sum(model):
    """You took the square root of the sum, the length of the vector. The penalty is the square
    of that length: leave the root out."""
    return sum(p.square().sum() for p in model.parameters()).sqrt()


@instead_of("l2_penalty")
def a_root_that_is_squared_again(model):
    """You took a root and squared it again. The value is right, but the slope of a root at 0 is
    infinite, so a parameter that is all zeros gets NaN: never take the root."""
    return sum(p.square().sum().sqrt().square() for p in model.parameters())


@instead_of("l2_penalty")
def the_mean_of_the_squares(model):
    """You took the mean of each parameter's squares. A large layer then weighs no more than a
    single bias: add the squares up."""
    return sum(p.square().mean() for p in model.parameters())


@instead_of("l2_penalty")
def only_the_weights(model):
    """You left the biases out. Many people do so on purpose; the book's loop, like weight_decay,
    takes every parameter, so here they count."""
    named = model.named_parameters()
    return sum(p.square().sum() for name, p in named if "bias" not in name)


@instead_of("l2_penalty")
def only_the_last_parameter(model):
    """You started again with each parameter, so only the last one is left in the result. Add to
    what you have, or hand sum() all of them."""
    for p in model.parameters():
        penalty = p.square().sum()
    return penalty


@instead_of("l2_penalty")
def frozen_parameters_left_out(model):
    """You left frozen parameters out. They do not move, but the sum is over every parameter."""
    return sum(p.square().sum() for p in model.parameters() if p.requires_grad)


@instead_of("l2_penalty")
def buffers_counted_too(model):
    """You counted the buffers, such as batch norm's running statistics. They are not trained:
    only parameters count."""
    tensors = [*model.parameters(), *model.buffers()]
    return sum(t.square().sum() for t in tensors if t.is_floating_point())


@instead_of("l2_penalty")
def cut_from_the_graph(model):
    """You cut the penalty from the graph, by detach(), .data or no_grad(). The loss then shows a
    penalty that no parameter feels: square the parameters themselves."""
    return sum(p.detach().square().sum() for p in model.parameters())


@instead_of("l2_penalty")
def a_plain_number(model):
    """You turned the penalty into a Python number, for instance by item(). A number has no
    gradient: keep the tensor."""
    return sum(p.square().sum().item() for p in model.parameters())


@instead_of("l2_penalty")
def squared_in_place(model):
    """You squared the parameters themselves: pow_() and **= change them where they are. The
    penalty only reads them."""
    with torch.no_grad():
        for p in model.parameters():
            p.pow_(2)
    return sum(p.sum() for p in model.parameters())


@instead_of("penalized_loss")
def subtracted(loss, model, l2_lambda):
    """You subtracted the penalty. Large parameters then make the loss small, and training drives
    them outwards: add it."""
    return loss - l2_lambda * l2_penalty(model)


@instead_of("penalized_loss")
def lambda_halved(loss, model, l2_lambda):
    """You halved lambda, so that it equals weight_decay. The book adds lambda times the squares;
    that is why weight_decay has to be twice lambda."""
    return loss + l2_lambda / 2 * l2_penalty(model)


@instead_of("penalized_loss")
def added_in_place(loss, model, l2_lambda):
    """You wrote loss += ..., which changes the tensor of the caller. What is printed as the loss
    on the data then holds the penalty: write loss + ... instead."""
    loss += l2_lambda * l2_penalty(model)
    return loss


@instead_of("penalized_loss")
def a_penalty_that_nobody_feels(loss, model, l2_lambda):
    """You added the penalty as a number, by item(), detach() or no_grad(). The loss looks right,
    but no parameter is pulled: the penalty must stay in the graph."""
    return loss + l2_lambda * l2_penalty(model).item()


@instead_of("penalized_loss")
def backward_already_called(loss, model, l2_lambda):
    """You called backward() on the penalty. That is the caller's part: here it fills .grad, and
    the caller's own backward adds to it."""
    penalty = l2_lambda * l2_penalty(model)
    penalty.backward(retain_graph=True)
    return loss + penalty
