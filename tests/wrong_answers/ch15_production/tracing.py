"""Wrong answers to ch15_production/tracing, as people write them."""

import torch
from torch.utils import _pytree as pytree
from torch.utils._python_dispatch import TorchDispatchMode

from katas._dojo.writing.mistakes import instead_of


class _Log(TorchDispatchMode):
    def __init__(self):
        super().__init__()
        self.log = []

    def __torch_dispatch__(self, func, types, args=(), kwargs=None):
        kwargs = kwargs or {}
        out = func(*args, **kwargs)
        self.log.append((func, args, kwargs, out))
        return out


@instead_of("Trace")
class KeepsTheFunction:
    """The function is called again.

    Known: the_function_again.
    """

    def __init__(self, function, example):
        self.function = function
        with _Log() as self.log:
            function(example)

    def __call__(self, x):
        return self.function(x)


@instead_of("Trace")
class OnlyFlatArguments:
    """Tensors in lists are those of the example.

    Known: not_inside_of_lists.
    """

    def __init__(self, function, example):
        self.example = example
        with _Log() as mode:
            self.result = function(example)
        self.log = mode.log

    def __call__(self, x):
        env = {id(self.example): x}
        for func, args, kwargs, out in self.log:
            args = [env.get(id(a), a) for a in args]
            new = func(*args, **kwargs)
            if isinstance(out, torch.Tensor):
                env[id(out)] = new
            elif isinstance(out, (tuple, list)):
                for a, b in zip(out, new, strict=True):
                    env[id(a)] = b
        return env[id(self.result)]


@instead_of("Trace")
class TheLastOne:
    """What the last operator gives is returned.

    Known: the_last_result.
    """

    def __init__(self, function, example):
        self.example = example
        with _Log() as mode:
            function(example)
        self.log = mode.log

    def __call__(self, x):
        env = {id(self.example): x}
        new = None
        for func, args, kwargs, out in self.log:
            args = pytree.tree_map(lambda a: env.get(id(a), a), args)
            new = func(*args, **kwargs)
            for a, b in zip(pytree.tree_leaves(out), pytree.tree_leaves(new), strict=True):
                env[id(a)] = b
        return new


@instead_of("Trace")
class EvalAndNoDtype:
    """The model is put into eval mode, and named arguments are forgotten.

    Known: always_in_eval_mode, named_arguments_lost.
    """

    def __init__(self, function, example):
        if isinstance(function, torch.nn.Module):
            function.eval()
        self.example = example
        with _Log() as mode:
            self.out = function(example)
        self.log = mode.log

    def __call__(self, x):
        env = {id(self.example): x}
        for func, args, _, out in self.log:
            args = pytree.tree_map(lambda a: env.get(id(a), a), args)
            new = func(*args)
            for a, b in zip(pytree.tree_leaves(out), pytree.tree_leaves(new), strict=True):
                env[id(a)] = b
        return env[id(self.out)]
