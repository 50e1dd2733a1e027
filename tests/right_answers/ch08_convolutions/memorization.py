"""Right answers to ch08_convolutions/memorization, written differently."""

import torch
from torch import nn

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "Of two dimensions, 1 is the last.": [("argmax(dim=1)", "argmax(dim=-1)")],
    "Seen on CUDA only: the order is drawn where the labels are.": [
        (", device=labels.device", ""),
    ],
}


@instead_of("shuffled")
def by_random_keys(labels, generator):
    keys = torch.rand(labels.shape, generator=generator, device=labels.device, dtype=torch.float64)
    return labels.gather(0, keys.argsort())


@instead_of("shuffled")
def one_place_after_the_other(labels, generator):
    result = labels.clone()
    for last in range(len(labels) - 1, 0, -1):
        other = torch.randint(last + 1, (1,), generator=generator, device=labels.device).item()
        result[[last, other]] = result[[other, last]]
    return result


@instead_of("memorize")
def with_a_counter(model, optimizer, imgs, labels, max_steps):
    loss_fn = nn.CrossEntropyLoss()
    n_steps = 0
    while n_steps < max_steps and not _all_right(model, imgs, labels):
        model.zero_grad()
        loss = loss_fn(model(imgs), labels)
        loss.backward()
        optimizer.step()
        n_steps += 1
    return n_steps


def _all_right(model, imgs, labels):
    with torch.no_grad():
        _, predicted = torch.max(model(imgs), dim=1)
    return int((predicted == labels).sum()) == labels.shape[0]


@instead_of("memorize")
def step_by_step(model, optimizer, imgs, labels, max_steps):
    if max_steps == 0:
        return 0
    log_probs = nn.functional.log_softmax(model(imgs), dim=1)
    if not (log_probs.max(dim=1).indices != labels).any():
        return 0
    optimizer.zero_grad()
    nn.functional.nll_loss(log_probs, labels).backward()
    optimizer.step()
    return 1 + step_by_step(model, optimizer, imgs, labels, max_steps - 1)
