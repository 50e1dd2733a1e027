"""Wrong answers to ch07_images/loss_comparison, as people write them."""

import torch
from torch import nn

from katas._dojo.writing.mistakes import instead_of


@instead_of("squared_error")
def mse_loss(probs, targets):
    """The mean is taken over the classes, too.

    Known: averaged_over_the_classes_too.
    """
    truth = nn.functional.one_hot(targets, probs.shape[1]).to(probs.dtype)
    return nn.MSELoss()(probs, truth)


@instead_of("squared_error")
def two_classes_in_float32(probs, targets):
    """The truth has two columns of float32.

    Known: the_truth_in_float32.
    """
    truth = torch.zeros((len(targets), 2), device=probs.device)
    truth.scatter_(dim=1, index=targets.unsqueeze(1), value=1.0)
    return ((probs - truth) ** 2).sum(dim=1).mean()


@instead_of("squared_error")
def true_class_only(probs, targets):
    """What the other classes got does not count.

    Known: the_true_class_only.
    """
    p_true = probs[torch.arange(len(targets)), targets]
    return ((1 - p_true) ** 2).mean()


@instead_of("squared_error")
def rooted(probs, targets):
    """Each sample costs its distance, and not the square.

    Known: nothing.
    """
    truth = torch.zeros_like(probs).scatter_(1, targets[:, None], 1.0)
    return torch.linalg.vector_norm(probs - truth, dim=1).mean()


@instead_of("percent_change")
def written_into_probs(loss_fn, probs, targets, rows):
    """The rows are written into the caller's probabilities.

    Known: replaced_in_probs_itself.
    """
    before = loss_fn(probs, targets)
    changes = []
    for row in rows:
        probs[0] = row
        changes.append((loss_fn(probs, targets) / before - 1) * 100)
    return torch.stack(changes)


@instead_of("percent_change")
def of_the_new_loss(loss_fn, probs, targets, rows):
    """The change is divided by the new loss.

    Known: divided_by_the_new_loss.
    """
    old = loss_fn(probs, targets)
    new = torch.stack([loss_fn(torch.cat([r[None], probs[1:]]), targets) for r in rows])
    return 100 * (new - old) / new


@instead_of("percent_change")
def as_a_list_of_floats(loss_fn, probs, targets, rows):
    """The losses go through Python's floats, and come back in the default dtype.

    Known: nothing.
    """
    base = loss_fn(probs, targets)
    outs = []
    for row in rows:
        out = probs.clone().detach()
        out[0] = row
        outs.append(out)
    comparison = torch.tensor([loss_fn(out, targets).item() for out in outs])
    return ((comparison / base.item()) - 1) * 100


@instead_of("percent_change")
def all_rows_together(loss_fn, probs, targets, rows):
    """What one row changed is still there when the next is tried, in the next place.

    Known: nothing.
    """
    base = loss_fn(probs, targets)
    changed, out = probs.clone(), []
    for i, row in enumerate(rows):
        changed[i % len(probs)] = row
        out.append(100.0 * (loss_fn(changed, targets) - base) / base)
    return torch.stack(out)


@instead_of("percent_change")
def per_cent_of_the_old(loss_fn, probs, targets, rows):
    """A loss that stays is 100, not 0.

    Known: a_share_of_the_loss.
    """
    base = loss_fn(probs, targets)
    result = torch.empty(len(rows), dtype=base.dtype, device=base.device)
    for k in range(len(rows)):
        p = probs.clone()
        p[0] = rows[k]
        result[k] = loss_fn(p, targets) / base * 100
    return result
