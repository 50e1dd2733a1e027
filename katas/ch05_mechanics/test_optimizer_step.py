"""The optimizer (§5.5.2): plain SGD, then a training loop that works with any optimizer."""

import functools

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas._dojo.writing.book import thermometer
from katas._dojo.writing.forbidding import forbid_code_of
from katas.ch05_mechanics.optimizer_step import SGD, training_loop

each_momentum = pytest.mark.parametrize("momentum", [0.0, 0.9])
each_decay = pytest.mark.parametrize("weight_decay", [0.0, 0.1])


@each_momentum
@each_decay
def test_parameters_move_as_under_torch(device, dtype, momentum, weight_decay):
    """After each of four steps every parameter stands where torch.optim.SGD would have put it."""
    params, twins = _parameters(device, dtype), _parameters(device, dtype)
    optimizer = SGD(params, 0.1, momentum, weight_decay)
    torchs = torch.optim.SGD(twins, 0.1, momentum=momentum, weight_decay=weight_decay)
    for count in range(1, 5):
        optimizer.zero_grad()
        _give_gradients(params, count)
        _give_gradients(twins, count)
        optimizer.step()
        torchs.step()
        _assert_all_close(params, twins, f"after step {count}")


def test_the_step_of_the_book(device, dtype):
    """One step at 1e-5 from w = 1, b = 0 ends at [0.95483, -0.00082600], as §5.5.2 prints."""
    params = torch.tensor([1.0, 0.0], device=device, dtype=dtype, requires_grad=True)
    t_u, t_c = thermometer(device, dtype)
    optimizer = SGD([params], lr=1e-5)
    _loss(params, t_u, t_c).backward()
    optimizer.step()
    expected = torch.tensor([0.95483, -0.00082600], device=device, dtype=dtype)
    assert_close(params, expected, rtol=1e-5, atol=1e-8)


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.bfloat16, torch.float16])
@pytest.mark.parametrize("momentum", [0.0, 0.5])
@pytest.mark.parametrize("start", [-3.0, 4.0])
@pytest.mark.parametrize("n_steps", [1, 2, 5])
def test_a_constant_slope_gathers_speed(device, dtype, n_steps, start, momentum):
    """On a constant slope the velocity is slope * (1 + m + m**2 + ...), one term more each step."""
    param = torch.full((1,), start, device=device, dtype=dtype, requires_grad=True)
    optimizer = SGD([param], lr=0.25, momentum=momentum)
    for _ in range(n_steps):
        optimizer.zero_grad()
        (2 * param).sum().backward()
        optimizer.step()
    velocities = [2 * sum(momentum**k for k in range(n)) for n in range(1, n_steps + 1)]
    expected = torch.full((1,), start - 0.25 * sum(velocities), device=device, dtype=dtype)
    _assert_exact(param, expected)


@each_decay
def test_a_step_leaves_the_gradients_as_they_are(device, dtype, weight_decay):
    """step only reads the gradients, and holds on to none: backward may add to them afterwards."""
    params, twins = _parameters(device, dtype), _parameters(device, dtype)
    optimizer = SGD(params, lr=0.1, momentum=0.9, weight_decay=weight_decay)
    torchs = torch.optim.SGD(twins, lr=0.1, momentum=0.9, weight_decay=weight_decay)
    for tensors in (params, twins):
        _give_gradients(tensors, 1)
    for _ in range(3):
        optimizer.step()
        torchs.step()
        for param, twin in zip(params, twins, strict=True):
            _assert_exact(param.grad, twin.grad, what="a gradient, after step")
            param.grad.mul_(-2)
            twin.grad.mul_(-2)
    _assert_all_close(params, twins, "after three steps on gradients changed in place")


@pytest.mark.parametrize(
    "gradients",
    [("none", "none", "some", "some"), ("some", "none", "some", "zero"), ("zero", "some", "none")],
    ids="-".join,
)
def test_no_gradient_no_move(device, dtype, gradients):
    """Where grad is None a parameter stays put; where it is zero, decay and momentum go on."""
    params, twins = _parameters(device, dtype), _parameters(device, dtype)
    optimizer = SGD(params, lr=0.1, momentum=0.9, weight_decay=0.1)
    torchs = torch.optim.SGD(twins, lr=0.1, momentum=0.9, weight_decay=0.1)
    for count, kind in enumerate(gradients, start=1):
        for tensors in (params, twins):
            _give_gradients(tensors, count)
            if kind == "none":
                tensors[1].grad = None
            elif kind == "zero":
                tensors[1].grad.zero_()
        optimizer.step()
        torchs.step()
        _assert_all_close(params, twins, f"after step {count}")


def test_zero_grad_clears_every_gradient(device, dtype):
    """zero_grad sets every gradient to None or to zeros, and moves nothing."""
    params, before = _parameters(device, dtype), _parameters(device, dtype)
    optimizer = SGD(params, lr=0.1)
    _give_gradients(params, 1)
    params[1].grad = None
    optimizer.zero_grad()
    _assert_all_close(params, before, "after zero_grad")
    for index, param in enumerate(params):
        if param.grad is not None:
            _assert_exact(
                param.grad, torch.zeros_like(param), what=f"the gradient of parameter {index}"
            )


def test_the_parameters_may_come_from_a_generator(device, dtype):
    """params may be a generator like model.parameters(): read it once, and keep what it gave."""
    params, twins = _parameters(device, dtype), _parameters(device, dtype)
    optimizer = SGD((param for param in params), lr=0.1)
    torchs = torch.optim.SGD(twins, lr=0.1)
    for count in (1, 2):
        optimizer.zero_grad()
        for tensors in (params, twins):
            _give_gradients(tensors, count)
        optimizer.step()
        torchs.step()
    _assert_all_close(params, twins, "after two steps")


def test_a_new_optimizer_starts_from_rest(device, dtype):
    """Velocities belong to one optimizer: a second one on the same parameters starts at rest."""
    params, twins = _parameters(device, dtype), _parameters(device, dtype)
    ours = [SGD(params, lr=0.1, momentum=0.9) for _ in range(2)]
    torchs = [torch.optim.SGD(twins, lr=0.1, momentum=0.9) for _ in range(2)]
    for count, turn in enumerate([0, 1, 0, 1], start=1):
        for tensors in (params, twins):
            _give_gradients(tensors, count)
        ours[turn].step()
        torchs[turn].step()
        _assert_all_close(params, twins, f"after step {count}, by optimizer {turn}")


def test_a_step_is_taken_in_place(device, dtype):
    """A parameter is a leaf in the same memory after a step: whoever shares it sees the move."""
    params = _parameters(device, dtype)
    memory = [param.detach() for param in params]
    optimizer = SGD(params, lr=0.1, momentum=0.9, weight_decay=0.1)
    for _ in range(2):
        optimizer.zero_grad()
        sum((param**2).sum() for param in params).backward()
        optimizer.step()
    for index, (param, same_memory) in enumerate(zip(params, memory, strict=True)):
        assert_equal(param.is_leaf, True, what=f"is_leaf of parameter {index}")
        assert_equal(param.requires_grad, True, what=f"requires_grad of parameter {index}")
        assert_close(same_memory, param, what=f"parameter {index}, seen through its own memory")


def test_sgd_does_without_torch_optim(device, dtype):
    """SGD is written out here: neither torch.optim.SGD nor any other code of torch.optim runs."""
    params, before = _parameters(device, dtype), _parameters(device, dtype)
    _give_gradients(params, 1)
    gradients = [param.grad.clone() for param in params]
    with forbid_code_of("torch.optim", because="This kata builds the optimizer itself."):
        optimizer = SGD(params, lr=0.1, momentum=0.9, weight_decay=0.1)
        optimizer.step()
        optimizer.zero_grad()
    expected = [p - 0.1 * (g + 0.1 * p) for p, g in zip(before, gradients, strict=True)]
    _assert_all_close(params, expected, "after one step")


class _SignDescent:
    """An optimizer with the two methods that a training loop needs, and no more."""

    def __init__(self, params):
        self.params = params

    def zero_grad(self, set_to_none=False):
        if self.params.grad is not None:
            self.params.grad = None if set_to_none else torch.zeros_like(self.params)

    @torch.no_grad()
    def step(self):
        if self.params.grad is not None:
            self.params -= 0.01 * self.params.grad.sign()
            self.params -= 0.01 * self.params.grad


class _OnFirstUse:
    """An optimizer that is built when it is first asked to do something.

    The first one of torch.optim takes a second of imports, which a stub need not wait for.
    It can be asked as one of torch.optim can, even if it is not.
    """

    def __init__(self, new_optimizer, params):
        self.new_optimizer, self.params = new_optimizer, params

    def __repr__(self):
        return "optimizer"

    @functools.cached_property
    def optimizer(self):
        return self.new_optimizer(self.params)

    def zero_grad(self, set_to_none=True):
        self.optimizer.zero_grad()

    def step(self, closure=None):
        loss = None if closure is None else closure()
        self.optimizer.step()
        return loss


@pytest.mark.parametrize(
    "new_optimizer",
    [
        pytest.param(lambda params: torch.optim.SGD([params], lr=1e-2, momentum=0.9), id="SGD"),
        pytest.param(lambda params: torch.optim.Adam([params], lr=1e-1), id="Adam"),
        pytest.param(lambda params: torch.optim.RMSprop([params], lr=1e-2), id="RMSprop"),
        pytest.param(_SignDescent, id="neither"),
    ],
)
@pytest.mark.parametrize(("n_epochs", "stale"), [(0, True), (3, False), (3, True)])
def test_every_optimizer_will_do(device, dtype, new_optimizer, n_epochs, stale):
    """Each epoch hands the optimizer the gradient of that epoch alone, and lets it step once."""
    expected = _trained_by_hand(n_epochs, new_optimizer, _scaled, device, dtype)
    (t_u, t_c), params = _scaled(device, dtype), _params(device, dtype)
    if stale:
        params.grad = torch.full_like(params, 1000.0)
    with assert_untouched(t_u, t_c):
        optimizer = _OnFirstUse(new_optimizer, params)
        trained = training_loop(n_epochs, optimizer, params, t_u, t_c)
    _assert_exact(params, expected, what="the parameters that the optimizer holds")
    _assert_exact(trained, expected, what="the parameters that came back")


@pytest.mark.parametrize("n_epochs", [3, 60])
def test_a_run_that_diverges_goes_on(device, dtype, n_epochs):
    """Nothing ends a run early: a rate far too large ends at NaN, after every epoch was run."""
    expected = _trained_by_hand(n_epochs, _too_fast, thermometer, device, dtype)
    (t_u, t_c), params = thermometer(device, dtype), _params(device, dtype)
    trained = training_loop(n_epochs, _OnFirstUse(_too_fast, params), params, t_u, t_c)
    _assert_exact(trained, expected, what="the parameters that came back")


@pytest.mark.parametrize(("epoch", "expected"), [(2, 37.574917), (11, 28.941875)])
def test_training_reaches_the_losses_of_the_book(device, dtype, epoch, expected):
    """With SGD at 1e-2 on 0.1 * t_u the losses before these epochs' steps are those of §5.4.4."""
    t_u, t_c = thermometer(device, dtype)
    t_u = 0.1 * t_u
    params = torch.tensor([1.0, 0.0], device=device, dtype=dtype, requires_grad=True)
    sgd = _OnFirstUse(lambda params: SGD([params], lr=1e-2), params)
    trained = training_loop(n_epochs=epoch - 1, optimizer=sgd, params=params, t_u=t_u, t_c=t_c)
    loss = _loss(trained, t_u, t_c)
    assert_close(loss, torch.tensor(expected, device=device, dtype=dtype), rtol=1e-5, atol=0)


def _parameters(device, dtype):
    """A matrix that is not contiguous, two vectors, a number: leaves, the same at every call."""
    numbers = torch.linspace(-1, 2, 6, device=device, dtype=dtype)
    values = [numbers.reshape(2, 3).T, numbers[1:4], numbers[3:], numbers[0]]
    return [value.clone().requires_grad_() for value in values]


def _too_fast(params):
    return torch.optim.SGD([params], lr=1e4)


def _scaled(device, dtype):
    """The readings from the last to the first, t_u scaled as in the book."""
    t_u, t_c = (readings.flip(0) for readings in thermometer(device, dtype))
    return 0.1 * t_u, t_c


def _params(device, dtype):
    return torch.tensor([0.5, -2.0], device=device, dtype=dtype, requires_grad=True)


@functools.cache
def _trained_by_hand(n_epochs, new_optimizer, readings, device, dtype):
    """The same run with the gradient worked out by hand."""
    (t_u, t_c), params = readings(device, dtype), _params(device, dtype)
    optimizer = new_optimizer(params)
    for _ in range(n_epochs):
        error = (params[0] * t_u + params[1] - t_c).detach()
        params.grad = torch.stack([2 * (error * t_u).mean(), 2 * error.mean()])
        optimizer.step()
    return params.detach()


def _give_gradients(params, count):
    """Give each parameter a gradient of its own, new at every count."""
    for index, param in enumerate(params, start=1):
        param.grad = torch.sin(param.detach() + count * index) * index


def _assert_all_close(params, expected, when):
    __tracebackhide__ = True
    for index, (param, wanted) in enumerate(zip(params, expected, strict=True)):
        _assert_exact(param, wanted, what=f"parameter {index}, {when}")


def _assert_exact(actual, expected, what=""):
    """To rounding: in float64 closer than any detour through float32 comes."""
    __tracebackhide__ = True
    tolerance = 1e-12 if expected.dtype == torch.float64 else None
    assert_close(actual, expected, rtol=tolerance, atol=tolerance, what=what)


def _loss(params, t_u, t_c):
    return torch.nn.functional.mse_loss(params[0] * t_u + params[1], t_c)
