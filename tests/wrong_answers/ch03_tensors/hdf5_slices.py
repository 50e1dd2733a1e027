"""Wrong answers to ch03_tensors/hdf5_slices, as people write them."""

import h5py
import numpy as np
import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("save")
def in_the_default_dtype(points, path):
    """Any dtype becomes float32.

    Known: written_as_float32.
    """
    with h5py.File(path, "w") as f:
        f.create_dataset("coords", points.shape, "f4")
        f["coords"][:] = points.cpu().numpy()


@instead_of("save")
def of_a_list(points, path):
    """NumPy chooses the dtype, and what is in the file is in the way.

    Known: written_from_a_list, added_to_the_file.
    """
    f = h5py.File(path, "a")
    f.create_dataset("coords", data=np.array([list(map(float, row)) for row in points.tolist()]))
    f.close()


@instead_of("last_points")
def all_then_the_last(path, n):
    """The whole array is read.

    Known: the_whole_array.
    """
    with h5py.File(path, "r") as f:
        points = torch.from_numpy(np.array(f["coords"]))
    return points[-n:]


@instead_of("last_points")
def after_the_file(path, n):
    """A closed file cannot be read.

    Known: sliced_too_late.
    """
    f = h5py.File(path, "r")
    dset = f["coords"]
    f.close()
    return torch.from_numpy(dset[-n:])


@instead_of("last_points")
def through_float32(path, n):
    """The last point is missing, and the dtype is float32.

    Known: the_last_one_missing, read_as_float32.
    """
    with h5py.File(path, "r") as f:
        return torch.tensor(f["coords"][-n:-1], dtype=torch.float32)


@instead_of("save")
def added_as_the_book_creates(points, path):
    """The file is there, and has such a dataset.

    Known: created_where_one_is.
    """
    with h5py.File(path, "a") as f:
        f.create_dataset("coords", data=points.cpu().numpy())
