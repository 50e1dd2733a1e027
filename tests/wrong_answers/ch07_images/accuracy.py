"""Wrong answers to ch07_images/accuracy, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("accuracy")
def a_list_of_accuracies(model, loader):
    """A mean over batches, and gradients are recorded.

    Known: a_mean_of_means, gradients_recorded.
    """
    accuracies = []
    for imgs, labels in loader:
        _, predicted = torch.max(model(imgs), 1)
        accuracies.append((predicted == labels).float().mean().item())
    return sum(accuracies) / len(accuracies)


@instead_of("accuracy")
def in_eval_mode_ever_after(model, loader):
    """The model stays in eval mode.

    Known: left_in_eval_mode.
    """
    model.eval()
    right, n = 0, 0
    with torch.no_grad():
        for x, y in loader:
            right += (model(x).argmax(-1) == y).sum().item()
            n += y.size(0)
    return right / n


@instead_of("accuracy")
def the_tensors_that_max_gives(model, loader):
    """The values of the largest outputs are taken for classes.

    Known: values_for_classes.
    """
    correct = total = 0
    with torch.no_grad():
        for imgs, labels in loader:
            predicted, _ = model(imgs).max(dim=1)
            correct += int((predicted == labels).sum())
            total += labels.shape[0]
    return correct / total


@instead_of("accuracy")
def in_per_cent(model, loader):
    """Per cent, and 0 for an empty loader.

    Known: per_cent, nothing_is_a_number.
    """
    correct = total = 0
    with torch.no_grad():
        for imgs, labels in loader:
            correct += (model(imgs).argmax(1) == labels).sum().item()
            total += len(labels)
    return 100.0 * correct / total if total else 0.0


@instead_of("accuracy")
def a_tensor(model, loader):
    """The share is a tensor.

    Known: nothing.
    """
    correct = total = 0
    with torch.no_grad():
        for imgs, labels in loader:
            correct += (model(imgs).argmax(1) == labels).sum()
            total += len(labels)
    return correct / total


@instead_of("accuracy")
def grad_mode_set_to_true(model, loader):
    """Gradients are on afterwards, whatever they were, and off after an error.

    Known: gradients_switched_on.
    """
    torch.set_grad_enabled(False)
    correct = total = 0
    for imgs, labels in loader:
        correct += (model(imgs).argmax(1) == labels).sum().item()
        total += len(labels)
    torch.set_grad_enabled(True)
    return correct / total
