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

the_graph_used_up = Edit(
    """You went back through the generator in the discriminator's turn, which uses its graph up: to
    go back a second time is an error. Give the discriminator fakes that are detached.""",
    {"fake.detach()": "fake"},
)

the_old_verdict = Edit(
    """You went back through a verdict of before the discriminator's step, and that has changed the
    weights since. Let it judge the fakes again.""",
    {
        "d_loss = _loss(discriminator(real), 1.0) + _loss(discriminator(fake.detach()), 0.0)": """
            verdict = discriminator(fake)
            d_loss = _loss(discriminator(real), 1.0) + _loss(verdict, 0.0)
        """,
        "d_loss.backward()": "d_loss.backward(retain_graph=True)",
        "_loss(discriminator(fake), 1.0)": "_loss(verdict, 1.0)",
    },
)

neither_detached_nor_cleared = Edit(
    """Your generator moves by what the discriminator's loss has left in its gradients, too. In that
    turn the fakes are detached; and ahead of its own backward the generator's are cleared.""",
    {"fake.detach()": "generator(noise)", "    g_optimizer.zero_grad()\n": ""},
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

the_saturating_loss = Edit(
    """Your generator makes the discriminator's loss larger. Where its fakes are found out for sure,
    that has no slope: make the loss with the label 1 smaller.""",
    {"g_loss = _loss(discriminator(fake), 1.0)": "g_loss = -_loss(discriminator(fake), 0.0)"},
)

half_of_the_sum = Edit(
    """You halved the discriminator's loss. Its two means are added up, and that is all.""",
    {"    d_optimizer.zero_grad()\n": "    d_loss = d_loss / 2\n    d_optimizer.zero_grad()\n"},
)

logits_for_probabilities = Edit(
    """You gave logits to a loss that wants probabilities, which lie between 0 and 1: that is an
    error, or a wrong loss. The one with logits takes the sigmoid itself.""",
    {
        "import binary_cross_entropy_with_logits": "import binary_cross_entropy",
        "return binary_cross_entropy_with_logits(": "return binary_cross_entropy(",
    },
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
