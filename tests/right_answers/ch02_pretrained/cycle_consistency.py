"""Right answers to ch02_pretrained/cycle_consistency, written differently."""

import torch
from torch import nn

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "A difference is as large from either end.": [
        ("l1_loss(horses_again, horses)", "l1_loss(horses, horses_again)"),
        ("l1_loss(zebras_again, zebras)", "l1_loss(zebras, zebras_again)"),
    ],
}


@instead_of("cycle_loss")
def trip_by_trip(to_zebra, to_horse, horses, zebras):
    loss = 0.0
    for start, there, back in ((zebras, to_horse, to_zebra), (horses, to_zebra, to_horse)):
        loss = loss + (start - back(there(start))).abs().mean()
    return loss


@instead_of("cycle_loss")
def by_a_criterion(to_zebra, to_horse, horses, zebras):
    criterion = nn.L1Loss()
    fake_zebras, fake_horses = to_zebra(horses), to_horse(zebras)
    losses = [criterion(to_horse(fake_zebras), horses), criterion(to_zebra(fake_horses), zebras)]
    return torch.stack(losses).sum()
