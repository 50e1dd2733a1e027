"""Known wrong answers to ch11_training/epoch_loop."""

from katas._dojo.writing.mistakes import Edit

TRAINED = "train_loss, n_trained = _mean_loss(model, loss_fn, train_loader, optimizer)"
RETURNED = "return train_loss, val_loss, n_seen + n_trained"
BACK = """
finally:
    model.train()
"""

left_in_eval_mode_as_in_the_book = Edit(
    """You left the model in eval mode, as the validation of the book does. Who trains on without
    setting it trains without dropout, and batch norm stands still.""",
    {BACK: "finally:\n    pass"},
)

left_in_eval_mode_after_an_error = Edit(
    """You left the model in eval mode when validation raised an error. What has to be put back
    whatever happens belongs into a finally.""",
    {
        "try:": "if True:",
        BACK: "model.train()",
    },
)

validated_in_train_mode = Edit(
    """You measured validation in train mode. Batch norm goes by the batch then, and learns from
    samples that it is to be tested with: eval() first.""",
    {"model.eval()": ""},
)

trained_in_whatever_mode = Edit(
    """You trained the model in the mode in which it came. It may come in eval mode: set train
    mode first.""",
    {"model.train()\ntrain_loss": "train_loss"},
)

validation_steps = Edit(
    """Your model learns from the validation samples. They are there to measure it: no backward, no
    step.""",
    {
        "with torch.no_grad():": "if True:",
        "_mean_loss(model, loss_fn, val_loader)": (
            "_mean_loss(model, loss_fn, val_loader, optimizer)"
        ),
    },
)

gradients_recorded_in_validation = Edit(
    """You had gradients on in validation. Every batch builds a graph that nobody goes back
    through: torch.no_grad() around it.""",
    {"with torch.no_grad():": "if True:"},
)

gradients_left_off = Edit(
    """You left gradients off. The next epoch has nothing to go back through: torch.no_grad(), as a
    with block, puts back what was there.""",
    {"with torch.no_grad():": "if not torch.set_grad_enabled(False):"},
)

batches_counted = Edit(
    """You counted batches. Where they are of another size the same number means another amount of
    training: count samples.""",
    {
        "total / n_samples, n_samples": "total / n_samples, n_batches",
        "total = n_samples = 0": "total = n_samples = n_batches = 0",
        "n_samples += len(labels)": "n_samples += len(labels)\nn_batches += 1",
    },
)

validation_counted = Edit(
    """You counted the validation samples as well. The model has not learned from them.""",
    {
        "val_loss, _ =": "val_loss, n_measured =",
        "n_seen + n_trained": "n_seen + n_trained + n_measured",
    },
)

back_to_the_mode_it_came_in = Edit(
    """You put back the mode in which the model came. Whoever calls this trains on: it is in train
    mode afterwards, whatever it was.""",
    {
        "model.train()\n" + TRAINED: "was = model.training\nmodel.train()\n" + TRAINED,
        BACK: "finally:\n    model.train(was)",
    },
)

the_data_set_of_the_book = Edit(
    """You counted the samples of the data set, as the book does. The loader may leave some of them
    out, and need not have a data set: count what it yields.""",
    {"n_seen + n_trained": "n_seen + len(getattr(train_loader, 'dataset', [0] * n_trained))"},
)

a_mean_of_means = Edit(
    """You averaged the losses of the batches. Each sample of a short batch counts more then:
    multiply each loss by the size of its batch.""",
    {
        " * len(labels)": "",
        "total = n_samples = 0": "total = n_samples = n_batches = 0",
        "n_samples += len(labels)": "n_samples += len(labels)\nn_batches += 1",
        "total / n_samples, n_samples": "total / n_batches, n_samples",
    },
)

gradients_never_cleared = Edit(
    """You let gradients add up, from batch to batch. zero_grad clears those of the batch
    before.""",
    {"optimizer.zero_grad()": ""},
)

divided_by_all_seen_so_far = Edit(
    """You divided the training loss by all samples seen so far. Those of earlier epochs are not in
    the sum: divide by the samples of this one.""",
    {
        RETURNED: """
            train_loss = train_loss * n_trained / (n_seen + n_trained)
            return train_loss, val_loss, n_seen + n_trained
        """,
    },
)

cleared_behind_the_step = Edit(
    """You clear gradients behind each step alone. What a caller left there before moves the model
    in the first one: clear them ahead of backward.""",
    {"optimizer.zero_grad()\n": "", "optimizer.step()": "optimizer.step()\noptimizer.zero_grad()"},
)
