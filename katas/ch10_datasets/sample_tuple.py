"""What a sample holds (§10.5).

A dataset gives, for each candidate, what a network takes in, what it should answer, and where
both come from, so that who finds a strange result can go back to the scan.  A DataLoader makes
batches of all four.
"""

from collections import namedtuple

import numpy as np
from torch import Tensor

Candidate = namedtuple("Candidate", "is_nodule, diameter_mm, series_uid, center_xyz")


def sample_tuple(
    candidate: Candidate, crop: np.ndarray, center_irc: tuple[int, int, int]
) -> tuple[Tensor, Tensor, str, Tensor]:
    """Return ``(crop, label, series_uid, center)`` for ``crop`` [I, R, C] around a candidate.

    The crop is a float32 tensor [1, I, R, C]: a convolution wants a channel.  The label is
    int64 [2]: [0, 1] for a nodule, [1, 0] for anything else.  The series is the candidate's, a
    str.  The centre is int64 [3]: ``center_irc``, the voxel in the scan, not in millimetres.

    The array ``crop`` stays as it is.
    """
    raise NotImplementedError
