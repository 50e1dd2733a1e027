"""Right answers to ch07_images/epoch_loss, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "A number is no object to change in place.": [
        ("total += loss.item() * len(imgs)", "total = total + loss.item() * len(imgs)"),
        ("n_samples += len(imgs)", "n_samples = n_samples + len(imgs)"),
    ],
}


@instead_of("train_epoch")
def the_loop_of_the_book(model, loss_fn, optimizer, loader):
    losses, sizes = [], []
    for imgs, labels in loader:
        batch_size = imgs.shape[0]
        outputs = model(imgs.view(batch_size, -1))
        loss = loss_fn(outputs, labels)

        optimizer.zero_grad()
        loss.backward()
        optimizer.step()

        losses.append(float(loss.detach()))
        sizes.append(batch_size)
    return sum(loss * size for loss, size in zip(losses, sizes, strict=True)) / sum(sizes)


@instead_of("train_epoch")
def a_running_mean(model, loss_fn, optimizer, loader):
    mean, n_seen = 0.0, 0
    for imgs, labels in loader:
        optimizer.zero_grad()
        loss = loss_fn(model(imgs), labels)
        loss.backward()
        optimizer.step()
        n_seen += labels.numel()
        mean += (loss.item() - mean) * labels.numel() / n_seen
    return mean


@instead_of("train_epoch")
def detached_tensors(model, loss_fn, optimizer, loader):
    model.train()
    losses, sizes = [], []
    for imgs, labels in loader:

        def closure(imgs=imgs, labels=labels):
            optimizer.zero_grad(set_to_none=False)
            loss = loss_fn(model(imgs), labels)
            loss.backward()
            return loss

        losses.append(optimizer.step(closure).detach())
        sizes.append(imgs.size(0))
    losses = torch.stack(losses)
    weights = torch.tensor(sizes, device=losses.device, dtype=losses.dtype)
    return float(losses @ weights / weights.sum())
