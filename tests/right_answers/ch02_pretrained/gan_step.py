"""Right answers to ch02_pretrained/gan_step, written differently."""

import torch
from torch import nn
from torch.nn.functional import logsigmoid, softplus

from katas._dojo.writing.mistakes import instead_of


@instead_of("gan_step")
def by_a_criterion(generator, discriminator, g_optimizer, d_optimizer, real, noise):
    criterion = nn.BCEWithLogitsLoss()
    d_optimizer.zero_grad()
    verdicts = discriminator(real)
    real_loss = criterion(verdicts, torch.ones_like(verdicts))
    real_loss.backward()
    with torch.no_grad():
        fake = generator(noise)
    verdicts = discriminator(fake)
    fake_loss = criterion(verdicts, torch.zeros_like(verdicts))
    fake_loss.backward()
    d_optimizer.step()

    generator.zero_grad()
    verdicts = discriminator(generator(noise))
    g_loss = criterion(verdicts, torch.ones_like(verdicts))
    g_loss.backward()
    g_optimizer.step()
    return float(real_loss + fake_loss), float(g_loss)


@instead_of("gan_step")
def with_gradients_of_one_network_each(
    generator, discriminator, g_optimizer, d_optimizer, real, noise
):
    def turn(optimizer, network, loss):
        optimizer.zero_grad()
        parameters = list(network.parameters())
        loss.backward(inputs=parameters)
        optimizer.step()
        return loss.item()

    fake = generator(noise)
    d_loss = -logsigmoid(discriminator(real)).mean()
    d_loss = d_loss - logsigmoid(-discriminator(fake.data)).mean()
    d_loss = turn(d_optimizer, discriminator, d_loss)
    return d_loss, turn(g_optimizer, generator, softplus(-discriminator(fake)).mean())
