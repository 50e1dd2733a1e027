"""Wrong answers to ch15_production/compiled_checkpoint, as people write them."""

import re

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("save_weights")
def plainly(model, path):
    """The names are those of the moment.

    Known: saved_under_the_names_of_today.
    """
    torch.save(model.state_dict(), path)


@instead_of("save_weights")
def of_the_original(model, path):
    """The module around the whole is taken off, those inside are not.

    Known: in_front_alone.
    """
    while hasattr(model, "_orig_mod"):
        model = model._orig_mod
    torch.save(model.state_dict(), path)


@instead_of("load_weights")
def not_so_strict(model, path):
    """Nothing fits, and nobody is told.

    Known: nothing_loaded_and_nothing_said.
    """
    model.load_state_dict(torch.load(path), strict=False)


@instead_of("load_weights")
def what_there_is(model, path):
    """What the model does not know is left out.

    Known: too_many_are_passed_over.
    """

    def clean(name):
        return ".".join(p for p in name.split(".") if p != "_orig_mod")

    loaded = {clean(k): v for k, v in torch.load(path).items()}
    model.load_state_dict({k: loaded[clean(k)] for k in model.state_dict() if clean(k) in loaded})


def clean(state):
    return {".".join(p for p in k.split(".") if "_orig_mod" not in p): v for k, v in state.items()}


@instead_of("save_weights")
def without_all_that_look_like_it(model, path):
    """Parts that contain the name go as well.

    Known: parts_that_contain_it.
    """

    torch.save(clean(model.state_dict()), path)


def unwrap(model):
    for name, child in model.named_children():
        if name == "_orig_mod":
            return unwrap(child)
        setattr(model, name, unwrap(child))
    return model


@instead_of("save_weights")
def unwrapped(model, path):
    """The model is unwrapped, for good.

    Known: taken_apart.
    """

    torch.save(unwrap(model).state_dict(), path)


@instead_of("load_weights")
def place_by_place(model, path):
    """The file is read in its order, under any names.

    Known: in_the_order_of_the_file, files_of_compiled_models_refused.
    """

    saved = torch.load(path)
    own = model.state_dict()
    if len(saved) != len(own):
        raise RuntimeError("other weights")
    model.load_state_dict(dict(zip(own, saved.values(), strict=False)))


def strip(name):
    return ".".join(part for part in name.split(".") if part != "_orig_mod")


@instead_of("load_weights")
def looked_up(model, path):
    """Every name of the model is looked up.

    Known: a_key_error, too_many_are_passed_over.
    """

    saved = {strip(k): v for k, v in torch.load(path).items()}
    model.load_state_dict({k: saved[strip(k)] for k in model.state_dict()})


@instead_of("load_weights")
def its_own_where_there_is_none(model, path):
    """What is missing is taken from the model.

    Known: strict_is_false, too_many_are_passed_over.
    """

    saved = {re.sub(r"(^|\.)_orig_mod\.", r"\1", k): v for k, v in torch.load(path).items()}
    new = {}
    for k, v in model.state_dict().items():
        new[k] = saved.get(re.sub(r"(^|\.)_orig_mod\.", r"\1", k), v)
    model.load_state_dict(new)
