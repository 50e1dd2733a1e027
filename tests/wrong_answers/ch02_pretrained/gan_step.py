"""Wrong answers to ch02_pretrained/gan_step, as people write them."""

import torch
from torch import nn

from katas._dojo.writing.mistakes import instead_of

criterion = nn.BCEWithLogitsLoss()


@instead_of("gan_step")
def all_cleared_at_the_top(generator, discriminator, g_optimizer, d_optimizer, real, noise):
    """The discriminator's loss flows into the generator, and stays there.

    Known: fakes_not_detached.
    """
    g_optimizer.zero_grad()
    d_optimizer.zero_grad()
    real_out = discriminator(real)
    fake_out = discriminator(generator(noise))
    loss_d = criterion(real_out, torch.ones_like(real_out))
    loss_d = loss_d + criterion(fake_out, torch.zeros_like(fake_out))
    loss_d.backward()
    d_optimizer.step()
    out = discriminator(generator(noise))
    loss_g = criterion(out, torch.ones_like(out))
    loss_g.backward()
    g_optimizer.step()
    return loss_d.item(), loss_g.item()


@instead_of("gan_step")
def never_cleared_for_d(generator, discriminator, g_optimizer, d_optimizer, real, noise):
    """The generator's turn leaves gradients in the discriminator, and nobody clears them.

    Known: the_discriminators_gradients_kept.
    """
    fakes = generator(noise)
    r, f = discriminator(real), discriminator(fakes.detach())
    loss_d = criterion(r, torch.ones_like(r)) + criterion(f, torch.zeros_like(f))
    loss_d.backward()
    d_optimizer.step()
    g_optimizer.zero_grad()
    f = discriminator(fakes)
    loss_g = criterion(f, torch.ones_like(f))
    loss_g.backward()
    g_optimizer.step()
    return float(loss_d), float(loss_g)


@instead_of("gan_step")
def probabilities(generator, discriminator, g_optimizer, d_optimizer, real, noise):
    """A sigmoid too many, and losses that are tensors.

    Known: a_sigmoid_too_many, tensors_for_numbers.
    """
    fakes = generator(noise)
    r, f = discriminator(real).sigmoid(), discriminator(fakes.detach()).sigmoid()
    loss_d = criterion(r, torch.ones_like(r)) + criterion(f, torch.zeros_like(f))
    d_optimizer.zero_grad()
    loss_d.backward()
    d_optimizer.step()
    f = discriminator(fakes).sigmoid()
    loss_g = criterion(f, torch.ones_like(f))
    g_optimizer.zero_grad()
    loss_g.backward()
    g_optimizer.step()
    return loss_d, loss_g


@instead_of("gan_step")
def as_in_the_formula(generator, discriminator, g_optimizer, d_optimizer, real, noise):
    """The generator wants the discriminator's loss to grow.

    Known: the_saturating_loss.
    """
    r, f = discriminator(real), discriminator(generator(noise).detach())
    loss_d = criterion(r, torch.ones_like(r)) + criterion(f, torch.zeros_like(f))
    d_optimizer.zero_grad()
    loss_d.backward()
    d_optimizer.step()
    f = discriminator(generator(noise))
    loss_g = -criterion(f, torch.zeros_like(f))
    g_optimizer.zero_grad()
    loss_g.backward()
    g_optimizer.step()
    return loss_d.item(), loss_g.item()


@instead_of("gan_step")
def the_generator_begins(generator, discriminator, g_optimizer, d_optimizer, real, noise):
    """The generator takes its step first.

    Known: the_generator_first.
    """
    g_optimizer.zero_grad()
    f = discriminator(generator(noise))
    loss_g = criterion(f, torch.ones_like(f))
    loss_g.backward()
    g_optimizer.step()
    d_optimizer.zero_grad()
    r, f = discriminator(real), discriminator(generator(noise).detach())
    loss_d = criterion(r, torch.ones_like(r)) + criterion(f, torch.zeros_like(f))
    loss_d.backward()
    d_optimizer.step()
    return loss_d.item(), loss_g.item()


@instead_of("gan_step")
def one_graph_for_both(generator, discriminator, g_optimizer, d_optimizer, real, noise):
    """The fakes are not detached, and the generator's gradients are never cleared.

    Known: neither_detached_nor_cleared.
    """
    loss = nn.BCEWithLogitsLoss()
    fake = generator(noise)
    d_real, d_fake = discriminator(real), discriminator(fake)
    d_loss = loss(d_real, torch.ones_like(d_real)) + loss(d_fake, torch.zeros_like(d_fake))
    d_optimizer.zero_grad()
    d_loss.backward(retain_graph=True)
    d_optimizer.step()
    verdict = discriminator(fake)
    g_loss = loss(verdict, torch.ones_like(verdict))
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()


@instead_of("gan_step")
def a_mean_of_two(generator, discriminator, g_optimizer, d_optimizer, real, noise):
    """Half the loss, and a generator that makes the discriminator's larger.

    Known: half_of_the_sum, the_saturating_loss.
    """
    loss = nn.BCEWithLogitsLoss()
    d_optimizer.zero_grad()
    g_optimizer.zero_grad()
    fake = generator(noise)
    d_real, d_fake = discriminator(real), discriminator(fake.detach())
    d_loss = (loss(d_real, torch.ones_like(d_real)) + loss(d_fake, torch.zeros_like(d_fake))) / 2
    d_loss.backward()
    d_optimizer.step()
    verdict = discriminator(fake)
    g_loss = -loss(verdict, torch.zeros_like(verdict))
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()


@instead_of("gan_step")
def as_if_there_were_a_sigmoid(generator, discriminator, g_optimizer, d_optimizer, real, noise):
    """Logits are no probabilities.

    Known: logits_for_probabilities.
    """
    loss = nn.BCELoss()
    fake = generator(noise)
    d_real, d_fake = discriminator(real), discriminator(fake.detach())
    d_loss = loss(d_real, torch.ones_like(d_real)) + loss(d_fake, torch.zeros_like(d_fake))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    verdict = discriminator(fake)
    g_loss = loss(verdict, torch.ones_like(verdict))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()


@instead_of("gan_step")
def nothing_detached(generator, discriminator, g_optimizer, d_optimizer, real, noise):
    """Backward twice through the generator.

    Known: the_graph_used_up.
    """
    fake = generator(noise)
    d_real, d_fake = discriminator(real), discriminator(fake)
    d_loss = criterion(d_real, torch.ones_like(d_real)) + criterion(d_fake, 0 * d_fake.detach())
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    verdict = discriminator(fake)
    g_loss = criterion(verdict, torch.ones_like(verdict))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()


@instead_of("gan_step")
def one_verdict_for_both(generator, discriminator, g_optimizer, d_optimizer, real, noise):
    """The graph is kept, and the weights in it are not.

    Known: the_old_verdict.
    """
    d_real, d_fake = discriminator(real), discriminator(generator(noise))
    d_loss = criterion(d_real, torch.ones_like(d_real))
    d_loss = d_loss + criterion(d_fake, torch.zeros_like(d_fake))
    d_optimizer.zero_grad()
    d_loss.backward(retain_graph=True)
    d_optimizer.step()
    g_optimizer.zero_grad()
    g_loss = criterion(d_fake, torch.ones_like(d_fake))
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()
