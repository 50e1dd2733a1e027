"""Right answers to ch03_tensors/hdf5_slices, written differently."""

import h5py
import numpy as np
import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "Seen on CUDA only: NumPy reads the memory of the CPU.": [("points.cpu()", "points")],
    "h5py makes an array of it.": [(".numpy()", "")],
    "Since h5py 3.0 it is the default.": [('(path, "r")', "(path)")],
}


@instead_of("save")
def of_the_book(points, path):
    f = h5py.File(path, "w")
    f.create_dataset("coords", data=points.cpu().numpy())
    f.close()


@instead_of("save")
def made_and_filled(points, path):
    array = np.asarray(points.cpu())
    with h5py.File(str(path), mode="w") as file:
        coords = file.create_dataset("coords", shape=array.shape, dtype=array.dtype)
        coords[...] = array


@instead_of("last_points")
def last_points_of_the_book(path, n):
    f = h5py.File(path, "r")
    dset = f["coords"]
    last = torch.from_numpy(dset[-n:])
    f.close()
    return last


@instead_of("last_points")
def counted_from_the_front(path, n):
    with h5py.File(path) as file:
        coords = file["coords"]
        n_points = coords.shape[0]
        return torch.tensor(coords[n_points - n : n_points])


@instead_of("last_points")
def point_by_point(path, n):
    with h5py.File(path) as file:
        points = [torch.as_tensor(file["coords"][i]) for i in range(-n, 0)]
    return torch.stack(points)
