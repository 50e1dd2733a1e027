"""Every spec passes on pretended CUDA, where a tensor that was left on the CPU shows."""

import ast
import copy
import functools
from collections import defaultdict

import numpy as np
import pytest
import torch
from torch import nn
from torch.overrides import _get_current_function_mode_stack

from katas._dojo.curriculum import CURRICULUM, Kata, kata_named
from katas._dojo.judging import trial
from katas._dojo.writing.book import thermometer
from katas._dojo.writing.devices import runs_on_cuda
from tests.matrix import run_specs
from tests.pretended_cuda import CPU, CUDA, pretended_cuda


def _asks_for_a_device(kata: Kata) -> bool:
    tree = ast.parse(kata.spec.read_text("utf-8"))
    tests = [it for it in tree.body if isinstance(it, ast.FunctionDef) and it.name[:5] == "test_"]
    return any(argument.arg == "device" for test in tests for argument in test.args.args)


ON_DEVICES = [kata for kata in CURRICULUM if _asks_for_a_device(kata)]


@pytest.mark.parametrize("kata", ON_DEVICES, ids=str)
def test_the_reference_passes_its_spec(kata):
    runs = _references_on_cuda(kata.chapter)
    endings = runs.endings[kata.spec]
    assert endings, "no test ran"
    assert {test: raised for test, raised in endings.items() if raised} == {}
    assert runs.idle[kata.spec] == set(), "nothing of these tests is on CUDA"


def test_a_solution_that_leaves_a_tensor_on_the_cpu_is_found():
    kata = kata_named("composition")
    source, device = kata.solution.read_text("utf-8"), '"device": first.weight.device, '
    assert device in source
    forgetful = {"__name__": kata.module}
    exec(source.replace(device, ""), forgetful)
    runs = _run_on_cuda(kata, collapse=forgetful["collapse"])
    assert "at least two devices" in str(runs.endings)


def test_a_spec_that_leaves_a_tensor_on_the_cpu_is_found():
    runs = _run_on_cuda(kata_named("gradient_accumulation"), thermometer=_thermometer_on_cpu)
    assert "at least two devices" in str(runs.endings)


def test_a_spec_that_leaves_all_on_the_cpu_is_found():
    runs = _run_on_cuda(kata_named("parameter_scale"), thermometer=_thermometer_on_cpu)
    assert runs.idle[kata_named("parameter_scale").spec]


# Each of what follows is given [1, 1] on CUDA and on the CPU.
REFUSED = {
    "an operator": lambda cuda, cpu: cuda + cpu,
    "a view": lambda cuda, cpu: cuda[1:] * cpu[1:],
    "in place": lambda cuda, cpu: cuda.add_(cpu),
    "in place, a number": lambda cuda, cpu: cpu.sum().add_(cuda.sum()),
    "a matrix product": lambda cuda, cpu: cpu @ cuda,
    "a function": lambda cuda, cpu: nn.functional.mse_loss(cuda, target=cpu),
    "a module": lambda cuda, cpu: nn.Linear(2, 2)(cuda),
    "a list": lambda cuda, cpu: torch.stack([cuda, cpu]),
    "a list of numbers": lambda cuda, cpu: torch.stack([cuda.sum(), cpu.sum()]),
    "an optimizer's list": lambda cuda, cpu: torch._foreach_mul([cuda], [cpu]),
    "a comparison": lambda cuda, cpu: torch.equal(cuda, cpu),
    "an index": lambda cuda, cpu: cpu[cuda > 0],
    "values for an index": lambda cuda, cpu: cuda.__setitem__(cuda > 0, cpu),
    "a gradient": lambda cuda, cpu: setattr(cuda, "grad", cpu),
    "an upstream gradient": lambda cuda, cpu: cuda.requires_grad_().exp().backward(cpu),
    "a generator": lambda cuda, cpu: cuda.normal_(generator=torch.Generator()),
    "a generator on CUDA": lambda cuda, cpu: torch.randperm(2, generator=torch.Generator("cuda")),
}
ON_CUDA = {
    "a view": lambda cuda, cpu: cuda[None].T[1:],
    "an element": lambda cuda, cpu: next(iter(cuda)),
    "a copy": lambda cuda, cpu: copy.deepcopy(cuda.clone()),
    "the result of an operator": lambda cuda, cpu: 2 * cuda,
    "the result of several functions": lambda cuda, cpu: cuda.var(0).exp().max(0).values,
    "with a number on the CPU": lambda cuda, cpu: cpu.sum() * cuda,
    "at an index on the CPU": lambda cuda, cpu: cuda[cpu > 0],
    "changed in place": lambda cuda, cpu: cuda.mul_(2),
    "filled from the CPU": lambda cuda, cpu: cuda.copy_(cpu),
    "like another": lambda cuda, cpu: torch.zeros_like(cuda),
    "new, by another": lambda cuda, cpu: cuda.new_tensor([1.0]),
    "new, on the device of another": lambda cuda, cpu: torch.arange(3, device=cuda.device),
    "moved": lambda cuda, cpu: cpu.to("cuda:0", torch.float64),
    "moved, without a copy": lambda cuda, cpu: torch.as_tensor(cpu.numpy(), device="cuda"),
    "moved to another": lambda cuda, cpu: cpu.to(cuda),
    "drawn": lambda cuda, cpu: torch.rand(
        2, device="cuda", generator=torch.Generator("cuda").manual_seed(1)
    ),
    "detached": lambda cuda, cpu: cuda.requires_grad_().exp().detach().data,
    "a parameter": lambda cuda, cpu: nn.Parameter(cuda),
    "a gradient": lambda cuda, cpu: _gradient(cuda),
    "a gradient asked for": lambda cuda, cpu: torch.autograd.grad(
        cuda.requires_grad_().exp(), cuda, cuda
    )[0],
    "a parameter of a module": lambda cuda, cpu: nn.Linear(2, 2).to("cuda").weight,
    "a buffer of a module": lambda cuda, cpu: nn.BatchNorm1d(2).cuda().state_dict()["running_var"],
    "the state of an optimizer": lambda cuda, cpu: _adam_after_a_step(cuda).state[cuda]["exp_avg"],
    "a parameter after a step": lambda cuda, cpu: _adam_after_a_step(cuda) and cuda,
}
ON_THE_CPU = {
    "what it always was": lambda cuda, cpu: cpu,
    "moved": lambda cuda, cpu: cuda.to("cpu"),
    "moved, a view": lambda cuda, cpu: cuda[:1].cpu(),
    "moved to another": lambda cuda, cpu: cuda.to(cpu),
    "new": lambda cuda, cpu: torch.zeros_like(cuda, device="cpu"),
    "filled from CUDA": lambda cuda, cpu: cpu.copy_(cuda),
    "filled from CUDA, in part": lambda cuda, cpu: cpu.__setitem__(slice(2), cuda) or cpu,
    "of a list of numbers": lambda cuda, cpu: torch.tensor([cuda.sum(), *cuda.tolist()]),
    "what was moved to CUDA": lambda cuda, cpu: cpu.cuda() is cpu or cpu,
    "a module's that was moved back": lambda cuda, cpu: nn.Linear(2, 2).cuda().cpu().weight,
}


@pytest.mark.parametrize("mix", REFUSED.values(), ids=REFUSED)
def test_tensors_of_two_devices_do_not_mix(mix):
    with pretended_cuda(), pytest.raises(RuntimeError, match=r"two devices|for generator"):
        mix(torch.ones(2, device="cuda"), torch.ones(2))


@pytest.mark.parametrize("make", ON_CUDA.values(), ids=ON_CUDA)
def test_what_comes_of_a_tensor_on_cuda_is_there_too(make):
    with pretended_cuda():
        tensor = make(torch.ones(2, device="cuda"), torch.ones(2))
        assert (tensor.device, tensor.get_device()) == (CUDA, 0)
        assert tensor.is_cuda
        assert not tensor.is_cpu


@pytest.mark.parametrize("make", ON_THE_CPU.values(), ids=ON_THE_CPU)
def test_what_is_on_the_cpu_stays_there(make):
    with pretended_cuda():
        tensor = make(torch.ones(2, device="cuda"), torch.ones(2))
        assert (tensor.device, tensor.is_cuda) == (CPU, False)
        assert len(tensor.detach().numpy()) > 0


def test_numpy_takes_nothing_from_cuda():
    with pretended_cuda():
        tensor = torch.ones(2, device="cuda")
        for take in (torch.Tensor.numpy, np.asarray):
            with pytest.raises(TypeError, match="can't convert cuda:0 device type tensor"):
                take(tensor)
        assert tensor.sum().item() == 2


def test_nothing_is_left_behind():
    before = [torch.Generator, torch.cuda.get_rng_state, torch.cuda.set_rng_state]
    with pretended_cuda():
        tensor, generator = torch.ones(2, device="cuda"), torch.Generator("cuda")
        assert isinstance(torch.default_generator, torch.Generator)
        assert generator.device == CUDA
    assert [torch.Generator, torch.cuda.get_rng_state, torch.cuda.set_rng_state] == before
    assert _get_current_function_mode_stack() == []
    assert (tensor + torch.ones(2)).device == CPU


def _gradient(leaf):
    leaf.requires_grad_().exp().sum().backward()
    return leaf.grad


def _adam_after_a_step(leaf):
    optimizer = torch.optim.Adam([leaf])
    _gradient(leaf)
    optimizer.step()
    return optimizer


def _thermometer_on_cpu(device, dtype):
    return thermometer("cpu", dtype)


@functools.cache
def _references_on_cuda(chapter):
    """All of a chapter at once: to begin a run takes longer than most specs."""
    return _run_on_cuda(*(kata for kata in ON_DEVICES if kata.chapter == chapter))


def _run_on_cuda(*katas, **replacements):
    """The tests of these katas on CUDA, on the reference with ``replacements``."""
    with pretended_cuda() as cuda:
        runs = _Runs(cuda, replacements)
        run_specs(katas, runs.run, device="cuda")
    return runs


class _Runs:
    """Notes by spec what tests raise, and which have nothing on CUDA."""

    def __init__(self, cuda, replacements):
        self.cuda = cuda
        self.replacements = replacements
        self.endings = defaultdict(dict)
        self.idle = defaultdict(set)

    def run(self, items):
        busy = defaultdict(set)
        for item in filter(runs_on_cuda, items):
            self.cuda.used = False
            with trial.in_place_of(item, self.replacements):
                ran = trial.run(item)
            raised = [it.exconly() for it in (ran.setup, ran.call, ran.teardown) if it is not None]
            self.endings[item.path][item.nodeid] = "\n".join(raised)
            (busy if self.cuda.used else self.idle)[item.path].add(item.function.__name__)
        for spec, names in busy.items():  # a model may be empty in one case, but not in all
            self.idle[spec] -= names
