"""Wrong answers to ch05_mechanics/regularization, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of
from katas.ch05_mechanics.regularization import l2_penalty


@instead_of("l2_penalty")
def penalty_of_detached_values(model):
    """The numbers are read through .data, and have no gradient.

    Known: cut_from_the_graph.
    """
    total = torch.zeros((), dtype=next(model.parameters()).dtype)
    for p in model.parameters():
        total = total + (p.data**2).sum()
    return total


@instead_of("l2_penalty")
def penalty_from_the_state_dict(model):
    """What a state_dict holds has no gradient, and buffers are among it.

    Known: squares_of_the_state_dict, in_float32_whatever_comes, cut_from_the_graph.
    """
    return sum(value.float().pow(2).sum() for value in model.state_dict().values())


@instead_of("penalized_loss")
def penalty_as_a_number(loss, model, l2_lambda):
    """The penalty is a number, through which no gradient goes.

    Known: a_penalty_that_nobody_feels.
    """
    return loss + l2_lambda * l2_penalty(model).item()


@instead_of("l2_penalty")
def lengths_are_summed(model):
    """The root is taken for each parameter, and has no slope at 0.

    Known: norms_added_up.
    """
    return sum(p.norm(2) for p in model.parameters())


@instead_of("l2_penalty")
def weights_only(model):
    """Biases do not count, and what is frozen neither.

    Known: only_the_weights, frozen_parameters_left_out.
    """
    penalty = 0.0
    for name, param in model.named_parameters():
        if param.requires_grad and "bias" not in name:
            penalty = penalty + param.pow(2).sum()
    return penalty


@instead_of("l2_penalty")
def mean_of_the_squares(model):
    """The squares are averaged over all elements.

    Known: nothing.
    """
    flat = torch.cat([p.flatten() for p in model.parameters()])
    return (flat**2).mean()


@instead_of("penalized_loss")
def added_to_the_loss_itself(loss, model, l2_lambda):
    """The caller's loss changes.

    Known: added_in_place.
    """
    loss += l2_lambda * l2_penalty(model)
    return loss


@instead_of("penalized_loss")
def halved_as_in_courses(loss, model, l2_lambda):
    """The penalty counts half, so that its gradient has no 2.

    Known: lambda_halved.
    """
    l2 = sum((p**2).sum() for p in model.parameters())
    return loss + l2_lambda / 2 * l2
