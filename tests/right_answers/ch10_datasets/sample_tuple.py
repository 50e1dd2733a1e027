"""Right answers to ch10_datasets/sample_tuple, written differently."""

from typing import NamedTuple

import numpy as np
import torch
from torch.nn.functional import one_hot

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "Candidate is given: the stub has it.": [
        (
            'Candidate = namedtuple("Candidate", "is_nodule, diameter_mm, series_uid, center_xyz")',
            "pass",
        ),
        (
            'namedtuple("Candidate", "is_nodule, diameter_mm, series_uid, center_xyz")',
            '"Candidate"',
        ),
        ('namedtuple("Candidate"', 'namedtuple("Candidate_"'),
        ('series_uid, center_xyz")', 'series_uid, center_xyz_")'),
    ],
}


@instead_of("sample_tuple")
def the_code_of_the_book(candidate, crop, center_irc):
    candidate_t = torch.from_numpy(crop)
    candidate_t = candidate_t.to(torch.float32)
    candidate_t = candidate_t.unsqueeze(0)

    pos_t = torch.tensor([not candidate.is_nodule, candidate.is_nodule], dtype=torch.long)
    return candidate_t, pos_t, candidate.series_uid, torch.tensor(center_irc)


class _Sample(NamedTuple):
    crop: torch.Tensor
    label: torch.Tensor
    series_uid: str
    center: torch.Tensor


@instead_of("sample_tuple")
def a_named_tuple(candidate, crop, center_irc):
    return _Sample(
        torch.tensor(crop[np.newaxis], dtype=torch.float32),
        one_hot(torch.tensor(int(candidate.is_nodule)), 2),
        candidate.series_uid,
        torch.from_numpy(np.array(center_irc, dtype=np.int64)),
    )
