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
    """You pass over weights that are missing in the file, and over others that are too many. What
    is missing stays as it was drawn, and nobody is told: load_state_dict is strict unless it is
    asked not to be.""",
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

a_key_error = Edit(
    """You pass over weights that the model does not have, and where one is missing you raise a
    KeyError. load_state_dict has an error for both, the RuntimeError: hand it all there is.""",
    {LOADED: "model.load_state_dict({names[name]: saved[name] for name in names})"},
)

in_the_order_of_the_file = Edit(
    """You go by the order of the file, not by the names. Whatever stands in the place of a weight
    is taken for it: look its name up.""",
    {
        LOADED: """
            if len(saved) != len(names):
                raise RuntimeError("other weights")
            model.load_state_dict(dict(zip(names.values(), saved.values(), strict=True)))
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

parts_that_contain_it = Edit(
    """You left out parts that only contain _orig_mod. my_orig_mod is the name of a layer: leave out
    those that are _orig_mod.""",
    {'part != "_orig_mod"': '"_orig_mod" not in part'},
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

taken_apart = Edit(
    """You took the model apart in order to save it. Its parts are not compiled any more when the
    caller goes on with them: change the names in the state alone.""",
    {
        "weights = model.state_dict()\n": """
            for module in model.modules():
                for name, part in module.named_children():
                    if name != "_orig_mod":
                        setattr(module, name, getattr(part, "_orig_mod", part))
            weights = model.state_dict()
        """,
    },
)
