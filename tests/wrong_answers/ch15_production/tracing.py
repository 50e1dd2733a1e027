"""Wrong answers to ch15_production/tracing, as people write them."""

import torch
from torch.fx.experimental.proxy_tensor import make_fx
from torch.utils import _pytree as pytree
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_map

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


class _Rest(TorchDispatchMode):
    def __init__(self):
        super().__init__()
        self.calls = []

    def __torch_dispatch__(self, func, types, args=(), kwargs=None):
        self.calls.append((func, args[1:], kwargs or {}))
        return func(*args, **(kwargs or {}))


@instead_of("Trace")
class AChain:
    """Each operator follows the one before.

    Known: each_gets_what_the_one_before_gave.
    """

    def __init__(self, function, example):
        with _Rest() as mode:
            function(example)
        self.calls = mode.calls

    def __call__(self, x):
        for func, args, kwargs in self.calls:
            x = func(x, *args, **kwargs)
        return x


@instead_of("Trace")
class ReturnsTheLast:
    """The last value comes back.

    Known: the_last_result.
    """

    def __init__(self, function, example):
        calls = self.calls = []

        class _Calls(TorchDispatchMode):
            def __torch_dispatch__(self, func, types, args=(), kwargs=None):
                out = func(*args, **(kwargs or {}))
                calls.append((func, args, kwargs or {}, out))
                return out

        self.example = example
        with _Calls():
            function(example)

    def __call__(self, x):
        env = {id(self.example): x}

        def look(a):
            return env.get(id(a), a) if isinstance(a, torch.Tensor) else a

        y = x
        for func, args, kwargs, out in self.calls:
            y = func(*tree_map(look, args), **tree_map(look, kwargs))
            if isinstance(out, (tuple, list)):
                for o, v in zip(out, y, strict=False):
                    env[id(o)] = v
            else:
                env[id(out)] = y
        return y


class _Calls(TorchDispatchMode):
    def __init__(self):
        super().__init__()
        self.calls = []

    def __torch_dispatch__(self, func, types, args=(), kwargs=None):
        out = func(*args, **(kwargs or {}))
        self.calls.append((func, args, kwargs or {}, out))
        return out


@instead_of("Trace")
class DetachedInput:
    """The input is detached.

    Known: no_gradient_for_the_input.
    """

    def __init__(self, function, example):
        self.example = example.clone()
        with _Calls() as mode:
            self.result = function(self.example)
        self.calls = mode.calls

    def __call__(self, x):
        env = {id(self.example): x.detach()}
        for func, args, kwargs, out in self.calls:

            def look(a):
                return env.get(id(a), a)

            new = func(*tree_map(look, args), **tree_map(look, kwargs))
            if isinstance(out, (list, tuple)):
                env.update({id(o): n for o, n in zip(out, new, strict=False)})
            else:
                env[id(out)] = new
        return env[id(self.result)]


@instead_of("Trace")
class MadeByFx:
    """A tool of torch does it, up to the first number that is read.

    Known: nothing.
    """

    def __init__(self, function, example):
        self.graph = make_fx(function)(example)

    def __call__(self, x):
        return self.graph(x)


@instead_of("Trace")
class DetachedConstants:
    """What does not depend on the input is cut off from its graph.

    Known: no_gradient_for_the_weights.
    """

    def __init__(self, function, example):
        calls = []

        class Mode(TorchDispatchMode):
            def __torch_dispatch__(self, func, types, args=(), kwargs=None):
                out = func(*args, **(kwargs or {}))
                calls.append((func, args, kwargs or {}, out))
                return out

        with Mode():
            self.result = function(example)
        self.calls, self.example = calls, example

    def __call__(self, x):
        env = {id(self.example): x}

        def sub(a):
            if isinstance(a, torch.Tensor):
                return env[id(a)] if id(a) in env else a.detach()
            return type(a)(map(sub, a)) if isinstance(a, list | tuple) else a

        for func, args, kwargs, out in self.calls:
            new = func(*sub(args), **kwargs)
            for old, it in zip(
                *[o if isinstance(o, tuple) else (o,) for o in (out, new)], strict=True
            ):
                env[id(old)] = it
        return env[id(self.result)]
