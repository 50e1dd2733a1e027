"""Wrong answers to ch08_convolutions/train_and_eval, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


def share_right(model, loader):
    correct = total = 0
    for imgs, labels in loader:
        predicted = model(imgs).argmax(dim=1)
        correct += (predicted == labels).sum().item()
        total += len(labels)
    return correct / total


def shares(model, train_loader, val_loader):
    return {"train": share_right(model, train_loader), "val": share_right(model, val_loader)}


@instead_of("validate")
def validate_of_the_book(model, train_loader, val_loader):
    """The model runs in the mode that it is in.

    Known: the_validate_of_the_book.
    """
    accdict = {}
    for name, loader in [("train", train_loader), ("val", val_loader)]:
        correct = 0
        total = 0
        with torch.no_grad():
            for imgs, labels in loader:
                outputs = model(imgs)
                _, predicted = torch.max(outputs, dim=1)
                total += labels.shape[0]
                correct += int((predicted == labels).sum())
        accdict[name] = correct / total
    return accdict


@instead_of("validate")
def as_the_book_prints_it(model, train_loader, val_loader):
    """The accuracies are printed, and the model runs in the mode that it is in.

    Known: the_validate_of_the_book, printed.
    """
    for name, loader in [("train", train_loader), ("val", val_loader)]:
        correct = 0
        total = 0

        with torch.no_grad():
            for imgs, labels in loader:
                outputs = model(imgs)
                _, predicted = torch.max(outputs, dim=1)
                total += labels.shape[0]
                correct += int((predicted == labels).sum())

        print(f"Accuracy {name}: {correct / total:.2f}")


@instead_of("validate")
def eval_then_train(model, train_loader, val_loader):
    """The model is in train mode afterwards, unless an error comes.

    Known: in_train_mode_afterwards, not_back_after_an_error.
    """
    model.eval()
    with torch.no_grad():
        accuracies = shares(model, train_loader, val_loader)
    model.train()
    return accuracies


@instead_of("validate")
def the_flag_of_the_model(model, train_loader, val_loader):
    """Every submodule gets the mode of the model itself.

    Known: one_mode_for_all.
    """
    was_training = model.training
    try:
        model.eval()
        with torch.no_grad():
            return shares(model, train_loader, val_loader)
    finally:
        model.train(was_training)


@instead_of("validate")
def not_restored_after_an_error(model, train_loader, val_loader):
    """Modes come back only if nothing goes wrong.

    Known: not_back_after_an_error.
    """
    modes = {module: module.training for module in model.modules()}
    model.eval()
    with torch.no_grad():
        accuracies = shares(model, train_loader, val_loader)
    for module, mode in modes.items():
        module.training = mode
    return accuracies


@instead_of("validate")
def children_only(model, train_loader, val_loader):
    """Only direct children are looked at, and set with all that is inside.

    Known: nothing.
    """
    flag = model.training
    flags = [(child, child.training) for child in model.children()]
    model.eval()
    try:
        with torch.inference_mode():
            return shares(model, train_loader, val_loader)
    finally:
        model.train(flag)
        for child, was_training in flags:
            child.train(was_training)


@instead_of("validate")
def gradients_and_a_mean_of_means(model, train_loader, val_loader):
    """Gradients are recorded, and each batch counts the same.

    Known: a_mean_over_batches, eval_taken_for_no_grad.
    """
    modes = [(m, m.training) for m in model.modules()]
    result = {}
    try:
        model.eval()
        for key, loader in {"train": train_loader, "val": val_loader}.items():
            accs = [(model(x).argmax(1) == y).float().mean().item() for x, y in loader]
            result[key] = sum(accs) / len(accs)
    finally:
        for m, mode in modes:
            m.training = mode
    return result


@instead_of("validate")
def train_mode_for_the_train_loader(model, train_loader, val_loader):
    """The training images are measured in train mode.

    Known: train_mode_for_the_training_images.
    """
    modes = [(m, m.training) for m in model.modules()]
    try:
        with torch.no_grad():
            model.train()
            train = share_right(model, train_loader)
            model.eval()
            val = share_right(model, val_loader)
    finally:
        for m, mode in modes:
            m.training = mode
    return {"train": train, "val": val}


@instead_of("validate")
def first_batch_of_the_other_loader(model, train_loader, val_loader):
    """The return stands inside the loop, and names are exchanged.

    Known: nothing.
    """
    modes = [(m, m.training) for m in model.modules()]

    def accuracy(loader):
        right = n = 0
        for x, y in loader:
            right += (model(x).argmax(-1) == y).sum().item()
            n += y.shape[0]
            return right / n
        return 0.0

    try:
        model.eval()
        with torch.no_grad():
            return {"train": accuracy(val_loader), "val": accuracy(train_loader)}
    finally:
        for m, mode in modes:
            m.training = mode
