"""Slices of an array on disk (§3.12.1).

An HDF5 file holds arrays by name, its datasets.  ``h5py.File(path, "r")`` opens it to read, mode
"w" begins a new one; ``file["coords"]`` is a dataset: its numbers stay on disk, and may be more
than fit into memory.  To index it, ``file["coords"][2:5]``, reads what is asked for, and no more.
Once the file is closed, its datasets cannot be read.
"""

from pathlib import Path

from torch import Tensor


def save(points: Tensor, path: Path) -> None:
    """Write ``points``, [N, D], on whatever device, into a new HDF5 file, as its dataset "coords".

    Their dtype is kept.  A file that is already there is replaced.
    """
    raise NotImplementedError


def last_points(path: Path, n: int) -> Tensor:
    """Return the last ``n`` points, at least one, of such a file, and read no others.

    The result is [n, D], of the dataset's dtype.
    """
    raise NotImplementedError
