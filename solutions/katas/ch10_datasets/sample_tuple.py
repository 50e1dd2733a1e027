from collections import namedtuple

import numpy as np
import torch
from torch import Tensor

Candidate = namedtuple("Candidate", "is_nodule, diameter_mm, series_uid, center_xyz")


def sample_tuple(
    candidate: Candidate, crop: np.ndarray, center_irc: tuple[int, int, int]
) -> tuple[Tensor, Tensor, str, Tensor]:
    crop = torch.from_numpy(crop).float().unsqueeze(0)
    label = torch.tensor([not candidate.is_nodule, candidate.is_nodule], dtype=torch.int64)
    return crop, label, candidate.series_uid, torch.tensor(center_irc)
