"""Known wrong answers to ch08_convolutions/save_and_load."""

from katas._dojo.writing.mistakes import Edit

the_optimizer_left_out = Edit(
    """Your optimizer starts over, without its momentum and with other settings, and the loss jumps;
    so it does after the book's checkpoint. Save its state_dict(), and load it.""",
    {
        ', "optimizer": optimizer.state_dict()}': "}",
        'optimizer.load_state_dict(checkpoint["optimizer"])': "",
    },
)

the_optimizers_settings_left_out = Edit(
    """You put back what the optimizer remembers, but not its settings. The learning rate at the
    time of saving is one of them: load the whole state_dict().""",
    {
        'optimizer.load_state_dict(checkpoint["optimizer"])': """
            groups = optimizer.state_dict()["param_groups"]
            state = checkpoint["optimizer"]["state"]
            optimizer.load_state_dict({"state": state, "param_groups": groups})
        """,
    },
)

parameters_only = Edit(
    """Your buffers do not come back: batch norm's running statistics are such. state_dict() has
    parameters and buffers: save all of it, and load all of it.""",
    {
        '"model": model.state_dict()': '"model": dict(model.named_parameters())',
        'model.load_state_dict(checkpoint["model"])': """
            buffers = dict(model.named_buffers())
            model.load_state_dict({**buffers, **checkpoint["model"]})
        """,
    },
)

no_map_location = Edit(
    """You let the tensors come back onto the device that they were saved on. A machine without it
    cannot read them: torch.load(path, map_location="cpu").""",
    {', map_location="cpu"': ""},
)

moved_to_the_cpu = Edit(
    """You moved the model to the CPU. It stays on its device, as does what its optimizer remembers:
    load_state_dict() copies the numbers to there.""",
    {"model.load_state_dict(": 'model.to("cpu").load_state_dict('},
)

pickled_whole = Edit(
    """You saved the model itself, with a pointer to its code. The file then runs code when it is
    read, and breaks when that code changes: save state_dict().""",
    {
        '{"model": model.state_dict(),': '{"model": model,',
        'map_location="cpu"': 'map_location="cpu", weights_only=False',
        'checkpoint["model"]': 'checkpoint["model"].state_dict()',
    },
)

bound_to_a_name = Edit(
    """Your model is after loading what it was before. What was read has to go into the model that
    was handed over, in place: model.load_state_dict(...).""",
    {
        'model.load_state_dict(checkpoint["model"])': """
            if model.state_dict().keys() != checkpoint["model"].keys():
                raise RuntimeError("model and file do not fit")
            model = checkpoint["model"]
        """,
    },
)

what_does_not_fit_passed_over = Edit(
    """You passed over what does not fit, as strict=False does. Whatever has another name in the
    file then stays at random: leave strict at True.""",
    {'checkpoint["model"])': 'checkpoint["model"], strict=False)'},
)

eval_after_loading = Edit(
    """You put the model into eval mode when you had loaded it. That is the caller's choice: here
    training goes on.""",
    {
        "return checkpoint": """
            model.eval()
            return checkpoint
        """,
    },
)

train_after_loading = Edit(
    """You put the model into train mode when you had loaded it. The flags stay as they are: a batch
    norm may be frozen.""",
    {
        "return checkpoint": """
            model.train()
            return checkpoint
        """,
    },
)

eval_before_saving = Edit(
    """You put the model into eval mode to save it. Its state is the same in both modes, and
    training would go on without dropout: leave it as it is.""",
    {
        "states = {": """
            model.eval()
            states = {
        """,
    },
)

the_next_epoch = Edit(
    """You returned another epoch than the one that was saved. How to count on from it is up to
    the caller.""",
    {'["epoch"]': '["epoch"] + 1'},
)

no_epoch = Edit(
    """You returned nothing. Return the epoch that is in the file.""",
    {'return checkpoint["epoch"]': ""},
)

in_half_precision = Edit(
    """You saved the weights with fewer digits. Training goes on from other weights than it stopped
    at: save them as they are.""",
    {
        '"model": model.state_dict()': (
            '"model": {name: it.to(torch.float16) for name, it in model.state_dict().items()}'
        ),
    },
)

gradients_cleared = Edit(
    """You cleared the gradients when you saved. Saving only looks: whoever collects them over
    several batches still needs them.""",
    {
        "states = {": """
            optimizer.zero_grad()
            states = {
        """,
    },
)
