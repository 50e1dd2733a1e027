"""Right answers to ch10_datasets/metaimage, written differently."""

from collections import namedtuple

import numpy as np
import SimpleITK
import torch

from katas._dojo.writing.mistakes import instead_of

Ct = namedtuple("Ct", "hu, origin_xyz, spacing_xyz, direction")
XyzTuple = namedtuple("XyzTuple", "x, y, z")

EQUIVALENT = {
    "Ct is given: the stub has it.": [
        ('Ct = namedtuple("Ct", "hu, origin_xyz, spacing_xyz, direction")', "pass"),
        ('namedtuple("Ct", "hu, origin_xyz, spacing_xyz, direction")', '"Ct"'),
        ('namedtuple("Ct"', 'namedtuple("Ct_"'),
        ('spacing_xyz, direction")', 'spacing_xyz, direction_")'),
    ],
}


@instead_of("read_ct")
def the_code_of_the_book(path):
    ct_mhd = SimpleITK.ReadImage(str(path))
    ct_a = np.array(SimpleITK.GetArrayFromImage(ct_mhd), dtype=np.float32)
    origin_xyz = XyzTuple(*ct_mhd.GetOrigin())
    spacing_xyz = XyzTuple(*ct_mhd.GetSpacing())
    direction_a = np.array(ct_mhd.GetDirection()).reshape(3, 3)
    return Ct(torch.from_numpy(ct_a), origin_xyz, spacing_xyz, direction_a)


@instead_of("read_ct")
def without_simpleitk(path):
    header = dict(line.split(" = ") for line in path.read_text().splitlines())
    order = ">" if header["BinaryDataByteOrderMSB"] == "True" else "<"
    kind = {"MET_UCHAR": "u1", "MET_SHORT": "i2", "MET_FLOAT": "f4"}[header["ElementType"]]
    shape = [int(size) for size in header["DimSize"].split()][::-1]
    raw = path.parent / header["ElementDataFile"]
    try:
        voxels = np.frombuffer(raw.read_bytes(), order + kind).reshape(shape)
    except (OSError, ValueError) as error:
        raise RuntimeError(f"{raw} does not hold {shape} voxels") from error

    def numbers(key):
        return tuple(float(number) for number in header[key].split())

    direction = np.array(numbers("TransformMatrix")).reshape(3, 3).T
    hu = torch.from_numpy(voxels.astype(np.float32))
    return Ct(hu, numbers("Offset"), numbers("ElementSpacing"), direction)
