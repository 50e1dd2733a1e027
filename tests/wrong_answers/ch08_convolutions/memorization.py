"""Wrong answers to ch08_convolutions/memorization, as people write them."""

import torch
from torch import nn

from katas._dojo.writing.mistakes import instead_of


@instead_of("shuffled")
def any_labels(labels, generator):
    """Labels are drawn, not shuffled.

    Known: drawn_anew.
    """
    n_classes = int(labels.max()) + 1
    return torch.randint(
        0, n_classes, labels.shape, generator=generator, device=labels.device, dtype=labels.dtype
    )


@instead_of("shuffled")
def without_the_generator(labels, generator):
    """The order comes from torch's global generator.

    Known: another_generator.
    """
    indices = torch.randperm(labels.size(0), device=labels.device)
    return labels[indices]


@instead_of("memorize")
def step_first_then_look(model, optimizer, imgs, labels, max_steps):
    """The first step is taken even if nothing is to be learned.

    Known: one_step_at_least.
    """
    loss_fn = nn.CrossEntropyLoss()
    steps = 0
    while steps < max_steps:
        optimizer.zero_grad()
        loss = loss_fn(model(imgs), labels)
        loss.backward()
        optimizer.step()
        steps += 1
        with torch.no_grad():
            if (model(imgs).argmax(dim=1) == labels).all():
                break
    return steps


@instead_of("memorize")
def accumulating(model, optimizer, imgs, labels, max_steps):
    """Gradients add up from step to step, and nearly all right is enough.

    Known: gradients_not_cleared, nearly_all.
    """
    loss_fn = nn.CrossEntropyLoss()
    for step in range(max_steps):
        out = model(imgs)
        acc = (out.argmax(dim=1) == labels).float().mean().item()
        if acc >= 0.9:
            return step
        loss_fn(out, labels).backward()
        optimizer.step()
    return max_steps


@instead_of("memorize")
def until_the_loss_is_small(model, optimizer, imgs, labels, max_steps):
    """It goes by the loss.

    Known: until_the_loss_is_small.
    """
    loss_fn = nn.CrossEntropyLoss()
    n = 0
    for _ in range(max_steps):
        loss = loss_fn(model(imgs), labels)
        if loss.item() < 0.1:
            break
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        n += 1
    return n


@instead_of("memorize")
def the_steps_it_was_given(model, optimizer, imgs, labels, max_steps):
    """It does not stop when all are right.

    Known: never_stopped.
    """
    for _ in range(max_steps):
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(imgs), labels).backward()
        optimizer.step()
    return max_steps
