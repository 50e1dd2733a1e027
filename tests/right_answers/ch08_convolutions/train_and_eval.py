"""Right answers to ch08_convolutions/train_and_eval, written differently."""

import copy
from contextlib import ExitStack

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "Of two dimensions the second is the last.": [("(dim=1)", "(dim=-1)")],
    "Numbers are added in place or not.": [
        (
            "correct += int((predicted == labels).sum())",
            "correct = correct + int((predicted == labels).sum())",
        ),
        ("total += len(labels)", "total = total + len(labels)"),
    ],
    "Inference mode is no_grad, and more.": [("torch.no_grad()", "torch.inference_mode()")],
}


@instead_of("validate")
def of_a_copy(model, train_loader, val_loader):
    model = copy.deepcopy(model)
    model.eval()
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
def by_names(model, train_loader, val_loader):
    before = {name for name, module in model.named_modules() if module.training}

    def share(loader):
        right = [torch.argmax(model(imgs), 1) == labels for imgs, labels in loader]
        return torch.cat(right).double().mean().item()

    with ExitStack() as stack:
        for name, module in model.named_modules():
            stack.callback(setattr, module, "training", name in before)
        stack.enter_context(torch.inference_mode())
        model.train(False)
        return dict(zip(("train", "val"), map(share, (train_loader, val_loader)), strict=True))


@instead_of("validate")
def each_loader_by_itself(model, train_loader, val_loader):
    def accuracy(loader):
        changed = [module for module in model.modules() if module.training]
        for module in changed:
            module.training = False
        hits = []
        try:
            for imgs, labels in loader:
                with torch.set_grad_enabled(False):
                    hits += (model(imgs).sort(dim=1).indices[:, -1] == labels).tolist()
        finally:
            for module in changed:
                module.training = True
        return sum(hits) / len(hits)

    return {"train": accuracy(train_loader), "val": accuracy(val_loader)}
