"""Calling a module (§6.2.1).

You write ``forward``, but you call the module: ``model(x)``.  The call runs the forward
pre-hooks, then ``forward``, then the forward hooks, which may change what goes in or comes
out; it sets up backward hooks as well.  ``model.forward(x)`` gives the same numbers, so
nobody notices that all of these were skipped.  The same holds for a module inside a module.
"""

from torch import Tensor, nn


class TwoLayers(nn.Module):
    """The book's network: linear, tanh, linear.

    Its parts are attributes: ``hidden_linear`` is Linear(1, n_hidden), ``hidden_activation``
    is Tanh, ``output_linear`` is Linear(n_hidden, 1).
    """

    def __init__(self, n_hidden: int):
        """Build the three parts."""
        raise NotImplementedError

    def forward(self, x: Tensor) -> Tensor:
        """Take x [N, 1] through the three parts in order to [N, 1].

        Each part is called once, so that all its hooks run; what they return is what counts.
        """
        raise NotImplementedError
