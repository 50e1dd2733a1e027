"""Right answers to ch07_images/accuracy, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "Of two dimensions, 1 is the last.": [("argmax(dim=1)", "argmax(dim=-1)")],
    "Inference mode is no_grad, and more.": [("torch.no_grad()", "torch.inference_mode()")],
    "A number is no object to change in place.": [
        (
            "n_correct += (predicted == labels).sum().item()",
            "n_correct = n_correct + (predicted == labels).sum().item()",
        ),
        ("n_samples += len(labels)", "n_samples = n_samples + len(labels)"),
    ],
}


@instead_of("accuracy")
def the_loop_of_the_book(model, loader):
    correct = 0
    total = 0

    with torch.no_grad():
        for imgs, labels in loader:
            batch_size = imgs.shape[0]
            outputs = model(imgs.view(batch_size, -1))
            _, predicted = torch.max(outputs, dim=1)
            total += labels.shape[0]
            correct += int((predicted == labels).sum())
    return correct / total


@instead_of("accuracy")
def in_eval_mode_meanwhile(model, loader):
    modes = {module: module.training for module in model.modules()}
    model.eval()
    try:
        with torch.inference_mode():
            hits = [
                hit
                for imgs, labels in loader
                for hit in (model(imgs).softmax(1).topk(1).indices[:, 0] == labels).tolist()
            ]
    finally:
        for module, training in modes.items():
            module.training = training
    return sum(hits) / len(hits)


@instead_of("accuracy")
def all_at_the_end(model, loader):
    before = torch.is_grad_enabled()
    torch.set_grad_enabled(False)
    try:
        pairs = [(model(imgs).sort(dim=-1).indices[:, -1], labels) for imgs, labels in loader]
    finally:
        torch.set_grad_enabled(before)
    if not pairs:
        raise ZeroDivisionError("no samples")
    predicted, labels = (torch.cat(tensors) for tensors in zip(*pairs, strict=True))
    return predicted.eq(labels).double().mean().item()
