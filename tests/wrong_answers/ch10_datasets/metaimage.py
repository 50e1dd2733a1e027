"""Wrong answers to ch10_datasets/metaimage, as people write them."""

from collections import namedtuple

import numpy as np
import SimpleITK
import torch

from katas._dojo.writing.mistakes import instead_of

Ct = namedtuple("Ct", "hu, origin_xyz, spacing_xyz, direction")


@instead_of("read_ct")
def axes_turned_around(path):
    """The array is turned around although it has slices first.

    Known: columns_first.
    """
    image = SimpleITK.ReadImage(str(path))
    voxels = np.transpose(SimpleITK.GetArrayFromImage(image), (2, 1, 0)).astype(np.float32)
    direction = np.array(image.GetDirection()).reshape(3, 3)
    return Ct(torch.from_numpy(voxels), image.GetOrigin(), image.GetSpacing(), direction)


@instead_of("read_ct")
def everything_in_the_order_of_the_array(path):
    """Spacing and origin are turned around to go with the array.

    Known: spacing_by_slice_row_column, origin_by_slice_row_column.
    """
    image = SimpleITK.ReadImage(str(path))
    hu = torch.tensor(SimpleITK.GetArrayFromImage(image), dtype=torch.float32)
    direction = np.asarray(image.GetDirection(), dtype=float).reshape(3, 3)
    return Ct(hu, tuple(image.GetOrigin()[::-1]), tuple(image.GetSpacing()[::-1]), direction)


@instead_of("read_ct")
def read_by_hand(path):
    """The bytes are read by hand, in the order of this machine, the matrix row by row.

    Known: bytes_in_the_order_of_this_machine, the_matrix_row_by_row, missing_voxels_filled.
    """
    header = dict(line.split(" = ") for line in path.read_text().splitlines())
    kinds = {"MET_SHORT": np.int16, "MET_UCHAR": np.uint8, "MET_FLOAT": np.float32}
    size = [int(n) for n in header["DimSize"].split()]
    raw = path.parent / header["ElementDataFile"]
    voxels = np.fromfile(raw, dtype=kinds[header["ElementType"]])
    if voxels.size != np.prod(size):
        raise RuntimeError(f"{raw}: {voxels.size} voxels for a size of {size}")
    voxels = voxels.reshape(size[::-1])

    def floats(key):
        return [float(n) for n in header[key].split()]

    return Ct(
        torch.from_numpy(voxels.astype(np.float32)),
        tuple(floats("Offset")),
        tuple(floats("ElementSpacing")),
        np.array(floats("TransformMatrix")).reshape(3, 3),
    )


@instead_of("read_ct")
def reshaped_to_the_size(path):
    """GetSize is taken for the shape of the array.

    Known: reshaped_to_the_size_of_the_image.
    """
    image = SimpleITK.ReadImage(path)
    data = SimpleITK.GetArrayFromImage(image).reshape(image.GetSize())
    return Ct(
        torch.from_numpy(data).to(torch.float32),
        image.GetOrigin(),
        image.GetSpacing(),
        np.reshape(image.GetDirection(), (3, 3)),
    )


@instead_of("read_ct")
def the_array_of_the_scanner(path):
    """The voxels keep their type.

    Known: the_type_of_the_file.
    """
    image = SimpleITK.ReadImage(path)
    direction = np.array(image.GetDirection()).reshape(3, 3)
    hu = torch.from_numpy(SimpleITK.GetArrayFromImage(image))
    return Ct(hu, image.GetOrigin(), image.GetSpacing(), direction)


@instead_of("read_ct")
def the_book_with_its_clip(path):
    """The numbers are cut while they are read.

    Known: clipped_as_in_the_book.
    """
    ct_mhd = SimpleITK.ReadImage(str(path))
    ct_a = np.array(SimpleITK.GetArrayFromImage(ct_mhd), dtype=np.float32)
    ct_a.clip(-1000, 1000, ct_a)
    direction_a = np.array(ct_mhd.GetDirection()).reshape(3, 3)
    return Ct(torch.from_numpy(ct_a), ct_mhd.GetOrigin(), ct_mhd.GetSpacing(), direction_a)
