"""Known wrong answers to ch11_training/tensorboard_scalars."""

from torch.utils.tensorboard import SummaryWriter

from katas._dojo.writing.mistakes import Edit, instead_of

OPENED = 'with SummaryWriter(log_dir / "trn") as trn, SummaryWriter(log_dir / "val") as val:'
OPEN = 'trn, val = SummaryWriter(log_dir / "trn"), SummaryWriter(log_dir / "val")\nif True:'
WRITTEN = "writer.add_scalar(tag, scalar, n_samples)"
LOOP = """\
    for n_samples, *numbers in history:
        for writer, scalars in zip((trn, val), numbers, strict=True):
            for tag, scalar in scalars.items():
                writer.add_scalar(tag, scalar, n_samples)"""
EPOCH = "for n_samples, *numbers in history:"

never_closed = Edit(
    """You left the writers open. What they have not yet written is lost when the program ends, and
    that is the last of it: a with block closes them.""",
    {OPENED: OPEN},
)

left_open_after_an_error_as_in_the_book = Edit(
    """You close the writers unless there is an error, as the book does. What they have not written
    until then may be lost: a with block, or a finally, closes them in any case.""",
    {f"{OPENED}\n{LOOP}": f"{OPEN}\n{LOOP}\ntrn.close()\nval.close()"},
)

one_run_for_both = Edit(
    """You wrote training and validation into one run under the same tags. TensorBoard draws one
    line that jumps from one to the other: each has a folder of its own.""",
    {
        'SummaryWriter(log_dir / "trn") as trn, SummaryWriter(log_dir / "val")': (
            'SummaryWriter(log_dir / "trn") as trn, SummaryWriter(log_dir / "trn")'
        )
    },
)

all_in_the_log_dir = Edit(
    """You wrote both runs into log_dir itself. Each has a folder of its own there.""",
    {
        'SummaryWriter(log_dir / "trn") as trn, SummaryWriter(log_dir / "val")': (
            "SummaryWriter(log_dir) as trn, SummaryWriter(log_dir)"
        )
    },
)

a_tag_for_each_run = Edit(
    """You named the run in the tags. Training and validation are in two charts then: it is the
    folder that tells them apart.""",
    {
        WRITTEN: """
            run = "trn" if writer is trn else "val"
            writer.add_scalar(f"{run}/{tag}", scalar, n_samples)
        """,
    },
)

validation_by_epochs = Edit(
    """Your validation is at steps that count epochs, your training at steps that count samples. In
    one chart they are far apart: both take the samples.""",
    {
        EPOCH: "for epoch, (n_samples, *numbers) in enumerate(history, 1):",
        WRITTEN: "writer.add_scalar(tag, scalar, n_samples if writer is trn else epoch)",
    },
)

epochs_for_samples = Edit(
    """Your steps count epochs. Two runs with epochs of another length cannot be compared then: the
    step is the number of training samples.""",
    {
        EPOCH: "for epoch, (_, *numbers) in enumerate(history, 1):",
        WRITTEN: "writer.add_scalar(tag, scalar, epoch)",
    },
)

no_step = Edit(
    """You gave no step, so that all numbers lie upon each other at 0.""",
    {WRITTEN: "writer.add_scalar(tag, scalar)"},
)

runs_exchanged = Edit(
    """You exchanged the runs: what is in the folder of training is validation.""",
    {"zip((trn, val), numbers": "zip((val, trn), numbers"},
)

the_step_for_the_number = Edit(
    """You exchanged number and step. It is the tag, the number, the step.""",
    {WRITTEN: "writer.add_scalar(tag, n_samples, int(scalar))"},
)

the_first_tag_alone = Edit(
    """You wrote one number of each epoch. All of them are wanted, each under its tag.""",
    {WRITTEN: f"{WRITTEN}\nbreak"},
)

only_the_group_as_a_tag = Edit(
    """You cut the tags off at the slash. The whole name is the tag: TensorBoard puts into one group
    what is alike up to the slash.""",
    {WRITTEN: 'writer.add_scalar(tag.split("/")[0], scalar, n_samples)'},
)

the_last_epoch_alone = Edit(
    """You wrote the last epoch alone. A chart shows how the numbers came about.""",
    {EPOCH: "for n_samples, *numbers in list(history)[-1:]:"},
)

all_at_the_end = Edit(
    """You collected the history first, so nothing was written when an error came. Write each epoch
    as it is given.""",
    {EPOCH: "for n_samples, *numbers in list(history):"},
)


@instead_of("log_history")
def a_run_for_each_line(log_dir, history):
    """You called add_scalars, which makes a folder, and a run, for each of the numbers. Two writers
    with add_scalar make two runs, and each number has its tag."""
    with SummaryWriter(log_dir) as writer:
        for n_samples, training, validation in history:
            for tag in training | validation:
                runs = {"trn": training, "val": validation}
                numbers = {run: it[tag] for run, it in runs.items() if tag in it}
                writer.add_scalars(tag, numbers, n_samples)
