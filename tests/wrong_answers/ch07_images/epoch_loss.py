"""Wrong answers to ch07_images/epoch_loss, as people write them."""

import numpy as np
import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("train_epoch")
def as_the_book_prints_it(model, loss_fn, optimizer, loader):
    """The loss of the last batch.

    Known: the_last_batch_of_the_book.
    """
    for imgs, labels in loader:
        batch_size = imgs.shape[0]
        outputs = model(imgs.view(batch_size, -1))
        loss = loss_fn(outputs, labels)

        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return float(loss)


@instead_of("train_epoch")
def image_by_image(model, loss_fn, optimizer, loader):
    """What comes from the loader is taken for a single image.

    Known: a_batch_taken_for_an_image, the_last_batch_of_the_book.
    """
    for img, label in loader:
        out = model(img.view(-1).unsqueeze(0))
        loss = loss_fn(out, torch.tensor([label]))

        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return float(loss)


@instead_of("train_epoch")
def as_in_chapter_8(model, loss_fn, optimizer, loader):
    """The sum of the batches' losses, by the length of the loader.

    Known: a_mean_of_means.
    """
    loss_train = 0.0
    for imgs, labels in loader:
        outputs = model(imgs)
        loss = loss_fn(outputs, labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        loss_train += loss.item()
    return loss_train / len(loader)


@instead_of("train_epoch")
def numpys_mean(model, loss_fn, optimizer, loader):
    """A mean over batches, of NumPy's type.

    Known: a_mean_of_means.
    """
    losses = []
    for x, y in loader:
        optimizer.zero_grad()
        loss = loss_fn(model(x), y)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return np.mean(losses).item()


@instead_of("train_epoch")
def a_list_of_tensors(model, loss_fn, optimizer, loader):
    """The losses are kept with their graphs, and each batch counts the same.

    Known: graphs_kept_until_the_end, a_mean_of_means.
    """
    losses = []
    for imgs, labels in loader:
        optimizer.zero_grad()
        loss = loss_fn(model(imgs), labels)
        losses.append(loss)
        loss.backward()
        optimizer.step()
    return torch.stack(losses).mean().item()


@instead_of("train_epoch")
def the_tutorials_sizes(model, loss_fn, optimizer, loader):
    """The number of samples is that of the data set.

    Known: all_samples_of_the_data_set.
    """
    running_loss = 0.0
    for imgs, labels in loader:
        loss = loss_fn(model(imgs), labels)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        running_loss += loss.item() * imgs.size(0)
    return running_loss / len(loader.dataset)


@instead_of("train_epoch")
def cleared_after_the_step(model, loss_fn, optimizer, loader):
    """The gradients that arrive are in the first step.

    Known: nothing.
    """
    total, n = 0, 0
    for imgs, labels in loader:
        loss = loss_fn(model(imgs), labels)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        total += loss.item() * len(labels)
        n += len(labels)
    return total / n
