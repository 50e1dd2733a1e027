"""Right answers to ch07_images/loss_comparison, written differently."""

import torch
from torch.nn import functional

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "A square asks for no order.": [("probs - truth", "truth - probs")],
    "Of two dimensions the second is the last.": [(".sum(dim=1)", ".sum(dim=-1)")],
}


@instead_of("squared_error")
def the_mse_of_the_book(probs, targets):
    class_index = targets.unsqueeze(1)
    truth = torch.zeros(probs.shape, device=probs.device, dtype=probs.dtype)
    truth.scatter_(dim=1, index=class_index, value=1.0)
    return ((probs - truth) ** 2).sum(dim=1).mean()


@instead_of("squared_error")
def torchs_mse_loss_times_the_classes(probs, targets):
    truth = functional.one_hot(targets, probs.shape[1]).type_as(probs)
    return functional.mse_loss(probs, truth) * probs.shape[1]


@instead_of("squared_error")
def multiplied_out(probs, targets):
    true = probs.gather(1, targets.view(-1, 1)).squeeze(1)
    return (probs.square().sum(1) - 2 * true + 1).mean()


@instead_of("percent_change")
def the_comparison_of_the_book(loss_fn, probs, targets, rows):
    batches = [probs]
    for row in rows:
        out = probs.clone().detach()
        out[0] = row
        batches.append(out)
    losses = [loss_fn(out, targets) for out in batches]
    comparison = torch.tensor(losses, device=probs.device)
    return ((comparison / comparison[0]) - 1)[1:] * 100


@instead_of("percent_change")
def joined_anew(loss_fn, probs, targets, rows):
    def percent(row):
        loss = loss_fn(torch.cat([row.unsqueeze(0), probs[1:]]), targets)
        return 100 * loss / before - 100

    before = loss_fn(probs, targets)
    return torch.stack([percent(row) for row in rows])


@instead_of("percent_change")
def one_copy_for_all(loss_fn, probs, targets, rows):
    before = loss_fn(probs, targets)
    changes = torch.zeros(len(rows), device=rows.device, dtype=before.dtype)
    other = probs.clone()
    for place, row in enumerate(rows):
        other[0].copy_(row)
        changes[place] = (loss_fn(other, targets) - before) / before * 100
    return changes
