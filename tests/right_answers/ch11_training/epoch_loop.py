"""Right answers to ch11_training/epoch_loop, written differently."""

from contextlib import contextmanager

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "Inference mode is no_grad, and more.": [("torch.no_grad()", "torch.inference_mode()")],
    "What is no optimizer makes no step.": [("optimizer=None):", "optimizer=0):")],
    "A step changes nothing of a loss that is calculated.": [
        (
            """
            if optimizer:
                optimizer.zero_grad()
                loss.backward()
                optimizer.step()
            total += loss.item() * len(labels)
            """,
            """
            total += loss.item() * len(labels)
            if optimizer:
                optimizer.zero_grad()
                loss.backward()
                optimizer.step()
            """,
        ),
    ],
    "A number is no object to change in place.": [
        ("total += loss.item() * len(labels)", "total = total + loss.item() * len(labels)"),
        ("n_samples += len(labels)", "n_samples = n_samples + len(labels)"),
    ],
}


@instead_of("run_epoch")
def two_loops(model, loss_fn, optimizer, train_loader, val_loader, n_seen=0):
    model.train()
    losses, sizes = [], []
    for inputs, labels in train_loader:
        optimizer.zero_grad()
        loss_var = loss_fn(model(inputs), labels)
        loss_var.backward()
        optimizer.step()
        losses.append(loss_var.detach() * labels.size(0))
        sizes.append(labels.size(0))
    train_loss = torch.stack(losses).sum().item() / sum(sizes)
    n_seen += sum(sizes)

    losses, sizes = [], []
    try:
        model.eval()
        with torch.no_grad():
            for inputs, labels in val_loader:
                losses.append(loss_fn(model(inputs), labels) * labels.size(0))
                sizes.append(labels.size(0))
    finally:
        model.train()
    return train_loss, float(sum(losses)) / sum(sizes), n_seen


@instead_of("run_epoch")
def by_generators(model, loss_fn, optimizer, train_loader, val_loader, n_seen=0):
    trained = list(_trained(model, loss_fn, optimizer, train_loader))
    with _measuring(model), torch.inference_mode():
        measured = [(loss_fn(model(x), y).item(), len(x)) for x, y in val_loader]
    train_loss, val_loss = (
        sum(loss * n for loss, n in part) / sum(n for _, n in part) for part in (trained, measured)
    )
    return train_loss, val_loss, n_seen + sum(n for _, n in trained)


def _trained(model, loss_fn, optimizer, loader):
    for x, y in loader:
        loss = loss_fn(model.train()(x), y)
        optimizer.zero_grad(set_to_none=False)
        loss.backward()
        optimizer.step()
        yield loss.item(), len(x)


@contextmanager
def _measuring(model):
    model.train(False)
    try:
        yield
    finally:
        model.train(True)
