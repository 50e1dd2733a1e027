"""Right answers to ch11_training/tensorboard_scalars, written differently."""

from torch.utils.tensorboard import SummaryWriter

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "An epoch has two kinds of numbers.": [
        ("zip((trn, val), numbers, strict=True)", "zip((trn, val), numbers)"),
        ("zip((trn, val), numbers, strict=True)", "zip((trn, val), numbers, strict=False)"),
    ],
}


@instead_of("log_history")
def as_in_the_book_and_closed(log_dir, history):
    trn_writer = SummaryWriter(log_dir=str(log_dir) + "/trn")
    val_writer = SummaryWriter(log_dir=str(log_dir) + "/val")
    try:
        for total_training_samples_count, trn_metrics, val_metrics in history:
            for key, value in trn_metrics.items():
                trn_writer.add_scalar(key, value, total_training_samples_count)
            for key, value in val_metrics.items():
                val_writer.add_scalar(key, value, total_training_samples_count)
    finally:
        trn_writer.close()
        val_writer.close()


@instead_of("log_history")
def opened_anew_for_each_epoch(log_dir, history):
    for step, *both in history:
        for run, numbers in zip(("trn", "val"), both, strict=True):
            writer = SummaryWriter(str(log_dir / run), filename_suffix=f".{step:09}")
            for tag in sorted(numbers):
                writer.add_scalar(tag, numbers[tag], global_step=step)
            writer.close()
