"""Known wrong answers to ch15_production/compiled_checkpoint."""

from katas._dojo.writing.mistakes import Edit

SAVED = "torch.save({_uncompiled(name): weights[name] for name in weights}, path)"
LOADED = "model.load_state_dict({names.get(name, name): saved[name] for name in saved})"
PARTS = '".".join(part for part in name.split(".") if part != "_orig_mod")'

saved_under_the_names_of_today = Edit(
    """You save weights under the names that they have when they are compiled. A model that is not,
    or compiled in other parts, finds none of its own: take the parts _orig_mod out.""",
    {SAVED: "torch.save(weights, path)"},
)

loaded_as_if_nothing_were_compiled = Edit(
    """You load into the names of the model as it was written. If it is compiled its weights have
    others: look up what each is called there.""",
    {LOADED: "model.load_state_dict(saved)"},
)

strict_is_false = Edit(
    """You let load_state_dict pass over names that do not fit. What is missing stays as it was
    drawn, and nobody is told: strict=False hides just this.""",
    {
        LOADED: """
            weights = {names.get(name, name): saved[name] for name in saved}
            model.load_state_dict(weights, strict=False)
        """,
    },
)

nothing_loaded_and_nothing_said = Edit(
    """You load names as they stand in the file, and pass over those that do not fit. Between a
    model that is compiled and one that is not, that is all of them: nothing is loaded,
    silently.""",
    {LOADED: "model.load_state_dict(torch.load(path), strict=False)"},
)

too_many_are_passed_over = Edit(
    """You pass over weights that the model does not have. Then the file is that of another model,
    and the caller is to know.""",
    {
        LOADED: """
            known = {names[name]: saved[name] for name in names if name in saved}
            model.load_state_dict(known)
        """,
    },
)

files_of_compiled_models_refused = Edit(
    """You load files alone that have the names of the model as written. Others have saved theirs
    compiled: take the parts _orig_mod out of these names, too.""",
    {
        "{_uncompiled(name): weight for name, weight in torch.load(path).items()}": (
            "dict(torch.load(path))"
        ),
    },
)

in_front_alone = Edit(
    """You took _orig_mod away in front of the name alone. A part that is compiled by itself has it
    in the middle.""",
    {PARTS: 'name.removeprefix("_orig_mod.")'},
)

in_front_or_after_a_dot = Edit(
    """You took _orig_mod out of names that only contain it. my_orig_mod is the name of a layer:
    look at whole parts, between dots.""",
    {PARTS: 'name.replace("_orig_mod.", "")'},
)

once_alone = Edit(
    """You took one _orig_mod out of each name. A compiled part of a compiled model has two.""",
    {
        PARTS: (
            'name.removeprefix("_orig_mod.") if name.startswith("_orig_mod.") '
            'else name.replace("._orig_mod.", ".", 1)'
        ),
    },
)

parameters_alone = Edit(
    """You saved the parameters alone. Buffers, such as a running mean, belong to the state as
    well.""",
    {"weights = model.state_dict()": "weights = dict(model.named_parameters())"},
)
