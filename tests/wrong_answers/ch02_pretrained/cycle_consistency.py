"""Wrong answers to ch02_pretrained/cycle_consistency, as people write them."""

import torch
from torch import nn

from katas._dojo.writing.mistakes import instead_of


@instead_of("cycle_loss")
def one_way_only(to_zebra, to_horse, horses, zebras):
    """Only the horses make the round trip.

    Known: horses_alone.
    """
    fake_zebras = to_zebra(horses)
    return nn.L1Loss()(to_horse(fake_zebras), horses)


@instead_of("cycle_loss")
def fakes_held_back(to_zebra, to_horse, horses, zebras):
    """The first generator of each trip gets no gradient, as in a discriminator's step.

    Known: the_first_half_cut_off.
    """
    fake_z = to_zebra(horses).detach()
    fake_h = to_horse(zebras).detach()
    loss_h = (to_horse(fake_z) - horses).abs().mean()
    loss_z = (to_zebra(fake_h) - zebras).abs().mean()
    return loss_h + loss_z


@instead_of("cycle_loss")
def squared_error(to_zebra, to_horse, horses, zebras):
    """Squared differences, and half of their sum.

    Known: squared, the_mean_of_both.
    """
    mse = nn.MSELoss()
    cycle_h = mse(to_horse(to_zebra(horses)), horses)
    cycle_z = mse(to_zebra(to_horse(zebras)), zebras)
    return (cycle_h + cycle_z) / 2


@instead_of("cycle_loss")
def all_pixels_together(to_zebra, to_horse, horses, zebras):
    """All pixels count alike, so that the larger pile counts more.

    Known: one_mean_over_all.
    """
    a = (to_horse(to_zebra(horses)) - horses).abs()
    b = (to_zebra(to_horse(zebras)) - zebras).abs()
    return torch.cat([a.flatten(), b.flatten()]).mean()


@instead_of("cycle_loss")
def the_trips_exchanged(to_zebra, to_horse, horses, zebras):
    """Horses go to the network that takes zebras.

    Known: the_wrong_network_first.
    """
    h = to_zebra(to_horse(horses))
    z = to_horse(to_zebra(zebras))
    return nn.functional.l1_loss(h, horses) + nn.functional.l1_loss(z, zebras)


@instead_of("cycle_loss")
def pairs(to_zebra, to_horse, horses, zebras):
    """One way, and compared with photos of something else.

    Known: as_if_there_were_pairs.
    """
    loss = nn.L1Loss()
    return loss(to_zebra(horses), zebras) + loss(to_horse(zebras), horses)
