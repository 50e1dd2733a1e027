"""Known wrong answers to ch07_images/cross_entropy."""

import torch
from torch.nn import functional

from katas._dojo.writing.mistakes import instead_of
from solutions.katas.ch07_images.cross_entropy import cross_entropy, log_softmax, nll_loss


@instead_of("log_softmax")
def the_log_of_a_softmax(logits, dim):
    """You took the logarithm of a finished softmax. An unlikely class has already been rounded
    to 0 there, and its logarithm is -inf: subtract the log of the sum from the logits instead."""
    exp = (logits - logits.amax(dim, keepdim=True)).exp()
    return (exp / exp.sum(dim, keepdim=True)).log()


@instead_of("log_softmax")
def a_small_number_inside_the_log(logits, dim):
    """You added a small number to keep the logarithm finite. It now caps how wrong an answer
    can be and bends every other value: work with log-probabilities, where nothing reaches 0."""
    exp = (logits - logits.amax(dim, keepdim=True)).exp()
    return (exp / exp.sum(dim, keepdim=True) + 1e-9).log()


@instead_of("log_softmax")
def the_log_of_a_naive_softmax(logits, dim):
    """You took exp of the logits as they came, then the logarithm of the quotient. exp(1e4) is
    infinite, and an unlikely class is rounded to 0: subtract logsumexp from the logits instead."""
    return torch.log(logits.exp() / logits.exp().sum(dim, keepdim=True))


@instead_of("log_softmax")
def exp_of_the_raw_logits(logits, dim):
    """You took exp of the logits as they came, and exp(1e4) is infinite. Subtract the largest
    logit first and add it again after the log, or let logsumexp do it."""
    return logits - logits.exp().sum(dim, keepdim=True).log()


@instead_of("log_softmax")
def shifted_by_the_largest_of_all(logits, dim):
    """You subtracted the largest logit of the whole tensor. A row that lies far below it
    vanishes: take the largest along dim, for each row its own."""
    shifted = logits - logits.max()
    return shifted - shifted.exp().sum(dim, keepdim=True).log()


@instead_of("log_softmax")
def cut_off_at_minus_100(logits, dim):
    """You cut the log-probabilities off at -100. Below it all mistakes cost the same, and none
    of them gets a gradient any more: leave the values as they are."""
    return log_softmax(logits, dim).clamp(min=-100)


@instead_of("log_softmax")
def a_normaliser_without_gradient(logits, dim):
    """Your values are right, but the normaliser is detached. It depends on every logit, and
    its gradient, the softmax, is missing from yours."""
    return logits - logits.logsumexp(dim, keepdim=True).detach()


@instead_of("log_softmax")
def always_along_the_last_dimension(logits, dim):
    """You normalise along the last dimension, whatever dim says."""
    return log_softmax(logits, -1)


@instead_of("log_softmax")
def over_the_whole_tensor(logits, dim):
    """You normalised over all elements at once. Each row along dim is a distribution by
    itself."""
    return logits - logits.flatten().logsumexp(0)


@instead_of("log_softmax")
def rows_by_reshape(logits, dim):
    """You brought the classes to the end by reshape. It keeps the order of the elements, so
    other elements end up in a row: movedim or transpose moves a dimension, reshape does not."""
    rows = logits.reshape(-1, logits.shape[dim])
    return log_softmax(rows, 1).reshape(logits.shape)


@instead_of("log_softmax")
def a_normaliser_without_its_dimension(logits, dim):
    """You subtracted a normaliser whose dimension is gone, so that it lines up with the wrong
    one. Keep it: keepdim=True."""
    return logits - logits.logsumexp(dim)


@instead_of("log_softmax")
def no_log_at_the_end(logits, dim):
    """You returned probabilities. Their logarithm was asked for."""
    return log_softmax(logits, dim).exp()


@instead_of("log_softmax")
def in_single_precision(logits, dim):
    """You calculated in float32, whatever came in. Half of the digits of a float64 are lost, and
    casting back does not restore them: keep the dtype of the logits."""
    return log_softmax(logits.float(), dim).to(logits.dtype)


@instead_of("log_softmax")
def subtracted_in_place(logits, dim):
    """You subtracted inside the tensor you were given. Its owner still needs the logits: make
    a new tensor."""
    with torch.no_grad():
        normaliser = logits.logsumexp(dim, keepdim=True)
    if logits.requires_grad:
        return log_softmax(logits, dim)
    return logits.sub_(normaliser)


@instead_of("log_softmax")
def torchs_log_softmax(logits, dim):
    """You called torch's log_softmax. Here it is yours to write."""
    return torch.special.log_softmax(logits, dim)


@instead_of("nll_loss")
def summed_over_the_batch(log_probs, targets):
    """You summed over the batch. The loss is the mean: it must not grow with the batch."""
    return nll_loss(log_probs, targets) * len(targets)


@instead_of("nll_loss")
def averaged_over_the_classes_too(log_probs, targets):
    """You averaged over all N * C elements of a product with the one-hot targets. Most of them
    are zeros that stand for nothing: sum over the classes, then average over the N samples."""
    one_hot = functional.one_hot(targets, log_probs.shape[1])
    return -(one_hot * log_probs).mean()


@instead_of("nll_loss")
def every_target_for_every_sample(log_probs, targets):
    """You indexed with [:, targets], which takes every sample's target from every row: N * N
    numbers. Pair each row with its own target, as gather does."""
    return -log_probs[:, targets].mean()


@instead_of("nll_loss")
def the_minus_forgotten(log_probs, targets):
    """You forgot the minus. Log-probabilities are negative, and a loss has to fall as they
    rise."""
    return -nll_loss(log_probs, targets)


@instead_of("nll_loss")
def the_absolute_value(log_probs, targets):
    """You took the absolute value where a minus was meant. At a log-probability of 0 its
    gradient is 0, that of the loss is -1 / N."""
    return log_probs.gather(1, targets.unsqueeze(1)).abs().mean()


@instead_of("nll_loss")
def probabilities_in_place_of_their_logs(log_probs, targets):
    """You averaged probabilities. The loss averages their logarithms, which is what came in."""
    return nll_loss(log_probs.exp(), targets)


@instead_of("nll_loss")
def normalised_once_more(log_probs, targets):
    """You normalised what was normalised already. Log-softmax leaves log-probabilities as they
    are, so the value is right, but the gradient is that of the logits."""
    return cross_entropy(log_probs, targets)


@instead_of("nll_loss")
def the_likeliest_class(log_probs, targets):
    """You took the largest log-probability of each row. The loss asks for that of the true
    class, likely or not."""
    return -log_probs.amax(1).mean()


@instead_of("nll_loss")
def one_loss_per_sample(log_probs, targets):
    """You returned one loss for each sample. Average them: the loss is 0-dimensional."""
    return -log_probs.gather(1, targets.unsqueeze(1)).squeeze(1)


@instead_of("nll_loss")
def a_loss_of_shape_1(log_probs, targets):
    """Your loss has the shape [1]. A mean over everything has no dimension left: []."""
    return nll_loss(log_probs, targets).reshape(1)


@instead_of("nll_loss")
def taken_out_of_autograd(log_probs, targets):
    """You added up plain numbers, and autograd lost sight of them: .item() and .tolist() end
    the graph. Keep tensors until the end."""
    picked = [log_probs[i, target].item() for i, target in enumerate(targets.tolist())]
    return torch.tensor(-sum(picked) / len(picked), device=log_probs.device, dtype=log_probs.dtype)


@instead_of("nll_loss")
def targets_unsqueezed_in_place(log_probs, targets):
    """You gave the targets another shape in place. They are the caller's: unsqueeze, without
    the underscore, makes a view."""
    return -log_probs.gather(1, targets.unsqueeze_(1)).mean()


@instead_of("nll_loss")
def torchs_nll_loss(log_probs, targets):
    """You called torch's nll_loss. Here it is yours to write."""
    return functional.nll_loss(log_probs[:, :, None], targets[:, None])


@instead_of("cross_entropy")
def a_softmax_before_it(logits, targets):
    """You applied a softmax before the loss, which applies its own. Probabilities differ by at
    most 1, so the loss can never come near 0: hand over the logits."""
    return cross_entropy(log_softmax(logits, 1).exp(), targets)


@instead_of("cross_entropy")
def logits_taken_for_log_probabilities(logits, targets):
    """You took the raw logits for log-probabilities. Normalise them first; otherwise the loss
    has no lower bound."""
    return nll_loss(logits, targets)


@instead_of("cross_entropy")
def normalised_over_the_batch(logits, targets):
    """You normalised along dimension 0, over the samples. It is the classes of one sample that
    share a probability of 1: dimension 1."""
    return nll_loss(log_softmax(logits, 0), targets)


@instead_of("cross_entropy")
def the_log_of_a_rounded_softmax(logits, targets):
    """You took the logarithm of a finished softmax. The probability of a class that is far
    behind is rounded to 0, and the loss is infinite: use log_softmax."""
    return nll_loss(the_log_of_a_softmax(logits, 1), targets)


@instead_of("cross_entropy")
def a_cap_on_the_loss(logits, targets):
    """You kept probabilities away from 0 before taking the log. No answer can cost more than
    that allows, and the worst ones get no gradient: use log_softmax."""
    probs = log_softmax(logits, 1).exp().clamp(min=1e-12)
    return nll_loss(probs.log(), targets)


@instead_of("cross_entropy")
def clamped_logits(logits, targets):
    """You clamped the logits to keep exp finite. Beyond the limit they get no gradient:
    subtract the largest logit of each row instead, which changes nothing."""
    return cross_entropy(logits.clamp(-50, 50), targets)


@instead_of("cross_entropy")
def without_the_gradient_of_the_normaliser(logits, targets):
    """Your loss is right, but the normaliser is detached: the gradient lacks the softmax and
    pushes every logit of a true class up for ever."""
    return nll_loss(a_normaliser_without_gradient(logits, 1), targets)


@instead_of("cross_entropy")
def each_class_by_itself(logits, targets):
    """You asked of each class by itself whether it is the one, with a sigmoid. That is the loss
    for several labels at once; here the classes of a sample share a probability of 1."""
    one_hot = functional.one_hot(targets, logits.shape[1]).to(logits.dtype)
    return functional.binary_cross_entropy_with_logits(logits, one_hot)


@instead_of("cross_entropy")
def the_largest_logit_subtracted_in_place(logits, targets):
    """You subtracted the largest logit inside the tensor you were given. The loss does not
    notice, its owner does: make a new tensor."""
    with torch.no_grad():
        logits -= logits.amax(1, keepdim=True)
    return cross_entropy(logits, targets)


@instead_of("cross_entropy")
def torchs_cross_entropy(logits, targets):
    """You called torch's cross_entropy. Here it is yours to write, from the two functions
    above."""
    return torch.nn.CrossEntropyLoss()(logits, targets)
