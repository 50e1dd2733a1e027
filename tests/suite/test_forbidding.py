"""What a lesson forbids is caught however it is spelled, and nothing else is."""

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
import torch
from torch import nn
from torch.autograd import forward_ad
from torch.nn import functional
from torch.optim.sgd import sgd

from katas._dojo.writing.forbidding import (
    ForbiddenCallError,
    forbid_autograd,
    forbid_code_of,
    forbid_functions,
    forbid_operators,
)
from katas._dojo.writing.values import show

X = torch.randn(4, 3, generator=torch.Generator().manual_seed(0))
TARGETS = torch.tensor([0, 1, 2, 0])


def _swallowed():
    try:
        return X.softmax(0)
    except Exception:
        return X.exp() / X.exp().sum(0)


@pytest.mark.parametrize(
    "call",
    [
        lambda: torch.log_softmax(X, 1),
        lambda: functional.log_softmax(X, 1),
        lambda: X.log_softmax(1),
        lambda: nn.LogSoftmax(1)(X),
        lambda: torch.special.log_softmax(X, 1),
        lambda: torch.ops.aten.log_softmax.int(X, 1),
        lambda: torch.softmax(X, 1),
        lambda: nn.Softmin(1)(X),
        lambda: torch.special.softmax(X, 1),
        lambda: functional.nll_loss(X, TARGETS),
        lambda: nn.NLLLoss()(X, TARGETS),
        lambda: functional.nll_loss(X[:, :, None, None], TARGETS[:, None, None]),
        lambda: functional.cross_entropy(X, TARGETS),
        lambda: nn.CrossEntropyLoss(label_smoothing=0.1)(X, TARGETS),
        _swallowed,
    ],
)
def test_operators_are_caught_however_they_are_called(call):
    call()
    with (
        pytest.raises(ForbiddenCallError, match="This kata builds it"),
        forbid_operators("softmax", "log_softmax", "nll_loss", because="This kata builds it."),
    ):
        call()


@pytest.mark.parametrize(
    "call",
    [
        lambda: functional.linear(X, X),
        lambda: nn.Linear(3, 2)(X),
        lambda: torch.ops.aten.linear(X, X),
        lambda: torch.ops.aten.linear.default(X, X),
    ],
)
def test_functions_are_caught_where_their_operators_are_those_of_others(call):
    with forbid_functions("linear", because="Here."):
        assert (X @ X.T + 1).shape == (4, 4)
    with (
        pytest.raises(ForbiddenCallError, match="linear\nHere"),
        forbid_functions("linear", because="Here."),
    ):
        call()


def _in_a_thread(call):
    def run():
        with ThreadPoolExecutor(1) as pool:
            return pool.submit(call).result()

    return run


def _unprofiled(call):
    def run():
        before = sys.getprofile()
        sys.setprofile(None)
        try:
            return call()
        finally:
            sys.setprofile(before)

    return run


OPTIMIZER = lambda: torch.optim.SGD([_leaf()], lr=0.1)  # noqa: E731
SOFTMAX = lambda: X.softmax(1)  # noqa: E731
LINEAR = lambda: functional.linear(X, X)  # noqa: E731


@pytest.mark.parametrize(
    ("call", "forbidding"),
    [
        (_in_a_thread(OPTIMIZER), forbid_code_of("torch.optim", because="Here.")),
        (_unprofiled(OPTIMIZER), forbid_code_of("torch.optim", because="Here.")),
        (_in_a_thread(SOFTMAX), forbid_operators("softmax", because="Here.")),
        (_in_a_thread(LINEAR), forbid_functions("linear", because="Here.")),
        (_in_a_thread(lambda: _forward_mode()), forbid_autograd(because="Here.")),
    ],
    ids=[
        "code in a thread",
        "code without the watch",
        "operator in a thread",
        "function",
        "autograd",
    ],
)
def test_nobody_gets_out_of_sight(call, forbidding):
    call()
    with pytest.raises(ForbiddenCallError, match="Here"), forbidding:
        call()


@pytest.mark.parametrize("value", [X, nn.Parameter(X), nn.Linear(2, 3), [nn.Sequential(nn.ReLU())]])
def test_an_argument_that_is_shown_is_no_call_of_the_kata(value):
    with forbid_code_of("torch.nn", because="Here."), forbid_operators("slice", because="Here."):
        assert show(value)


def test_other_operators_run_as_ever():
    x = X.clone().requires_grad_()
    with forbid_operators("softmax", "log_softmax", "nll_loss", because="This kata builds it."):
        loss = (x.logsumexp(1) - x.gather(1, TARGETS[:, None]).squeeze(1)).mean()
        loss.backward()
    torch.testing.assert_close(loss, functional.cross_entropy(x, TARGETS))


def _square(w):
    return (w**2).sum()


def _leaf():
    return torch.ones(3, requires_grad=True)


def _forward_mode():
    with forward_ad.dual_level():
        return _square(forward_ad.make_dual(torch.ones(3), torch.ones(3)))


@pytest.mark.parametrize(
    "call",
    [
        lambda: _square(_leaf()).backward(),
        lambda: torch.autograd.backward(_square(_leaf())),
        lambda: torch.autograd.grad(_square(leaf := _leaf()), leaf),
        lambda: torch.autograd.functional.jacobian(_square, torch.ones(3)),
        lambda: torch.func.grad(_square)(torch.ones(3)),
        lambda: torch.func.grad_and_value(_square)(torch.ones(3)),
        lambda: torch.func.vjp(_square, torch.ones(3))[1](torch.ones(())),
        lambda: torch.func.jacrev(_square)(torch.ones(3)),
        lambda: torch.func.jacfwd(_square)(torch.ones(3)),
        lambda: torch.func.jvp(_square, (torch.ones(3),), (torch.ones(3),)),
        lambda: torch.func.hessian(_square)(torch.ones(3)),
        _forward_mode,
    ],
)
def test_gradients_by_torch_are_caught(call):
    call()
    with (
        pytest.raises(ForbiddenCallError, match="By hand"),
        forbid_autograd(because="By hand, in this kata."),
    ):
        call()


def test_gradients_by_hand_run_as_ever():
    w = torch.ones(3)
    with forbid_autograd(because="By hand, in this kata."):
        w -= 0.1 * 2 * w
    torch.testing.assert_close(w, torch.full((3,), 0.8))


class _Subclass(torch.optim.SGD):
    pass


@pytest.mark.parametrize(
    "call",
    [
        lambda p: torch.optim.SGD([p], lr=0.1),
        lambda p: _Subclass([p], lr=0.1),
        lambda p: torch.optim.Adam([p]),
        lambda p: sgd(
            [p.detach()],
            [torch.ones(3)],
            [None],
            weight_decay=0.0,
            momentum=0.0,
            lr=0.1,
            dampening=0.0,
            nesterov=False,
            maximize=False,
        ),
    ],
    ids=["SGD", "subclass", "Adam", "functional"],
)
def test_the_code_of_a_package_is_caught(call):
    call(_leaf())
    with (
        pytest.raises(ForbiddenCallError, match="Write the step"),
        forbid_code_of("torch.optim", because="Write the step yourself."),
    ):
        call(_leaf())


def test_other_code_runs_as_ever():
    w = _leaf()
    with forbid_code_of("torch.optim", because="Write the step yourself."):
        _square(w).backward()
        with torch.no_grad():
            w -= 0.1 * w.grad
    torch.testing.assert_close(w.detach(), torch.full((3,), 0.8))
