"""Known wrong answers to ch02_pretrained/gan_step."""

from katas._dojo.writing.mistakes import Edit

fakes_not_detached = Edit(
    """Your generator learns from the discriminator's loss too: to be found out. Give the
    discriminator fakes that are detached, or clear the generator's gradients after that turn.""",
    {
        "fake = generator(noise)": """
            g_optimizer.zero_grad()
            fake = generator(noise)
        """,
        "fake.detach()": "generator(noise)",
        "    g_optimizer.zero_grad()\n": "",
    },
)

the_generators_gradients_kept = Edit(
    """You did not clear the generator's gradients. What was in them before is added to those of
    this step: g_optimizer.zero_grad() ahead of backward.""",
    {"    g_optimizer.zero_grad()\n": ""},
)

the_discriminators_gradients_kept = Edit(
    """You did not clear the discriminator's gradients. The generator's turn fills them too, with
    what would make it easier to deceive: d_optimizer.zero_grad() ahead of its backward.""",
    {"    d_optimizer.zero_grad()\n": ""},
)

cleared_after_backward = Edit(
    """You cleared the gradients between backward and step, so that neither network moves. Clear
    them, go back, then step.""",
    {
        "    d_optimizer.zero_grad()\n    d_loss.backward()": (
            "    d_loss.backward()\n    d_optimizer.zero_grad()"
        ),
        "    g_optimizer.zero_grad()\n    g_loss.backward()": (
            "    g_loss.backward()\n    g_optimizer.zero_grad()"
        ),
    },
)

the_generator_first = Edit(
    """Your generator moved first, and the discriminator saw the fakes of the new one. The
    discriminator begins.""",
    {
        """
        # Detached, so that this turn knows nothing of the generator.
        d_loss = _loss(discriminator(real), 1.0) + _loss(discriminator(fake.detach()), 0.0)
        d_optimizer.zero_grad()
        d_loss.backward()
        d_optimizer.step()

        """: "",
        "g_optimizer.step()": """
            g_optimizer.step()
            fake = generator(noise)
            d_loss = _loss(discriminator(real), 1.0) + _loss(discriminator(fake.detach()), 0.0)
            d_optimizer.zero_grad()
            d_loss.backward()
            d_optimizer.step()
        """,
    },
)

against_the_old_discriminator = Edit(
    """Your generator learned from the discriminator as it was before its step. Let that one move
    first, and judge the fakes again.""",
    {
        "    d_optimizer.step()\n": "",
        "g_optimizer.step()": """
            g_optimizer.step()
            d_optimizer.zero_grad()
            d_loss = _loss(discriminator(real), 1.0) + _loss(discriminator(fake.detach()), 0.0)
            d_loss.backward()
            d_optimizer.step()
        """,
    },
)

both_moved_by_both_losses = Edit(
    """Your discriminator moved by the generator's loss as well, and helped it. Each loss moves one
    network: step right after its own backward.""",
    {
        "    d_optimizer.step()\n": "",
        "g_optimizer.step()": """
            g_optimizer.step()
            d_optimizer.step()
        """,
    },
)

the_generator_cut_off = Edit(
    """You detached the fakes in the generator's turn too: it has no way to learn from the verdict.
    Only the discriminator's turn takes them detached.""",
    {
        "fake = generator(noise)": "fake = generator(noise).detach().requires_grad_()",
    },
)

the_generator_gives_itself_away = Edit(
    """Your generator learns to be taken for a fake. It wants the label of real images, 1.""",
    {"g_loss = _loss(discriminator(fake), 1.0)": "g_loss = _loss(discriminator(fake), 0.0)"},
)

the_saturating_loss = Edit(
    """Your generator makes the discriminator's loss larger. Where its fakes are found out for sure,
    that has no slope: make the loss with the label 1 smaller.""",
    {"g_loss = _loss(discriminator(fake), 1.0)": "g_loss = -_loss(discriminator(fake), 0.0)"},
)

labels_exchanged = Edit(
    """Your discriminator takes real images for fakes, and fakes for real. Real is 1, fake is 0.""",
    {
        "_loss(discriminator(real), 1.0)": "_loss(discriminator(real), 0.0)",
        "_loss(discriminator(fake.detach()), 0.0)": "_loss(discriminator(fake.detach()), 1.0)",
    },
)

real_images_alone = Edit(
    """Your discriminator saw no fakes. If all it sees is real, real is all it says: add the loss
    of the fakes.""",
    {" + _loss(discriminator(fake.detach()), 0.0)": ""},
)

a_sigmoid_too_many = Edit(
    """You took a sigmoid of the logits for a loss that takes one itself. The loss with logits wants
    them as they are.""",
    {"_with_logits(logits,": "_with_logits(logits.sigmoid(),"},
)

tensors_for_numbers = Edit(
    """You returned tensors, which hold on to their graphs. item() takes the number out.""",
    {"return d_loss.item(), g_loss.item()": "return d_loss, g_loss"},
)

the_discriminator_left_frozen = Edit(
    """You froze the discriminator for the generator's turn, and left it so. In the next step it
    does not learn: requires_grad_(True) again.""",
    {
        "g_loss = _loss": """
            discriminator.requires_grad_(False)
            g_loss = _loss
        """,
    },
)
