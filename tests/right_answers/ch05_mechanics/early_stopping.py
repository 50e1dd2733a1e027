"""Right answers to ch05_mechanics/early_stopping, written differently."""

import copy
import math

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "Nobody else holds the number waited.": [("waited += 1", "waited = waited + 1")],
    "What is counted by ones meets patience before it is beyond.": [
        ("waited == patience", "waited >= patience"),
    ],
}


@instead_of("best_params")
def copied_into_one_buffer(run, patience):
    if patience < 1:
        raise ValueError(f"patience={patience}")
    buffer, lowest, since = None, math.inf, 0
    for params, loss in run:
        if loss < lowest:
            buffer = torch.empty_like(params, requires_grad=False) if buffer is None else buffer
            buffer.copy_(params.data)
            lowest, since = loss, 0
            continue
        since += 1
        if since >= patience:
            break
    if buffer is None:
        raise ValueError("no best parameters")
    return buffer


@instead_of("best_params")
def with_deepcopy(run, patience):
    epochs, history = iter(run), []
    if patience < 1:
        raise ValueError(f"patience {patience} < 1")
    while True:
        item = next(epochs, None)
        if item is None:
            break
        history.append((copy.deepcopy(item[0]), item[1]))
        finite = [loss for _, loss in history if math.isfinite(loss)]
        recent = [loss for _, loss in history[-patience:]]
        before = [loss for _, loss in history[:-patience] if math.isfinite(loss)]
        bar = min(before, default=math.inf)
        if len(recent) == patience and not any(loss < bar for loss in recent):
            break
    finite = [(loss, epoch) for epoch, (_, loss) in enumerate(history) if math.isfinite(loss)]
    if not finite:
        raise ValueError("no best parameters")
    return history[min(finite)[1]][0].requires_grad_(False)
