"""Numbers that a browser draws (§11.9.2).

A SummaryWriter puts numbers into an event file, and TensorBoard draws what it finds there: each
folder is a run with a colour of its own, each tag a chart, each step a place on its axis.  So
training and validation share a chart if they are two runs with the same tags, and can be compared
if their steps mean the same.  A writer works in a thread of its own: what that has not yet put into
the file is lost unless the writer is closed.
"""

from collections.abc import Iterable
from pathlib import Path


def log_history(
    log_dir: Path, history: Iterable[tuple[int, dict[str, float], dict[str, float]]]
) -> None:
    """Write event files into ``log_dir`` / "trn", for training, and into ``log_dir`` / "val".

    ``history`` gives one epoch after the other: how many training samples were seen so far, the
    numbers of training, and those of validation, by tag ("loss/all").  That count is the step of
    both.  It is gone through once, and may raise an error, which comes through.

    Afterwards the writers are closed, and all that was given is in the files, also after an error.
    """
    raise NotImplementedError
