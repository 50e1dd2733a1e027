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

        Each part is called once, in training mode as in eval mode, so that all its hooks
        run; what they return is what counts.
        """
        raise NotImplementedError


def outputs_of(model: nn.Module, name: str, x: Tensor) -> list[Tensor]:
    """Call ``model`` on ``x`` once; return what its submodule ``name`` returned meanwhile.

    One entry for each time that the submodule was called, in order; none if it never was.
    Names are those of ``model.named_modules()``: "1.0" is a submodule of a submodule, "" is
    ``model`` itself.  An entry is what the caller of the submodule got, after the
    submodule's own forward hooks, and gradients flow back through it.  All hooks that were
    there run as ever.  Modes stay as they are, and no hook of yours is left behind, even if
    ``model`` raises.

    >>> outputs_of(nn.Sequential(nn.ReLU(), nn.Flatten(0)), "0", torch.tensor([[-1.0, 2.0]]))
    [tensor([[0., 2.]])]
    """
    raise NotImplementedError
