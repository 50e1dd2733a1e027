"""Forward hooks (§6.2.1).

``module.register_forward_hook(hook)`` has ``hook(module, args, output)`` run each time that
the module is called, after ``forward``: a way to see what happens inside a model whose code
is not yours.  A hook stays until its handle removes it.
"""

from torch import Tensor, nn


def outputs_of(model: nn.Module, name: str, x: Tensor) -> list[Tensor]:
    """Call ``model`` on ``x`` once, and return what its submodule ``name`` returned meanwhile.

    There is one entry for each call of the submodule, in order, through which gradients flow.
    ``name`` is as in ``model.named_modules()``: "1.0" is a submodule of a submodule, "" the
    model itself.  Afterwards the model has the hooks that it had before, even if it raises.

    >>> outputs_of(nn.Sequential(nn.ReLU(), nn.Flatten(0)), "0", torch.tensor([[-1.0, 2.0]]))
    [tensor([[0., 2.]])]
    """
    raise NotImplementedError
