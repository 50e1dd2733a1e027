from collections import namedtuple
from pathlib import Path

import numpy as np
import SimpleITK
import torch

Ct = namedtuple("Ct", "hu, origin_xyz, spacing_xyz, direction")


def read_ct(path: Path) -> Ct:
    image = SimpleITK.ReadImage(path)
    array = SimpleITK.GetArrayFromImage(image)  # slices first already
    hu = torch.from_numpy(array).float()
    direction = np.array(image.GetDirection()).reshape(3, 3)
    return Ct(hu, image.GetOrigin(), image.GetSpacing(), direction)
