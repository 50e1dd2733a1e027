"""Wrong answers to ch11_training/epoch_loop, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


def _train(model, loss_fn, optimizer, loader):
    model.train()
    total, n = 0.0, 0
    for x, y in loader:
        optimizer.zero_grad()
        loss = loss_fn(model(x), y)
        loss.backward()
        optimizer.step()
        total += loss.item() * y.shape[0]
        n += y.shape[0]
    return total / n, n


@instead_of("run_epoch")
def the_book(model, loss_fn, optimizer, train_loader, val_loader, n_seen=0):
    """The model stays in eval mode.

    Known: left_in_eval_mode_as_in_the_book.
    """
    train_loss, n = _train(model, loss_fn, optimizer, train_loader)
    val_total, n_val = 0.0, 0
    with torch.no_grad():
        model.eval()
        for x, y in val_loader:
            val_total += loss_fn(model(x), y).item() * len(y)
            n_val += len(y)
    return train_loss, val_total / n_val, n_seen + n


@instead_of("run_epoch")
def steps_for_samples(model, loss_fn, optimizer, train_loader, val_loader, n_seen=0):
    """Batches are counted, and an error leaves eval mode on.

    Known: batches_counted, left_in_eval_mode_after_an_error.
    """
    train_loss, _ = _train(model, loss_fn, optimizer, train_loader)
    n_batches = len(list(train_loader)) if isinstance(train_loader, list) else 2
    model.eval()
    with torch.no_grad():
        losses = [(loss_fn(model(x), y).item(), len(y)) for x, y in val_loader]
    model.train()
    n_val = sum(n for _, n in losses)
    return train_loss, sum(loss * n for loss, n in losses) / n_val, n_seen + n_batches


@instead_of("run_epoch")
def no_eval(model, loss_fn, optimizer, train_loader, val_loader, n_seen=0):
    """Validation runs in train mode.

    Known: validated_in_train_mode.
    """
    train_loss, n = _train(model, loss_fn, optimizer, train_loader)
    val_loss, n_val = 0, 0
    with torch.no_grad():
        for x, y in val_loader:
            val_loss += loss_fn(model(x), y).item() * len(y)
            n_val += len(y)
    return train_loss, val_loss / n_val, n_seen + n


@instead_of("run_epoch")
def every_batch_the_same(model, loss_fn, optimizer, train_loader, val_loader, n_seen=0):
    """Losses of batches are averaged.

    Known: a_mean_of_means.
    """
    model.train()
    train_losses = []
    for x, y in train_loader:
        loss = loss_fn(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        train_losses.append(loss.item())
        n_seen += len(x)
    model.eval()
    try:
        with torch.no_grad():
            val_losses = [loss_fn(model(x), y).item() for x, y in val_loader]
    finally:
        model.train()
    return sum(train_losses) / len(train_losses), sum(val_losses) / len(val_losses), n_seen


@instead_of("run_epoch")
def eval_taken_for_no_grad(model, loss_fn, optimizer, train_loader, val_loader, n_seen=0):
    """Graphs are built in validation, whose samples are counted.

    Known: gradients_recorded_in_validation, validation_counted.
    """
    train_loss, n = _train(model, loss_fn, optimizer, train_loader)
    n_seen += n
    total = 0.0
    model.eval()
    try:
        n_val = 0
        for x, y in val_loader:
            total += loss_fn(model(x), y).item() * len(x)
            n_val += len(x)
    finally:
        model.train()
    return train_loss, total / n_val, n_seen + n_val


@instead_of("run_epoch")
def divided_by_all_that_was_seen(model, loss_fn, optimizer, train_loader, val_loader, n_seen=0):
    """One counter for both: the mean is over the samples of earlier epochs, too.

    Known: divided_by_all_seen_so_far.
    """
    model.train()
    total = 0.0
    for x, y in train_loader:
        optimizer.zero_grad()
        loss = loss_fn(model(x), y)
        loss.backward()
        optimizer.step()
        total += loss.item() * len(x)
        n_seen += len(x)
    model.eval()
    try:
        with torch.no_grad():
            losses = [(loss_fn(model(x), y).item(), len(x)) for x, y in val_loader]
    finally:
        model.train()
    val_loss = sum(loss * n for loss, n in losses) / sum(n for _, n in losses)
    return total / n_seen, val_loss, n_seen


@instead_of("run_epoch")
def cleared_at_the_end(model, loss_fn, optimizer, train_loader, val_loader, n_seen=0):
    """Gradients are cleared behind the step, and the mode is set behind validation.

    Known: cleared_behind_the_step, left_in_eval_mode_after_an_error.
    """

    def mean(loader, train):
        total, n = 0.0, 0
        model.train(train)
        for x, y in loader:
            loss = loss_fn(model(x), y)
            if train:
                loss.backward()
                optimizer.step()
                optimizer.zero_grad()
            total += loss.item() * len(y)
            n += len(y)
        return total / n, n

    train_loss, n = mean(train_loader, True)
    with torch.no_grad():
        val_loss, _ = mean(val_loader, False)
    model.train()
    return train_loss, val_loss, n_seen + n


@instead_of("run_epoch")
def mode_put_back(model, loss_fn, optimizer, train_loader, val_loader, n_seen=0):
    """The mode is as it was.

    Known: back_to_the_mode_it_came_in.
    """

    was = model.training
    model.train()
    total = 0
    n = 0
    for inputs, labels in train_loader:
        optimizer.zero_grad()
        loss = loss_fn(model(inputs), labels)
        loss.backward()
        optimizer.step()
        total += loss.detach() * inputs.shape[0]
        n += inputs.shape[0]
    try:
        model.eval()
        vtotal = vn = 0
        with torch.no_grad():
            for inputs, labels in val_loader:
                vtotal += loss_fn(model(inputs), labels) * inputs.shape[0]
                vn += inputs.shape[0]
    finally:
        model.train(was)
    return float(total / n), float(vtotal / vn), n_seen + n
