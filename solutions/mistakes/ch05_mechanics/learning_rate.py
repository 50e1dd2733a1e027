"""Known wrong answers to ch05_mechanics/learning_rate."""

import torch

from katas._dojo.writing.mistakes import instead_of

# The class that the spec waits for: another class of this name would not do.
from katas.ch05_mechanics.learning_rate import DivergenceError


@instead_of("training_loop")
def never_stopped(n_epochs, learning_rate, params, t_u, t_c):
    """You trained on, whatever became of the loss. If you compare it with float("nan") by ==,
    the answer is always no, as NaN equals nothing: ask torch.isfinite."""
    return _train(n_epochs, learning_rate, params, t_u, t_c, lambda loss: True)


@instead_of("training_loop")
def nan_not_noticed(n_epochs, learning_rate, params, t_u, t_c):
    """You noticed inf, but not NaN. NaN equals nothing, not even itself, so that == never
    finds it, and it is not inf either: torch.isfinite answers for both."""
    return _train(n_epochs, learning_rate, params, t_u, t_c, lambda loss: not loss.isinf())


@instead_of("training_loop")
def inf_not_noticed(n_epochs, learning_rate, params, t_u, t_c):
    """You noticed NaN, but not inf, which comes epochs earlier. Once the loss is inf nothing
    good can follow: torch.isfinite answers for both."""
    return _train(n_epochs, learning_rate, params, t_u, t_c, lambda loss: not loss.isnan())


@instead_of("training_loop")
def a_limit_of_its_own(n_epochs, learning_rate, params, t_u, t_c):
    """You stopped at a loss that is large, but finite. What is large depends on the data:
    only a loss that is not finite stops training here."""
    return _train(n_epochs, learning_rate, params, t_u, t_c, lambda loss: loss < 1e6)


@instead_of("training_loop")
def stopped_when_the_loss_rises(n_epochs, learning_rate, params, t_u, t_c):
    """You stopped when the loss was higher than in the epoch before. It may rise and fall
    again: only a loss that is not finite stops training here."""
    losses = []

    def is_fine(loss):
        losses.append(loss)
        return loss.isfinite() and (len(losses) == 1 or loss <= losses[-2])

    return _train(n_epochs, learning_rate, params, t_u, t_c, is_fine)


@instead_of("training_loop")
def checked_at_the_end(n_epochs, learning_rate, params, t_u, t_c):
    """You looked at the loss when all was over. The epoch is lost by then, and so are the last
    good parameters: look in every epoch, before you step."""
    trained = _train(n_epochs, learning_rate, params, t_u, t_c, lambda loss: True)
    if not _loss_and_gradient(trained, t_u, t_c)[0].isfinite():
        raise DivergenceError(n_epochs, trained)
    return trained


@instead_of("training_loop")
def the_parameters_asked_instead(n_epochs, learning_rate, params, t_u, t_c):
    """You asked whether the parameters are finite. The loss, which squares, overflows long
    before they do: ask the loss."""
    last = None
    for epoch in range(1, n_epochs + 1):
        if not params.isfinite().all():
            raise DivergenceError(epoch, last)
        last, params = params, _step(learning_rate, params, t_u, t_c)
    return params


@instead_of("training_loop")
def the_gradient_asked_instead(n_epochs, learning_rate, params, t_u, t_c):
    """You asked whether the gradient is finite. It grows like the error, the loss like its
    square: the loss overflows long before. Ask the loss."""
    last = None
    for epoch in range(1, n_epochs + 1):
        if not _loss_and_gradient(params, t_u, t_c)[1].isfinite().all():
            raise DivergenceError(epoch, last)
        last, params = params, _step(learning_rate, params, t_u, t_c)
    return params


@instead_of("training_loop")
def checked_now_and_then(n_epochs, learning_rate, params, t_u, t_c):
    """You looked at the loss in every other epoch only. The one before may be the one that went
    wrong, and its parameters are no good: look in every epoch."""
    last = None
    for epoch in range(1, n_epochs + 1):
        if epoch % 2 == 0 and not _loss_and_gradient(params, t_u, t_c)[0].isfinite():
            raise DivergenceError(epoch, last)
        last, params = params, _step(learning_rate, params, t_u, t_c)
    return params


@instead_of("training_loop")
def the_loss_after_the_last_step_as_well(n_epochs, learning_rate, params, t_u, t_c):
    """You computed one more loss when all epochs were over. After the last step no epoch asks
    for it: return the parameters as they are."""
    return _train(n_epochs + 1, learning_rate, params, t_u, t_c, stop_before=n_epochs + 1)


@instead_of("training_loop")
def the_loss_after_each_step(n_epochs, learning_rate, params, t_u, t_c):
    """You stepped first and looked at the loss of the new parameters. An epoch begins with the
    loss of the parameters so far; the step comes after it."""
    for epoch in range(1, n_epochs + 1):
        last, params = params, _step(learning_rate, params, t_u, t_c)
        if not _loss_and_gradient(params, t_u, t_c)[0].isfinite():
            raise DivergenceError(epoch, last)
    return params


@instead_of("training_loop")
def the_parameters_that_diverged(n_epochs, learning_rate, params, t_u, t_c):
    """You handed over the parameters whose loss is not finite. Nobody can go on from those:
    keep the parameters of the epoch before."""
    for epoch in range(1, n_epochs + 1):
        if not _loss_and_gradient(params, t_u, t_c)[0].isfinite():
            raise DivergenceError(epoch, params)
        params = _step(learning_rate, params, t_u, t_c)
    return params


@instead_of("training_loop")
def kept_without_a_copy(n_epochs, learning_rate, params, t_u, t_c):
    """You kept the parameters under a second name and then changed them in place, which changes
    both: it is one tensor. Keep a clone, or make a new tensor at every step."""
    params, last = params.clone(), None
    for epoch in range(1, n_epochs + 1):
        if not _loss_and_gradient(params, t_u, t_c)[0].isfinite():
            raise DivergenceError(epoch, last)
        last = params
        params.copy_(_step(learning_rate, params, t_u, t_c))
    return params


@instead_of("training_loop")
def the_parameters_of_the_start(n_epochs, learning_rate, params, t_u, t_c):
    """You handed over the parameters that training began with. Keep those of each epoch whose
    loss is finite, so that the last of them are at hand."""
    start = params
    for epoch in range(1, n_epochs + 1):
        if not _loss_and_gradient(params, t_u, t_c)[0].isfinite():
            raise DivergenceError(epoch, start if epoch > 1 else None)
        params = _step(learning_rate, params, t_u, t_c)
    return params


@instead_of("training_loop")
def the_start_taken_for_finite(n_epochs, learning_rate, params, t_u, t_c):
    """You took the first parameters for good ones before you knew their loss. If it is not
    finite in epoch 1, there are no last good parameters: None."""
    return _train(n_epochs, learning_rate, params, t_u, t_c, last=params)


@instead_of("training_loop")
def epochs_from_zero(n_epochs, learning_rate, params, t_u, t_c):
    """You counted epochs from 0, or named the last one that went well. They count from 1, and
    the epoch of the error is the one whose loss is not finite."""
    return _train(n_epochs, learning_rate, params, t_u, t_c, count_from=0)


@instead_of("training_loop")
def the_epoch_as_a_tensor(n_epochs, learning_rate, params, t_u, t_c):
    """You handed over the epoch as a tensor. It is a plain number of Python, an int."""
    return _train(n_epochs, learning_rate, params, t_u, t_c, count_from=torch.tensor(1))


@instead_of("training_loop")
def parameters_without_their_tensor(n_epochs, learning_rate, params, t_u, t_c):
    """You handed the parameters over as a list of numbers. Keep them as the tensor they are,
    so that training can go on from there."""
    try:
        return _train(n_epochs, learning_rate, params, t_u, t_c)
    except DivergenceError as error:
        params = None if error.params is None else error.params.tolist()
        raise DivergenceError(error.epoch, params) from None


@instead_of("training_loop")
def ended_in_silence(n_epochs, learning_rate, params, t_u, t_c):
    """You ended the loop and returned the last good parameters without a word. Whoever called
    takes them for trained ones: raise DivergenceError."""
    last = params
    for _ in range(n_epochs):
        if not _loss_and_gradient(params, t_u, t_c)[0].isfinite():
            return last
        last, params = params, _step(learning_rate, params, t_u, t_c)
    return params


@instead_of("training_loop")
def an_error_of_another_kind(n_epochs, learning_rate, params, t_u, t_c):
    """You raised an error of Python's own. It cannot carry the epoch and the parameters:
    raise DivergenceError."""
    last = None
    for epoch in range(1, n_epochs + 1):
        if not _loss_and_gradient(params, t_u, t_c)[0].isfinite():
            raise ArithmeticError(f"the loss is not finite in epoch {epoch}, after {last}")
        last, params = params, _step(learning_rate, params, t_u, t_c)
    return params


@instead_of("training_loop")
def tamed_with_a_smaller_rate(n_epochs, learning_rate, params, t_u, t_c):
    """You halved the learning rate when the loss rose. That hides what this kata looks for:
    step by the rate that was given, and stop when the loss is not finite."""
    last = None
    before = torch.inf
    for epoch in range(1, n_epochs + 1):
        loss = _loss_and_gradient(params, t_u, t_c)[0]
        if not loss.isfinite():
            raise DivergenceError(epoch, last)
        if loss > before:
            learning_rate /= 2
        before, last, params = loss, params, _step(learning_rate, params, t_u, t_c)
    return params


@instead_of("training_loop")
def one_step_too_few(n_epochs, learning_rate, params, t_u, t_c):
    """You took one step less than n_epochs. range(1, n) ends before n: it takes
    range(1, n_epochs + 1) to count from 1."""
    return _train(n_epochs - 1, learning_rate, params, t_u, t_c)


@instead_of("training_loop")
def steps_uphill(n_epochs, learning_rate, params, t_u, t_c):
    """You added the gradient, which climbs. Subtract it."""
    return _train(n_epochs, -learning_rate, params, t_u, t_c)


@instead_of("training_loop")
def the_two_forgotten(n_epochs, learning_rate, params, t_u, t_c):
    """You dropped the 2 that comes down when a square is differentiated, which halves every
    step."""
    return _train(n_epochs, learning_rate / 2, params, t_u, t_c)


@instead_of("training_loop")
def the_gradient_of_the_sum(n_epochs, learning_rate, params, t_u, t_c):
    """You summed over the samples where the loss takes their mean. Each step is as many times
    too long as there are samples."""
    return _train(n_epochs, learning_rate * len(t_u), params, t_u, t_c)


@instead_of("training_loop")
def the_callers_parameters_moved(n_epochs, learning_rate, params, t_u, t_c):
    """You moved the caller's parameters in place. Make new ones: whoever trains twice wants to
    start from the same place."""
    trained = _train(n_epochs, learning_rate, params, t_u, t_c)
    return params.copy_(trained)


@instead_of("training_loop")
def computed_in_float64(n_epochs, learning_rate, params, t_u, t_c):
    """You computed in float64, where the loss of the book overflows in epoch 88, not in 11. Stay
    with the dtype of the parameters."""
    trained = _train(n_epochs, learning_rate, params.double(), t_u.double(), t_c.double())
    return trained.to(params.dtype)


@instead_of("training_loop")
def computed_in_float32(n_epochs, learning_rate, params, t_u, t_c):
    """You computed in float32, where the loss of the book overflows in epoch 11, not in 88. Stay
    with the dtype of the parameters."""
    trained = _train(n_epochs, learning_rate, params.float(), t_u.float(), t_c.float())
    return trained.to(params.dtype)


@instead_of("DivergenceError")
class NoEpochError(ArithmeticError):
    """Your error has no epoch. Keep it as an attribute of this name, so that a program can read
    it, not only a person."""

    def __init__(self, epoch, params):
        super().__init__(f"the loss is not finite in epoch {epoch}")
        self.params = params


@instead_of("DivergenceError")
class NoParamsError(ArithmeticError):
    """Your error has no params. They are what is worth saving: keep them as an attribute of this
    name."""

    def __init__(self, epoch, params):
        super().__init__(f"the loss is not finite in epoch {epoch}")
        self.epoch = epoch


@instead_of("DivergenceError")
class SwappedArgumentsError(ArithmeticError):
    """You took the arguments in the other order. The epoch comes first, then the parameters."""

    def __init__(self, params, epoch):
        super().__init__(f"the loss is not finite in epoch {epoch}")
        self.epoch = epoch
        self.params = params


@instead_of("DivergenceError")
class SilentError(ArithmeticError):
    """Your error says nothing of the epoch. Hand a message that names it to super().__init__."""

    def __init__(self, epoch, params):
        super().__init__("the loss is not finite")
        self.epoch = epoch
        self.params = params


@instead_of("DivergenceError")
class OrdinaryRuntimeError(RuntimeError):
    """Your error is not an ArithmeticError. Whoever catches those, and a loss beyond every float
    is one, misses it: keep the base class."""

    def __init__(self, epoch, params):
        super().__init__(f"the loss is not finite in epoch {epoch}")
        self.epoch = epoch
        self.params = params


@instead_of("DivergenceError")
class EpochAsTextError(ArithmeticError):
    """You kept the epoch as text. It is a number: text is for the message."""

    def __init__(self, epoch, params):
        super().__init__(f"the loss is not finite in epoch {epoch}")
        self.epoch = str(epoch)
        self.params = params


def _train(
    n_epochs,
    learning_rate,
    params,
    t_u,
    t_c,
    is_fine=torch.isfinite,
    *,
    last=None,
    count_from=1,
    stop_before=None,
):
    for epoch in range(n_epochs):
        if not is_fine(_loss_and_gradient(params, t_u, t_c)[0]):
            raise DivergenceError(epoch + count_from, last)
        if epoch + 1 == stop_before:
            return params
        last, params = params, _step(learning_rate, params, t_u, t_c)
    return params


def _step(learning_rate, params, t_u, t_c):
    return params - learning_rate * _loss_and_gradient(params, t_u, t_c)[1]


def _loss_and_gradient(params, t_u, t_c):
    w, b = params
    errors = w * t_u + b - t_c
    return (errors**2).mean(), 2 * torch.stack([(errors * t_u).mean(), errors.mean()])
