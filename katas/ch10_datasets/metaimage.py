"""A CT scan from its files (§10.3).

MetaIO keeps a scan in two files: a header, ``.mhd``, which is text, beside the voxels, which
are bytes.  The header tells how to read them: their number type, their byte order, their file.
SimpleITK knows all that.  Its sizes go by x, y, z, that is column, row, slice; an array has it
the other way round.
"""

from collections import namedtuple
from pathlib import Path

Ct = namedtuple("Ct", "hu, origin_xyz, spacing_xyz, direction")


def read_ct(path: Path) -> Ct:
    """Return the scan whose header is ``path``.

    ``hu`` is a float32 tensor [I, R, C], slices (index), rows, columns, of the numbers that are
    stored.  ``origin_xyz`` is the place of the first voxel in the patient, ``spacing_xyz`` how far
    apart columns, rows, slices lie: tuples of three floats, in millimetres.  ``direction`` is a
    float64 array [3, 3], whose columns are the directions in the patient of these three.

    Where voxels are missing, SimpleITK's RuntimeError names the file.
    """
    raise NotImplementedError
