"""Wrong answers to ch08_convolutions/device_training, as people write them."""

import datetime

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("training_loop")
def as_the_book_prints_it(n_epochs, optimizer, model, loss_fn, train_loader, device):
    """The losses are printed, and nothing is returned.

    Known: the_loop_of_the_book.
    """
    for epoch in range(1, n_epochs + 1):
        loss_train = 0.0
        for imgs, labels in train_loader:
            imgs = imgs.to(device=device)
            labels = labels.to(device=device)
            outputs = model(imgs)
            loss = loss_fn(outputs, labels)

            optimizer.zero_grad()
            loss.backward()
            optimizer.step()

            loss_train += loss.item()

        if epoch == 1 or epoch % 10 == 0:
            mean = loss_train / len(train_loader)
            print(f"{datetime.datetime.now()} Epoch {epoch}, Training loss {mean}")


@instead_of("training_loop")
def moved_in_vain(n_epochs, optimizer, model, loss_fn, train_loader, device):
    """What ``to`` returns is dropped, so the batches stay where they were.

    Known: batches_not_moved.
    """
    model.to(device)
    history = []
    for _ in range(n_epochs):
        running_loss = 0.0
        for imgs, labels in train_loader:
            imgs.to(device)
            labels.to(device)
            optimizer.zero_grad()
            loss = loss_fn(model(imgs), labels)
            loss.backward()
            optimizer.step()
            running_loss += loss.item()
        history.append(running_loss / len(train_loader))
    return history


@instead_of("training_loop")
def the_model_and_its_images(n_epochs, optimizer, model, loss_fn, train_loader, device):
    """The labels are forgotten, and the losses are kept with their graphs until the epoch ends.

    Known: labels_not_moved, losses_kept_with_their_graphs.
    """
    means = []
    for _ in range(n_epochs):
        losses = []
        for x, y in train_loader:
            loss = loss_fn(model(x.to(device)), y)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            losses.append(loss)
        means.append(torch.stack(losses).mean().item())
    return means


@instead_of("training_loop")
def all_of_it_at_once(n_epochs, optimizer, model, loss_fn, train_loader, device):
    """All batches are moved ahead of the first epoch, and every epoch sees the same.

    Known: the_same_batches_in_each_epoch.
    """
    batches = [(imgs.to(device), labels.to(device)) for imgs, labels in train_loader]
    losses = []
    for _ in range(n_epochs):
        epoch = []
        for imgs, labels in batches:
            loss = loss_fn(model(imgs), labels)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            epoch.append(loss.item())
        losses.append(sum(epoch) / len(epoch))
    return losses


@instead_of("training_loop")
def cleared_behind_the_step(n_epochs, optimizer, model, loss_fn, train_loader, device):
    """The gradients that arrive go into the first step, and the last batch stands for the epoch.

    Known: cleared_after_the_step, the_last_batch.
    """
    losses = []
    for _ in range(n_epochs):
        for batch in train_loader:
            imgs, labels = (tensor.to(device) for tensor in batch)
            loss = loss_fn(model(imgs), labels)
            loss.backward()
            optimizer.step()
            optimizer.zero_grad()
        losses.append(loss.item())
    return losses


@instead_of("training_loop")
def tensors_on_the_device(n_epochs, optimizer, model, loss_fn, train_loader, device):
    """The means are tensors, though without a graph.

    Known: nothing.
    """
    losses = []
    for _ in range(n_epochs):
        total = torch.zeros((), device=device)
        for imgs, labels in train_loader:
            imgs, labels = imgs.to(device, non_blocking=True), labels.to(device, non_blocking=True)
            optimizer.zero_grad(set_to_none=True)
            loss = loss_fn(model(imgs), labels)
            loss.backward()
            optimizer.step()
            total += loss.detach()
        losses.append(total / len(train_loader))
    return losses
