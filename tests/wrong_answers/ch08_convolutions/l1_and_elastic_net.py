"""Wrong answers to ch08_convolutions/l1_and_elastic_net, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("elastic_net")
def sums_of_norms(model, l1_lambda, l2_lambda):
    """The root is taken of the squares of each parameter.

    Known: the_root_of_the_squares.
    """
    l1 = sum(torch.linalg.vector_norm(w, 1) for w in model.parameters())
    l2 = sum(torch.linalg.vector_norm(w, 2) for w in model.parameters())
    return l1 * l1_lambda + l2 * l2_lambda


@instead_of("elastic_net")
def weights_only(model, l1_lambda, l2_lambda):
    """Biases do not count, and the squares are halved.

    Known: biases_left_out, half_the_squares.
    """
    penalty = 0.0
    for name, w in model.named_parameters():
        if name.endswith("bias"):
            continue
        penalty = penalty + l1_lambda * w.abs().sum() + 0.5 * l2_lambda * (w**2).sum()
    return penalty


@instead_of("soft_threshold_")
def a_step_along_the_sign(model, threshold):
    """What is nearer to 0 than the threshold ends on the other side.

    Known: past_zero.
    """
    with torch.no_grad():
        for w in model.parameters():
            w -= threshold * torch.sign(w)


@instead_of("soft_threshold_")
def small_ones_cut_off(model, threshold):
    """Large ones stay as they are, and the tensor is exchanged for another.

    Known: a_hard_threshold, other_tensors_put_in.
    """
    for w in model.parameters():
        w.data = torch.where(w.data.abs() <= threshold, torch.zeros_like(w.data), w.data)


@instead_of("soft_threshold_")
def what_is_left_of_the_size(model, threshold):
    """Negative numbers come out positive.

    Known: signs_lost.
    """
    with torch.no_grad():
        for param in model.parameters():
            param.copy_((param.abs() - threshold).clamp_min(0.0))


@instead_of("soft_threshold_")
def in_a_list_of_their_own(model, threshold):
    """The shrunk tensors go nowhere.

    Known: nothing_moved.
    """
    shrunk = []
    for w in model.parameters():
        shrunk.append(w.sign() * torch.relu(w.abs() - threshold))
