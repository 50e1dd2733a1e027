"""What a trace keeps (§15.2.3).

To trace a function is to run it once on an example, and to write down each operator of torch that
it calls.  Calling the trace repeats these on another input.  What Python does in between is not
written down: how often a loop went round, which branch was taken, the mode of the model, a number
that was read from a tensor.  All this stays as it was for the example.
"""

from collections.abc import Callable

from torch import Tensor


class Trace:
    """The operators that ``function`` called, to be repeated."""

    def __init__(self, function: Callable[[Tensor], Tensor], example: Tensor):
        """Run ``function`` once on ``example``, and write down what it calls.

        A ``TorchDispatchMode`` (torch.utils._python_dispatch) sees each operator.
        """
        raise NotImplementedError

    def __call__(self, x: Tensor) -> Tensor:
        """Return what the same operators give with ``x`` in place of the example.

        Tensors that come from elsewhere, such as weights, are the ones that the function used, with
        the values that they have now.  Gradients reach ``x`` and them.
        """
        raise NotImplementedError
