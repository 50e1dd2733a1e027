"""Wrong answers to ch15_production/export_program, as people write them."""

import copy

import torch
from torch.export import Dim

from katas._dojo.writing.mistakes import instead_of


@instead_of("export_model")
def nothing_is_free(model, example):
    """Only batches like the one it was exported on.

    Known: static_by_default.
    """
    frozen = copy.deepcopy(model)
    frozen.eval()
    stacked = example.repeat(2, *[1] * (example.ndim - 1))
    return torch.export.export(frozen, args=(stacked,))


@instead_of("export_model")
def as_in_the_tutorial(model, example):
    """The model stays in eval mode, and one sample is a constant.

    Known: left_in_eval_mode, the_example_as_it_is.
    """
    model.eval()
    batch = torch.export.Dim("batch")
    return torch.export.export(model, (example,), dynamic_shapes=({0: batch},))


@instead_of("export_model")
def whatever_mode(model, example):
    """The mode is that of the moment.

    Known: exported_in_train_mode.
    """
    two = torch.cat((example, example), dim=0)
    dynamic = ({0: torch.export.Dim("batch")},)
    return torch.export.export(model, (two,), dynamic_shapes=dynamic)


@instead_of("largest_difference")
def running_maximum(model, program, batches):
    """NaN compares false.

    Known: nan_lost.
    """
    exported = program.module()
    reference = copy.deepcopy(model).eval()
    worst = 0.0
    with torch.no_grad():
        for x in batches:
            gap = (reference(x) - exported(x)).abs().max().item()
            if gap > worst:
                worst = gap
    return worst


@instead_of("largest_difference")
def in_eval_for_good(model, program, batches):
    """The model stays in eval mode.

    Known: in_eval_mode_afterwards.
    """
    model.eval()
    exported = program.module()
    with torch.no_grad():
        return torch.cat([(model(x) - exported(x)).abs().flatten() for x in batches]).max().item()


@instead_of("export_model")
def a_named_size(model, example):
    """The size has a name, a single sample stays one, and the model stays in eval mode.

    Known: the_example_as_it_is_with_a_name, left_in_eval_mode.
    """
    model.eval()
    return torch.export.export(model, (example,), dynamic_shapes=({0: Dim("batch")},))


@instead_of("largest_difference")
def without_a_mode(model, program, batches):
    """The model runs as it is, and Python takes the maximum.

    Known: nan_lost, compared_in_its_own_mode.
    """
    run = program.module()
    with torch.no_grad():
        return max((model(b) - run(b)).abs().max().item() for b in batches)
