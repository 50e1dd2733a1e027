"""What is kept of a training run (§13.6.6).

A run that is to go on after a break needs more than the weights: the optimizer has a state, too,
such as the averages of Adam.  And the last model is rarely the best one, so a copy of the best
stays beside it.  Recall alone is no way to choose: a model that calls every pixel a nodule finds
them all.
"""

from pathlib import Path

from torch import nn, optim


class Checkpoints:
    """Keeps two files in ``folder``, which exists: ``last.pt``, and ``best.pt``, a copy of it."""

    def __init__(self, folder: Path):
        raise NotImplementedError

    def save(
        self,
        model: nn.Module,
        optimizer: optim.Optimizer,
        epoch: int,
        precision: float,
        recall: float,
    ) -> None:
        """Save an epoch as the last, and as the best if its F1 score is higher than all before it.

        F1 is 2 · precision · recall / (precision + recall), and 0 if both are 0.  A nan is never
        the best; the first number always is.  ``model`` may be wrapped in nn.DataParallel: what is
        saved fits the bare model.
        """
        raise NotImplementedError


def restore(path: Path, model: nn.Module, optimizer: optim.Optimizer) -> int:
    """Put back what was saved in ``path``, so that training goes on, and return its epoch.

    ``model`` and ``optimizer`` are built as those that were saved, on any device.  If the model is
    another one, that is a RuntimeError.
    """
    raise NotImplementedError
