"""Graphs of a compiled function (§17.3 of the second edition).

``torch.compile`` gathers the operators of a function into a graph, and gives it to a backend.
Where Python needs a number from a tensor, to print it or to take a branch, the graph ends and
another one begins.  Inputs that no earlier graph fits, by their size for one, get another graph.
"""

from collections.abc import Callable, Iterable

from torch import Tensor


def count_graphs(
    function: Callable[[Tensor], Tensor], batches: Iterable[Tensor], dynamic: bool | None = None
) -> int:
    """Return how many graphs torch.compile makes of ``function`` as it is called on each batch.

    ``dynamic`` is that of torch.compile.  Nothing that was compiled before makes a difference.
    """
    raise NotImplementedError


def clip_norm(x: Tensor, longest: float) -> Tensor:
    """Return ``x``, scaled to the norm ``longest`` if its norm (over all elements) is larger.

    It compiles into one graph: Python reads no number from a tensor.  Gradients are finite for
    x = 0, too; ``longest`` is above 0.
    """
    raise NotImplementedError
