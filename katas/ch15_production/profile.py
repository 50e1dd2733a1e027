"""Counting operators (§17.5 of the second edition).

A profiler notes each operator that is called, "aten::linear" for one, and each label that you put
around a part of your code.  What a model does in its first calls only, such as filling a cache, is
not what it costs later: so it is called a few times before the profiler begins.
"""

from torch import Tensor, nn


def count_calls(model: nn.Module, x: Tensor, warmups: int = 3) -> dict[str, int]:
    """Return how often one call ``model(x)`` calls each operator, by its name, "aten::...".

    Before that the model is called ``warmups`` times with ``x``.  All calls are without gradients,
    in the mode that the model is in.  Operators that others call are counted, too.
    """
    raise NotImplementedError


def count_by_part(model: nn.Sequential, x: Tensor, operator: str) -> dict[str, int]:
    """Return how often each part of ``model`` calls ``operator`` as the model is called once on x.

    Parts go by their names, and may have labels of their own inside.  There are no warm-ups.  No
    module stands in two places.
    """
    raise NotImplementedError
