"""Known wrong answers to ch07_images/epoch_loss."""

from katas._dojo.writing.mistakes import Edit

the_last_batch_of_the_book = Edit(
    """You returned the loss of the last batch, as the book prints it after each epoch. It jumps
    about with the samples that happen to be in that batch: take the mean over all samples.""",
    {"return total / n_samples": "return loss.item()"},
)

a_batch_taken_for_an_image = Edit(
    """You made one row of a whole batch, as the book's first loop does with its single image. Here
    a batch comes from the loader: hand imgs to the model as they are.""",
    {"model(imgs)": "model(imgs.view(-1).unsqueeze(0))"},
)

a_mean_of_means = Edit(
    """You averaged the losses of the batches. Each sample of a short batch counts more then:
    multiply each loss by the size of its batch, and divide by the number of samples.""",
    {" * len(imgs)": "", "n_samples += len(imgs)": "n_samples += 1"},
)

means_over_the_number_of_samples = Edit(
    """You added up means and divided by the number of samples, so the loss is too small by about
    the size of a batch. Multiply each mean by the size of its batch first.""",
    {" * len(imgs)": ""},
)

the_loader_twice = Edit(
    """You went through the loader twice. Every pass loads all images anew, and in another order if
    it shuffles: count the samples as you train.""",
    {
        "n_samples += len(imgs)": "",
        "/ n_samples": "/ sum(len(imgs) for imgs, _ in loader)",
    },
)

a_sum = Edit(
    """You returned a sum, which grows with the number of samples. Divide by that number.""",
    {"return total / n_samples": "return total"},
)

every_batch_as_large_as_the_first = Edit(
    """You took every batch to be as large as the first. The last one is often short: ask each batch
    for its own size.""",
    {
        "loss.item() * len(imgs)": "loss.item() * batch_size",
        "loss = loss_fn(model(imgs), labels)": """
            batch_size = len(imgs) if n_samples == 0 else batch_size
            loss = loss_fn(model(imgs), labels)
        """,
    },
)

measured_after_the_step = Edit(
    """You measured each batch again after its step. The loss that counts is the one that the step
    follows: it is there already.""",
    {
        "total += loss.item()": """
            loss = loss_fn(model(imgs), labels)
            total += loss.item()
        """,
    },
)

a_tensor = Edit(
    """You returned a tensor. It keeps the graph of every batch in memory, for as long as anybody
    keeps the loss: add up loss.item().""",
    {"loss.item()": "loss"},
)

graphs_kept_until_the_end = Edit(
    """You kept the losses as tensors until the end of the epoch, and with each of them its graph.
    Add up loss.item().""",
    {
        "loss.item()": "loss",
        "return total / n_samples": "return total.item() / n_samples",
    },
)

gradients_never_cleared = Edit(
    """You let gradients add up. backward adds to the one that is there: call zero_grad for every
    batch.""",
    {"optimizer.zero_grad()": ""},
)

gradients_cleared_once_an_epoch = Edit(
    """You cleared the gradients once, ahead of the loop, so that they add up over the epoch. Call
    zero_grad for every batch.""",
    {
        "total = n_samples = 0": """
            total = n_samples = 0
            optimizer.zero_grad()
        """,
        """
        optimizer.zero_grad()
        loss.backward()
        """: "loss.backward()",
    },
)

nothing_learns = Edit(
    """Your model never moves. Call backward and then step for every batch, with no zero_grad in
    between.""",
    {
        """
        optimizer.zero_grad()
        loss.backward()
        """: """
        loss.backward()
        optimizer.zero_grad()
        """,
    },
)

one_step_an_epoch = Edit(
    """You made one step for the whole epoch. Each batch makes its own: that is what batches are
    for.""",
    {
        """
        optimizer.step()
        total += loss.item() * len(imgs)
        n_samples += len(imgs)
        """: """
        total += loss.item() * len(imgs)
        n_samples += len(imgs)
        """,
        "return total / n_samples": """
            optimizer.step()
            return total / n_samples
        """,
    },
)

all_samples_of_the_data_set = Edit(
    """You divided by the number of samples in the data set. A loader may leave some of them out or
    bring some twice, and need not have a data set: count what it yields.""",
    {"return total / n_samples": "return total / len(loader.dataset)"},
)
