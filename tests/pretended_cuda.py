"""CUDA without a GPU: tensors of the CPU that say they are on CUDA, and refuse to be mixed.

That one is on CUDA is written on its storage, which belongs as well to its views, to what is
detached from it and to the parameter that is made of it.  Only what Python calls is seen: nothing
of what runs inside backward, hooks included.  Random numbers come from the CPU's generators.
``autograd.grad`` asks for more than CUDA does: all of its tensors are to be on one device.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import torch
from torch import Tensor
from torch.overrides import TorchFunctionMode

from katas._dojo.writing import devices

CPU, CUDA = torch.device("cpu"), torch.device("cuda", 0)
ANSWERS = {
    Tensor.device.__get__: CUDA,
    Tensor.is_cuda.__get__: True,
    Tensor.is_cpu.__get__: False,
    Tensor.get_device: CUDA.index,
}
ABOUT_DEVICES = {torch.device, torch._C._nn._parse_to}
INTO_NUMPY = {Tensor.numpy, Tensor.__array__}
FROM_DATA = {torch.tensor, torch.as_tensor, torch.asarray}
# What these give back may be what they were given.
MOVES = {Tensor.to, Tensor.cpu, Tensor.cuda, Tensor.type_as, torch.as_tensor, torch.asarray}
INDEXING = {Tensor.__getitem__, Tensor.__setitem__}
# Here tensors of two devices may meet, and each stays where it is.
BETWEEN_DEVICES = {
    *(Tensor.copy_, Tensor.data.__set__, torch._has_compatible_shallow_copy_type),
    *(Tensor.view_as, Tensor.expand_as, torch.broadcast_tensors),
}
# Nearly everywhere else a number on the CPU may meet tensors on CUDA.
NO_NUMBER_FROM_THE_CPU = {
    *(torch.stack, torch.cat, torch.equal, Tensor.equal, Tensor.grad.__set__),
    *(Tensor.backward, torch.autograd.backward, torch.autograd.grad),
}


@contextmanager
def pretended_cuda() -> Iterator[PretendedCuda]:
    """Let whatever runs inside find one CUDA device, on any machine."""
    with pytest.MonkeyPatch.context() as patch, PretendedCuda() as cuda:
        patch.setattr(devices, "_cuda_is_available", lambda: True)
        patch.setattr(torch, "Generator", _Generator)
        get_state, set_state = torch.get_rng_state, torch.set_rng_state
        patch.setattr(torch.cuda, "get_rng_state", lambda device=CUDA: get_state())
        patch.setattr(torch.cuda, "set_rng_state", lambda state, device=CUDA: set_state(state))
        yield cuda


class PretendedCuda(TorchFunctionMode):
    used = False  # whether anything has been on CUDA

    def __torch_function__(self, function, types, args=(), kwargs=None):
        kwargs = kwargs or {}
        if function in ABOUT_DEVICES:
            return function(*args, **kwargs)
        if function in ANSWERS and _is_on_cuda(args[0]):
            return ANSWERS[function]
        if function in INTO_NUMPY and _is_on_cuda(args[0]) and not kwargs.get("force"):
            raise TypeError(f"can't convert {CUDA} device type tensor to numpy. Use Tensor.cpu()")
        asked_for = _device_asked_for(function, args, kwargs)
        device = asked_for or _device_of_all(function, args, kwargs)
        if "generator" in kwargs:
            _check_generator(kwargs["generator"], device)
        if function is Tensor.cuda:
            function, args, kwargs = Tensor.cpu, args[:1], {}
        rest = map(_on_cpu, args[1:])
        result = function(*args[:1], *rest, **{name: _on_cpu(it) for name, it in kwargs.items()})
        if asked_for and function in MOVES and _device_of(result) != device:
            result = result.clone()
        if device == CUDA:
            self.used = True
            for tensor in _tensors(result):
                tensor.untyped_storage().pretends = True
        return result


def _is_on_cuda(tensor: Tensor) -> bool:
    return hasattr(tensor.untyped_storage(), "pretends")


def _device_of(tensor: Tensor) -> torch.device:
    return CUDA if _is_on_cuda(tensor) else CPU


def _device_asked_for(function, args, kwargs) -> torch.device | None:
    """Where a factory is to make its tensor, or where a tensor is to go."""
    if function in (Tensor.cpu, Tensor.cuda):
        return CUDA if function is Tensor.cuda else CPU
    for it in (*args[1:], *kwargs.values()):
        if _is_device(it):
            return CUDA if torch.device(it).type == "cuda" else CPU
        if function in (Tensor.to, Tensor.type_as) and isinstance(it, Tensor):
            return _device_of(it)
    return None


def _device_of_all(function, args, kwargs) -> torch.device:
    """The one device of all that is given, as torch decides it, or an error like torch's."""
    if function in BETWEEN_DEVICES:
        return CPU  # so that nothing is said to be on CUDA that was not before
    given = list(_deciding(function, args, kwargs))
    if not any(map(_is_on_cuda, given)):
        return CPU
    name = function.__name__
    changed = args[:1] if name.endswith("_") or name.startswith("__i") else ()
    for tensor in given:
        may_stay = tensor.dim() == 0 and function not in NO_NUMBER_FROM_THE_CPU
        if not _is_on_cuda(tensor) and (not may_stay or any(tensor is it for it in changed)):
            raise RuntimeError(
                "Expected all tensors to be on the same device, "
                f"but found at least two devices, {CUDA} and cpu! (in {name})"
            )
    return CUDA


def _deciding(function, args, kwargs) -> Iterable[Tensor]:
    """The tensors among what is given that have to agree on a device."""
    if function in FROM_DATA:  # a list of numbers, wherever they are, becomes a tensor on the CPU
        return _tensors([it for it in args if isinstance(it, Tensor)])
    if function in INDEXING:
        tensor, index, *value = args
        indices = list(_tensors([index]))  # may be on the CPU; without any, so may the value
        return [tensor, *filter(_is_on_cuda, indices), *(_tensors(value) if indices else ())]
    return _tensors([args, *kwargs.values()])


def _tensors(it: Any) -> Iterator[Tensor]:
    if isinstance(it, Tensor):
        yield it
    elif isinstance(it, (tuple, list)):
        for inner in it:
            yield from _tensors(inner)


def _is_device(it: Any) -> bool:
    return isinstance(it, torch.device) or (
        type(it) is str and it.partition(":")[0] in ("cpu", "cuda")
    )


def _on_cpu(it: Any) -> Any:
    return CPU if _is_device(it) and torch.device(it).type == "cuda" else it


def _check_generator(generator: torch.Generator | None, device: torch.device) -> None:
    if generator is not None and generator.device.type != device.type:
        raise RuntimeError(
            f"Expected a '{device.type}' device type for generator "
            f"but found '{generator.device.type}'"
        )


class _KindOfGenerator(type(torch.Generator)):
    def __instancecheck__(cls, it):
        return isinstance(it, torch._C.Generator)


class _Generator(torch._C.Generator, metaclass=_KindOfGenerator):
    def __new__(cls, device="cpu"):
        generator = super().__new__(cls)
        generator.pretended = CUDA if torch.device(device).type == "cuda" else CPU
        return generator

    @property
    def device(self) -> torch.device:
        return self.pretended
