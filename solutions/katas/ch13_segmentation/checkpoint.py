import shutil
from pathlib import Path

import torch
from torch import nn, optim


class Checkpoints:
    def __init__(self, folder: Path):
        self.folder = folder
        self.best = -1.0  # below any F1 score, 0 among them

    def save(
        self,
        model: nn.Module,
        optimizer: optim.Optimizer,
        epoch: int,
        precision: float,
        recall: float,
    ) -> None:
        bare = model.module if isinstance(model, nn.DataParallel) else model
        state = {"model": bare.state_dict(), "optimizer": optimizer.state_dict(), "epoch": epoch}
        torch.save(state, self.folder / "last.pt")
        f1 = 2 * precision * recall / ((precision + recall) or 1)
        if f1 > self.best:
            self.best = f1
            shutil.copyfile(self.folder / "last.pt", self.folder / "best.pt")


def restore(path: Path, model: nn.Module, optimizer: optim.Optimizer) -> int:
    state = torch.load(path, map_location="cpu")  # load_state_dict takes it where the model is
    model.load_state_dict(state["model"])
    optimizer.load_state_dict(state["optimizer"])
    return state["epoch"]
