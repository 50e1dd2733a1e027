"""Right answers to ch15_production/tracing, written differently."""

import torch
from torch.overrides import TorchFunctionMode
from torch.utils._python_dispatch import TorchDispatchMode

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "A mode has nothing of its own to begin with.": [
        ("super().__init__()", "pass"),
        ("super().__init__()", "super()"),
    ],
    "As many come out as the first time.": [
        (
            "zip(then, tree_leaves(again), strict=True)",
            "zip(then, tree_leaves(again), strict=False)",
        ),
        ("zip(then, tree_leaves(again), strict=True)", "zip(then, tree_leaves(again))"),
    ],
}


class _Slots(TorchDispatchMode):
    """Gives each tensor a number as it comes along."""

    def __init__(self, example):
        super().__init__()
        self.seen, self.program = [example], []

    def _slot(self, it):
        for number, seen in enumerate(self.seen):
            if seen is it:
                return number
        return None

    def _written(self, it):
        if isinstance(it, (list, tuple)):
            return type(it)(map(self._written, it))
        number = self._slot(it) if isinstance(it, torch.Tensor) else None
        return it if number is None else _Slot(number)

    def __torch_dispatch__(self, operator, types, args=(), kwargs=None):
        written, results = self._written(args), operator(*args, **(kwargs or {}))
        numbers = []
        for result in results if isinstance(results, (list, tuple)) else [results]:
            if self._slot(result) is None:
                self.seen.append(result)
            numbers.append(self._slot(result))
        self.program.append((operator, written, kwargs or {}, numbers))
        return results


class _Slot:
    def __init__(self, number):
        self.number = number


@instead_of("Trace")
class ByNumbers:
    def __init__(self, function, example):
        slots = _Slots(example)
        with slots:
            output = function(example)
        self.output, self.program = slots._slot(output), slots.program

    def __call__(self, x):
        values = {0: x}

        def read(it):
            if isinstance(it, (list, tuple)):
                return type(it)(map(read, it))
            return values[it.number] if isinstance(it, _Slot) else it

        for operator, args, kwargs, numbers in self.program:
            results = operator(*read(args), **kwargs)
            results = results if isinstance(results, (list, tuple)) else [results]
            values.update(zip(numbers, results, strict=True))
        return values[self.output]


class _Functions(TorchFunctionMode):
    def __init__(self):
        super().__init__()
        self.calls = []

    def __torch_function__(self, function, types, args=(), kwargs=None):
        result = function(*args, **(kwargs or {}))
        self.calls.append([function, args, kwargs or {}, result])
        return result


@instead_of("Trace")
class ByFunctions:
    """Looks at the functions of torch, one floor further up."""

    def __init__(self, function, example):
        self.example, mode = example, _Functions()
        with mode:
            self.output = function(example)
        self.calls = mode.calls

    def __call__(self, x):
        pairs = [(self.example, x)]

        def new(it):
            if isinstance(it, (list, tuple)):
                parts = [new(part) for part in it]
                return parts if isinstance(it, list) else tuple(parts)
            for old, now in reversed(pairs):
                if old is it and isinstance(it, torch.Tensor):
                    return now
            return it

        def note(old, now):
            if isinstance(old, torch.Tensor):
                pairs.append((old, now))
            elif isinstance(old, tuple) and not isinstance(old, torch.Size):
                for one, other in zip(old, now, strict=True):
                    note(one, other)

        for function, args, kwargs, result in self.calls:
            named = {name: new(it) for name, it in kwargs.items()}
            note(result, function(*new(args), **named))
        return new(self.output)
