"""Wrong answers to ch10_datasets/sample_tuple, as people write them."""

import torch
from torch.nn.functional import one_hot

from katas._dojo.writing.mistakes import instead_of


@instead_of("sample_tuple")
def nodule_first(candidate, crop, center_irc):
    """The nodule is class 0, and the label a float.

    Known: the_nodule_in_the_first_place, a_label_of_floats.
    """
    x = torch.tensor(crop, dtype=torch.float32)[None]
    label = torch.tensor([1.0, 0.0] if candidate.is_nodule else [0.0, 1.0])
    return x, label, candidate.series_uid, torch.tensor(center_irc)


@instead_of("sample_tuple")
def without_a_channel(candidate, crop, center_irc):
    """The crop has no channel.

    Known: the_channel_forgotten.
    """
    x = torch.as_tensor(crop).to(torch.float32)
    label = torch.tensor([not candidate.is_nodule, candidate.is_nodule], dtype=torch.long)
    return x, label, candidate.series_uid, torch.tensor(center_irc)


@instead_of("sample_tuple")
def the_place_in_the_patient(candidate, crop, center_irc):
    """The centre is the one in millimetres.

    Known: the_centre_in_millimetres.
    """
    x = torch.from_numpy(crop).unsqueeze(0).to(torch.float32)
    label = one_hot(torch.tensor(int(candidate.is_nodule)), num_classes=2)
    return x, label, candidate.series_uid, torch.tensor(candidate.center_xyz)


@instead_of("sample_tuple")
def a_class_index(candidate, crop, center_irc):
    """The label is the number of the class, and the crop has a batch dimension.

    Known: the_number_of_the_class, a_batch_dimension_too.
    """
    x = torch.from_numpy(crop).float().view(1, 1, *crop.shape)
    return x, torch.tensor(int(candidate.is_nodule)), candidate.series_uid, torch.tensor(center_irc)
