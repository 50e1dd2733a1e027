"""Tensors in files (§3.12).

``torch.save`` writes a tensor with its dtype, its device, and the whole storage that its numbers
lie in: of a view, all of what it is a view of.  ``torch.load`` reads it back, onto the device that
it was on, which this machine may not have, unless ``map_location`` says where to.  A file may come
from anybody, and hold code that runs as it is read; with ``weights_only`` that is refused.
"""

from pathlib import Path

from torch import Tensor


def save(x: Tensor, path: Path) -> None:
    """Write ``x`` into a file that ``torch.load`` reads, and no numbers beside its own.

    If ``x`` is one row of a large tensor, the file has room for one row.
    """
    raise NotImplementedError


def load(path: Path) -> Tensor:
    """Return the tensor that ``torch.save`` wrote, on the CPU, wherever it was before.

    No code of the file is run: where there is any, that is torch's ``pickle.UnpicklingError``.
    """
    raise NotImplementedError
