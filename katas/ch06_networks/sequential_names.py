"""Layers by name (§6.3.1, §6.3.2).

``nn.Sequential`` takes an OrderedDict of layers, whose names then stand where "0", "1", "2"
would.  A parameter's name is the path to it: ``hidden_linear.weight`` is the weight of the
layer ``hidden_linear``.  A parameter that is used in two places (tied) is one parameter.
"""

from torch import nn


def build_model(n_hidden: int = 13) -> nn.Sequential:
    """Return the book's network, with names: linear, tanh, linear.

    ``hidden_linear`` is Linear(1, n_hidden), ``hidden_activation`` is Tanh, ``output_linear``
    is Linear(n_hidden, 1).  Each call makes new layers, which start as torch starts them: at
    random.

    >>> build_model().output_linear
    Linear(in_features=13, out_features=1, bias=True)
    """
    raise NotImplementedError


def parameter_shapes(model: nn.Module) -> dict[str, tuple[int, ...]]:
    """Return the shape of every parameter of ``model`` by name, in the model's order.

    Frozen ones are parameters, buffers are not.  A tied one is listed under its first name.

    >>> parameter_shapes(nn.Sequential(nn.Tanh(), nn.Linear(3, 2)))
    {'1.weight': (2, 3), '1.bias': (2,)}
    """
    raise NotImplementedError
