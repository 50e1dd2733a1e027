"""Wrong answers to ch15_production/compiled_checkpoint, as people write them."""

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
