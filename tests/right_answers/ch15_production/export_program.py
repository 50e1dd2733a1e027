"""Right answers to ch15_production/export_program, written differently."""

import contextlib
import copy
import math

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "A difference has the same absolute value both ways.": [
        ("model(x) - exported(x)", "exported(x) - model(x)"),
    ],
    "The two are compared, whichever is called which.": [
        (
            "model, exported = copy.deepcopy(model).eval(), program.module()",
            "exported, model = copy.deepcopy(model).eval(), program.module()",
        ),
        (
            "model, exported = copy.deepcopy(model).eval(), program.module()",
            "model, exported = program.module(), copy.deepcopy(model).eval()",
        ),
    ],
}


@contextlib.contextmanager
def _evaluated(model):
    """Eval mode for a while; each part has its own mode back."""
    modes = [(part, part.training) for part in model.modules()]
    model.eval()
    try:
        yield model
    finally:
        for part, training in modes:
            part.training = training


@instead_of("export_model")
def modes_put_back(model, example):
    batch = example[:1].expand(2, *example.shape[1:]).contiguous()
    with _evaluated(model):
        return torch.export.export(
            model, (batch,), dynamic_shapes=({0: torch.export.Dim("batch")},)
        )


@instead_of("export_model")
def more_if_it_is_one(model, example):
    if len(example) == 1:
        example = example.repeat(3, *[1] * (example.dim() - 1))
    names = {0: torch.export.Dim("batch", min=1)}
    model = copy.deepcopy(model)
    model.train(False)
    return torch.export.export(model, (example,), dynamic_shapes=[names])


@instead_of("largest_difference")
def in_one_piece(model, program, batches):
    exported = program.module()
    with _evaluated(model), torch.inference_mode():
        pairs = [(model(x).flatten(), exported(x).flatten()) for x in batches]
    ours, theirs = (torch.cat(side) for side in zip(*pairs, strict=True))
    return torch.dist(ours, theirs, p=float("inf")).item()


@instead_of("largest_difference")
@torch.no_grad()
def number_by_number(model, program, batches):
    largest, model = 0.0, copy.deepcopy(model).eval()
    for x in batches:
        for ours, theirs in zip(
            model(x).flatten().tolist(), program.module()(x).flatten().tolist(), strict=True
        ):
            difference = abs(ours - theirs)
            if math.isnan(difference):
                return math.nan
            largest = max(largest, difference)
    return largest
