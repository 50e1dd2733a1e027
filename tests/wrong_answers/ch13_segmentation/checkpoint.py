"""Wrong answers to ch13_segmentation/checkpoint, as people write them."""

import os
import shutil

import torch
from torch import nn

from katas._dojo.writing.mistakes import instead_of


@instead_of("Checkpoints")
class ByRecall:
    """The score is the recall.

    Known: recall_alone_as_in_the_book.
    """

    def __init__(self, folder):
        self.folder = folder
        self.best = -float("inf")

    def save(self, model, optimizer, epoch, precision, recall):
        net = model.module if hasattr(model, "module") else model
        last = os.path.join(self.folder, "last.pt")
        torch.save(
            {"model": net.state_dict(), "optimizer": optimizer.state_dict(), "epoch": epoch}, last
        )
        if recall > self.best and precision == precision:
            self.best = recall
            shutil.copyfile(last, os.path.join(self.folder, "best.pt"))


@instead_of("Checkpoints")
class Wrapped:
    """The names of the wrapper are saved, and F1 begins at 0.

    Known: module_in_the_names, begun_at_0.
    """

    def __init__(self, folder):
        self.folder = folder
        self.best_f1 = 0

    def save(self, model, optimizer, epoch, precision, recall):
        state = {
            "model": model.state_dict(),
            "optimizer": optimizer.state_dict(),
            "epoch": epoch,
        }
        torch.save(state, self.folder / "last.pt")
        f1 = 0
        if precision + recall > 0:
            f1 = 2 * precision * recall / (precision + recall)
        if f1 > self.best_f1:
            self.best_f1 = f1
            torch.save(state, self.folder / "best.pt")


@instead_of("restore")
def weights_only(path, model, optimizer):
    """The optimizer begins anew.

    Known: the_optimizer_forgotten.
    """
    checkpoint = torch.load(path, map_location="cpu", weights_only=True)
    model.load_state_dict(checkpoint["model"])
    return checkpoint["epoch"]


@instead_of("restore")
def lenient(path, model, optimizer):
    """Names that do not fit are passed over.

    Known: misfits_passed_over.
    """
    checkpoint = torch.load(path, map_location="cpu")
    model.load_state_dict(checkpoint["model"], strict=False)
    optimizer.load_state_dict(checkpoint["optimizer"])
    return checkpoint["epoch"]


@instead_of("Checkpoints")
class NoneOrZero:
    """A best of 0 is none.

    Known: zero_for_none.
    """

    def __init__(self, folder):
        self.folder, self.best = folder, None

    def save(self, model, optimizer, epoch, precision, recall):
        model = model.module if isinstance(model, nn.DataParallel) else model
        state = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "epoch": epoch}
        torch.save(state, self.folder / "last.pt")
        both = precision + recall
        f1 = 0.0 if both == 0 else 2 * precision * recall / both
        if not self.best or f1 > self.best:
            self.best = f1
            torch.save(state, self.folder / "best.pt")
