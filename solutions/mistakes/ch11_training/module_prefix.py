"""Known wrong answers to ch11_training/module_prefix."""

from katas._dojo.writing.mistakes import Edit

SAVED = "return _bare(model).state_dict()"
LOADED = "_bare(model).load_state_dict(state)"
STRIPPED = 'name.removeprefix("module.")'

names_of_the_wrapper = Edit(
    """You return names that begin with "module." if the model is wrapped. Somebody with one device
    cannot load them: take the state dict of the model inside.""",
    {SAVED: "return model.state_dict()"},
)

any_module_taken_for_a_wrapped_one = Edit(
    """You took every model that has a module for a wrapped one, and see that part of it alone. Ask
    whether it is an nn.DataParallel.""",
    {"isinstance(model, nn.DataParallel)": 'hasattr(model, "module")'},
)

by_the_names = Edit(
    """You told a wrapped model by its names. One whose only part is called module has such names,
    too, and is bare: ask whether it is an nn.DataParallel.""",
    {
        SAVED: """
            state = model.state_dict()
            if all(name.startswith("module.") for name in state):
                return {name.removeprefix("module."): it for name, it in state.items()}
            return state
        """,
    },
)

parameters_alone = Edit(
    """You left out the buffers. Batch norm's running statistics are part of a state.""",
    {SAVED: "return dict(_bare(model).named_parameters())"},
)

module_cut_out_anywhere_of_saved_names = Edit(
    """You cut "module." out of saved names wherever it stands. Only at the beginning, and only of a
    wrapped model, it is the wrapper's.""",
    {SAVED: 'return {name.replace("module.", ""): it for name, it in model.state_dict().items()}'},
)

loaded_without_a_word = Edit(
    """You loaded with strict=False. Names that are missing or unknown are passed over then, and
    nothing says that weights stay as they were.""",
    {LOADED: "_bare(model).load_state_dict(state, strict=False)"},
)

module_cut_out_anywhere = Edit(
    """You cut "module." out of the names of a state wherever it stands. A part inside may be called
    so, or end so: only the beginning is the wrapper's.""",
    {STRIPPED: 'name.replace("module.", "")'},
)

letters_stripped = Edit(
    """You stripped letters, as lstrip does: it takes away whatever of m, o, d, u, l and e stands at
    the start of a name. removeprefix takes the word.""",
    {STRIPPED: 'name.lstrip("module.")'},
)

one_name_is_enough = Edit(
    """You took "module." off although only some of the names begin with it. That state is of a bare
    model: all of them have to.""",
    {"if all(": "if any("},
)

seven_letters_of_every_name = Edit(
    """You cut the same number of letters off every name, also of a state whose names have no
    "module." in front.""",
    {
        'if all(name.startswith("module.") for name in state):': "if True:",
        STRIPPED: 'name[len("module.") :]',
    },
)

a_state_of_a_wrapped_model_refused = Edit(
    """You cannot load what was saved from a wrapped model: its names begin with "module.", which
    has to go first.""",
    {'if all(name.startswith("module.") for name in state):': "if False:"},
)

a_wrapped_model_cannot_load = Edit(
    """You handed names without "module." to the wrapper. Load them into the model inside it.""",
    {LOADED: "model.load_state_dict(state)"},
)

the_state_edited = Edit(
    """You changed the names in the dict that you were given. Make a new one: it may be wanted as it
    was.""",
    {
        f"state = {{{STRIPPED}: tensor for name, tensor in state.items()}}": """
            for name in list(state):
                state[name.removeprefix("module.")] = state.pop(name)
        """,
    },
)

nothing_loaded = Edit(
    """Your model's weights stay as they were. load_state_dict puts those of a state into it.""",
    {LOADED: "_bare(model).state_dict().update(state)"},
)
