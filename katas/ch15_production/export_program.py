"""A model that runs without its Python (§15.2).

``torch.export.export``, younger than the book's tracing, writes down the operators of a model as a
program.  It takes the sizes of its example for those of every input, unless you say which of them
is free.  A size that is 1 in the example it takes for a constant, whatever you say.
"""

from torch import Tensor, nn
from torch.export import ExportedProgram


def export_model(model: nn.Module, example: Tensor) -> ExportedProgram:
    """Return ``model``, as it is in eval mode, as a program for batches of any size from 1 on.

    ``example`` is a batch of one or more samples, [N, ...].  The model is left as it is, and so is
    the mode of each of its parts.  An exception if it asks for one size of the batch, or branches
    on what its input holds: no program is right for all.
    """
    raise NotImplementedError


def largest_difference(model: nn.Module, program: ExportedProgram, batches: list[Tensor]) -> float:
    """Return the largest absolute difference of ``model``, in eval mode, and ``program``.

    That is over all elements of what they give for each of one or more ``batches``; NaN if one of
    the differences is NaN.  The model is left as it is, as above.
    """
    raise NotImplementedError
