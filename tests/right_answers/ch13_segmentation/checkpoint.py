"""Right answers to ch13_segmentation/checkpoint, written differently."""

import math
import shutil

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "Any number below 0 is below any F1 score.": [("-1.0", "-1.5")],
    "Which score is the highest does not depend on their scale.": [
        ("2 * precision * recall", "precision * recall"),
        ("2 * precision", "1 * precision"),
        ("2 * precision", "3 * precision"),
        ("2 * precision", "4 * precision"),
    ],
    "0 is 0, whatever it is divided by.": [("or 1", "or 2")],
    "Whether the score or the file comes first makes no difference.": [
        (
            """
            self.best = f1
            shutil.copyfile(self.folder / "last.pt", self.folder / "best.pt")
            """,
            """
            shutil.copyfile(self.folder / "last.pt", self.folder / "best.pt")
            self.best = f1
            """,
        ),
    ],
    "Model and optimizer are restored each by itself.": [
        (
            """
            model.load_state_dict(state["model"])
            optimizer.load_state_dict(state["optimizer"])
            """,
            """
            optimizer.load_state_dict(state["optimizer"])
            model.load_state_dict(state["model"])
            """,
        ),
    ],
    "Seen only on a machine without the device of the file.": [(', map_location="cpu"', "")],
}


@instead_of("Checkpoints")
class InTheNamesOfTheBook:
    def __init__(self, folder):
        self.folder = folder
        self.best_score = None

    def save(self, model, optimizer, epoch, precision, recall):
        if isinstance(model, torch.nn.DataParallel):
            model = model.module
        state = {
            "model_name": type(model).__name__,
            "model": model.state_dict(),
            "optimizer_name": type(optimizer).__name__,
            "optimizer": optimizer.state_dict(),
            "epoch": epoch,
        }
        torch.save(state, str(self.folder / "last.pt"))
        total = precision + recall
        score = 0.0 if total == 0 else 2 * (precision * recall) / total
        if not math.isnan(score) and (self.best_score is None or score > self.best_score):
            self.best_score = score
            shutil.copy(self.folder / "last.pt", self.folder / "best.pt")


@instead_of("Checkpoints")
class SavedTwice:
    def __init__(self, folder):
        self.folder, self.scores = folder, []

    def save(self, model, optimizer, epoch, precision, recall):
        content = {
            "model": getattr(model, "module", model).state_dict(),
            "optimizer": optimizer.state_dict(),
            "epoch": epoch,
        }
        names = ["last.pt"]
        if precision == precision and recall == recall:
            score = 2 / (1 / precision + 1 / recall) if precision and recall else 0.0
            if all(score > before for before in self.scores):
                names.append("best.pt")
            self.scores.append(score)
        for name in names:
            with open(self.folder / name, "wb") as file:
                torch.save(content, file)


@instead_of("restore")
def to_the_device_of_the_model(path, model, optimizer):
    device = next(model.parameters()).device
    saved = torch.load(path, map_location=device, weights_only=True)
    optimizer.load_state_dict(saved.pop("optimizer"))
    model.load_state_dict(saved.pop("model"))
    return saved.pop("epoch")


@instead_of("restore")
def from_a_file(path, model, optimizer):
    with open(path, "rb") as file:
        state = torch.load(file, map_location=lambda storage, place: storage)
    for part, name in ((model, "model"), (optimizer, "optimizer")):
        part.load_state_dict(state[name])
    return int(state["epoch"])
