"""Wrong answers to ch11_training/tensorboard_scalars, as people write them."""

from torch.utils.tensorboard import SummaryWriter

from katas._dojo.writing.mistakes import instead_of


@instead_of("log_history")
def open_at_the_end(log_dir, history):
    """Nobody closes the writers.

    Known: never_closed.
    """
    writers = {run: SummaryWriter(log_dir=log_dir / run) for run in ("trn", "val")}
    for step, trn, val in history:
        for key, value in trn.items():
            writers["trn"].add_scalar(key, value, step)
        for key, value in val.items():
            writers["val"].add_scalar(key, value, step)


@instead_of("log_history")
def one_writer(log_dir, history):
    """Both are in one run, told apart by their tags.

    Known: all_in_the_log_dir, a_tag_for_each_run.
    """
    with SummaryWriter(log_dir) as writer:
        for step, trn, val in history:
            for key in trn:
                writer.add_scalar("trn/" + key, trn[key], step)
                writer.add_scalar("val/" + key, val[key], step)


@instead_of("log_history")
def counted_epochs(log_dir, history):
    """Steps are epochs, and an error leaves the writers open.

    Known: epochs_for_samples, left_open_after_an_error_as_in_the_book.
    """
    trn_writer, val_writer = SummaryWriter(log_dir / "trn"), SummaryWriter(log_dir / "val")
    for epoch, (_, trn, val) in enumerate(history, start=1):
        for key, value in trn.items():
            trn_writer.add_scalar(key, value, epoch)
        for key, value in val.items():
            val_writer.add_scalar(key, value, epoch)
    trn_writer.close()
    val_writer.close()


@instead_of("log_history")
def mixed_steps(log_dir, history):
    """Training counts samples, validation epochs.

    Known: validation_by_epochs.
    """
    with SummaryWriter(log_dir / "trn") as a, SummaryWriter(log_dir / "val") as b:
        for epoch_ndx, (count, trn, val) in enumerate(history, 1):
            for k, v in trn.items():
                a.add_scalar(k, v, count)
            for k, v in val.items():
                b.add_scalar(k, v, epoch_ndx)


@instead_of("log_history")
def the_tags_of_training_for_both(log_dir, history):
    """Whatever validation has beside them is not written.

    Known: nothing.
    """
    with SummaryWriter(log_dir / "trn") as a, SummaryWriter(log_dir / "val") as b:
        for n_seen, trn, val in history:
            for tag in trn:
                a.add_scalar(tag, trn[tag], n_seen)
                if tag in val:
                    b.add_scalar(tag, val[tag], n_seen)


@instead_of("log_history")
def two_lines_of_one_call(log_dir, history):
    """One writer, and add_scalars for both.

    Known: a_run_for_each_line.
    """
    w = SummaryWriter(log_dir)
    try:
        for n, t, v in history:
            for k in {**t, **v}:
                both = {"trn": t.get(k), "val": v.get(k)}
                w.add_scalars(k, {run: it for run, it in both.items() if it is not None}, n)
    finally:
        w.close()
