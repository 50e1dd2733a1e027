"""Right answers to ch07_images/cross_entropy, written differently."""

import functools

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "Of two dimensions the second is the last.": [("(logits, dim=1)", "(logits, dim=-1)")],
}


@instead_of("log_softmax")
def shifted_by_the_largest(logits, dim):
    shifted = logits - logits.amax(dim, keepdim=True).detach()
    return shifted - shifted.exp().sum(dim, keepdim=True).log()


@instead_of("log_softmax")
def shifted_by_a_maximum_with_gradient(logits, dim):
    largest, _ = torch.max(logits, dim=dim, keepdim=True)
    total = torch.sum(torch.exp(logits - largest), dim, keepdim=True)
    return logits - (largest + total.log())


@instead_of("log_softmax")
def one_class_at_a_time(logits, dim):
    slices = logits.unbind(dim)
    normaliser = functools.reduce(torch.logaddexp, slices)
    return torch.stack([one - normaliser for one in slices], dim)


@instead_of("log_softmax")
def in_double_precision(logits, dim):
    logits, dtype = logits.double(), logits.dtype
    return logits.sub(torch.special.logsumexp(logits, dim, keepdim=True)).to(dtype)


@instead_of("log_softmax")
def classes_first(logits, dim):
    return (logits.movedim(dim, 0) - torch.logsumexp(logits, dim)).movedim(0, dim)


@instead_of("log_softmax")
def pairwise_differences(logits, dim):
    last = logits.movedim(dim, -1)
    differences = last.unsqueeze(-2) - last.unsqueeze(-1)
    return -differences.logsumexp(-1).movedim(-1, dim)


@instead_of("log_softmax")
def with_a_backward_of_its_own(logits, dim):
    return _LogSoftmax.apply(logits, dim)


class _LogSoftmax(torch.autograd.Function):
    @staticmethod
    def forward(ctx, logits, dim):
        result = logits - logits.logsumexp(dim, keepdim=True)
        ctx.save_for_backward(result)
        ctx.dim = dim
        return result

    @staticmethod
    def backward(ctx, grad):
        (result,) = ctx.saved_tensors
        return grad - result.exp() * grad.sum(ctx.dim, keepdim=True), None


@instead_of("nll_loss")
def by_advanced_indexing(log_probs, targets):
    return log_probs[torch.arange(len(targets), device=targets.device), targets].neg().mean()


@instead_of("nll_loss")
def by_take_along_dim(log_probs, targets):
    return -torch.take_along_dim(log_probs, targets[:, None], dim=1).squeeze().mean()


@instead_of("nll_loss")
def by_a_one_hot_product(log_probs, targets):
    one_hot = torch.nn.functional.one_hot(targets, log_probs.shape[1])
    return -(one_hot * log_probs).sum(dim=1).mean()


@instead_of("nll_loss")
def one_sample_at_a_time(log_probs, targets):
    loss = 0
    for row, target in zip(log_probs, targets, strict=True):
        loss = loss - row[target]
    return loss / len(targets)


@instead_of("nll_loss")
def by_vmap(log_probs, targets):
    pick = torch.vmap(lambda row, target: row.gather(0, target.unsqueeze(0)))
    return -pick(log_probs, targets).mean()


@instead_of("nll_loss")
def by_the_flat_index(log_probs, targets):
    n_samples, n_classes = log_probs.shape
    offsets = n_classes * torch.arange(n_samples, device=targets.device)
    return -log_probs.take(offsets + targets).mean()


@instead_of("nll_loss")
def the_diagonal_of_a_selection(log_probs, targets):
    return -log_probs.index_select(1, targets).diagonal().mean()


@instead_of("cross_entropy")
def the_normaliser_minus_the_true_logit(logits, targets):
    true = logits.gather(1, targets.view(-1, 1)).flatten()
    return (logits.logsumexp(1) - true).mean()


@instead_of("cross_entropy")
def by_the_margins(logits, targets):
    margins = logits - logits.gather(1, targets.unsqueeze(1))
    return margins.logsumexp(dim=1).mean()


@instead_of("cross_entropy")
def as_a_categorical_distribution(logits, targets):
    return -torch.distributions.Categorical(logits=logits).log_prob(targets).mean()


@instead_of("cross_entropy")
def sample_by_sample(logits, targets):
    losses = [row.logsumexp(0) - row[k] for row, k in zip(logits, targets.tolist(), strict=True)]
    return torch.stack(losses).mean()


@instead_of("cross_entropy")
def by_vmap_over_the_samples(logits, targets):
    def loss(row, target):
        return row.logsumexp(0) - row.take_along_dim(target.unsqueeze(0), 0).squeeze(0)

    return torch.vmap(loss)(logits, targets).mean()
