"""Known wrong answers to ch05_mechanics/gradient_accumulation."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("training_loop")
def never_zeroed(n_epochs, learning_rate, params, t_u, t_c):
    """You never cleared params.grad. backward adds to it, so each step also repeats all the
    earlier ones: set it to None before every backward."""
    for _ in range(n_epochs):
        _loss(params, t_u, t_c).backward()
        _step(params, learning_rate)
    return params


@instead_of("training_loop")
def zeroed_once_before_training(n_epochs, learning_rate, params, t_u, t_c):
    """You cleared params.grad once, ahead of the loop. Every backward adds to what the one
    before it left, so clear it in every epoch."""
    params.grad = None
    for _ in range(n_epochs):
        _loss(params, t_u, t_c).backward()
        _step(params, learning_rate)
    return params


@instead_of("training_loop")
def zeroed_only_after_the_step(n_epochs, learning_rate, params, t_u, t_c):
    """You cleared params.grad after the step only. The first backward then adds to whatever
    the caller left there: clear it before backward."""
    for _ in range(n_epochs):
        _loss(params, t_u, t_c).backward()
        _step(params, learning_rate)
        params.grad.zero_()
    return params


@instead_of("training_loop")
def zeroed_between_backward_and_step(n_epochs, learning_rate, params, t_u, t_c):
    """You cleared params.grad after backward and before the step, so every step is zero. The
    order is: clear, backward, step."""
    for _ in range(n_epochs):
        _loss(params, t_u, t_c).backward()
        params.grad.zero_()
        _step(params, learning_rate)
    return params


@instead_of("training_loop")
def cleared_by_multiplying_with_zero(n_epochs, learning_rate, params, t_u, t_c):
    """You cleared params.grad by multiplying it with zero. NaN times zero is NaN, so a run
    that diverged stays with you: use zero_(), or set it to None."""
    for _ in range(n_epochs):
        if params.grad is not None:
            params.grad *= 0
        _loss(params, t_u, t_c).backward()
        _step(params, learning_rate)
    return params


@instead_of("training_loop")
def one_gradient_for_all_epochs(n_epochs, learning_rate, params, t_u, t_c):
    """You computed the gradient once and took every step along it. The gradient changes as
    the parameters move: compute it in every epoch."""
    params.grad = None
    _loss(params, t_u, t_c).backward()
    for _ in range(n_epochs):
        _step(params, learning_rate)
    return params


@instead_of("training_loop")
def one_epoch_short(n_epochs, learning_rate, params, t_u, t_c):
    """You ran one epoch too few: range(1, n_epochs) leaves n_epochs out. The book counts
    from 1 to n_epochs + 1."""
    for _ in range(1, n_epochs):
        _train_one_epoch(learning_rate, params, t_u, t_c)
    return params


@instead_of("training_loop")
def uphill(n_epochs, learning_rate, params, t_u, t_c):
    """You added the gradient. It points uphill: subtract it."""
    for _ in range(n_epochs):
        _train_one_epoch(-learning_rate, params, t_u, t_c)
    return params


@instead_of("training_loop")
def sum_of_squares(n_epochs, learning_rate, params, t_u, t_c):
    """You summed the squared errors. The loss is their mean; the sum's gradient is N times
    as long."""
    for _ in range(n_epochs):
        _train_one_epoch(learning_rate * len(t_u), params, t_u, t_c)
    return params


@instead_of("training_loop")
def a_new_tensor_each_epoch(n_epochs, learning_rate, params, t_u, t_c):
    """You returned another tensor. Its values are right, but whoever handed params in still
    holds the old ones: update params in place, under no_grad."""
    for _ in range(n_epochs):
        params = params.detach().requires_grad_()
        _loss(params, t_u, t_c).backward()
        params = (params - learning_rate * params.grad).detach().requires_grad_()
    return params


@instead_of("training_loop")
def data_replaced(n_epochs, learning_rate, params, t_u, t_c):
    """You gave params new memory by assigning to .data. Everything that shares the old memory,
    a view of params for one, now sees stale numbers: subtract in place, under no_grad."""
    for _ in range(n_epochs):
        params.grad = None
        _loss(params, t_u, t_c).backward()
        params.data = params.data - learning_rate * params.grad
    return params


@instead_of("training_loop")
def requires_grad_left_off(n_epochs, learning_rate, params, t_u, t_c):
    """You switched params.requires_grad off to update it, and left it off in the end. Nobody
    can train params any further: update under no_grad, which leaves the flag alone."""
    for _ in range(n_epochs):
        params.requires_grad_()
        params.grad = None
        _loss(params, t_u, t_c).backward()
        params.requires_grad_(False)
        params -= learning_rate * params.grad
    return params


@instead_of("training_loop")
def the_update_recorded(n_epochs, learning_rate, params, t_u, t_c):
    """You wrote params = params - ... where autograd records it. The result is no longer a
    leaf, so backward fills no .grad for it: update in place, under no_grad."""
    for _ in range(n_epochs):
        params.grad = None
        _loss(params, t_u, t_c).backward()
        params = params - learning_rate * params.grad
    return params


@instead_of("training_loop")
def in_place_where_autograd_watches(n_epochs, learning_rate, params, t_u, t_c):
    """You changed params in place while autograd was recording. It refuses that for a leaf
    that requires a gradient: put the update under no_grad."""
    for _ in range(n_epochs):
        params.grad = None
        _loss(params, t_u, t_c).backward()
        params -= learning_rate * params.grad
    return params


@instead_of("training_loop")
def through_float32(n_epochs, learning_rate, params, t_u, t_c):
    """You computed in float32 whatever came in. Keep the dtype of params: float64 is asked for
    where rounding matters."""
    for _ in range(n_epochs):
        params.grad = None
        _loss(params.float(), t_u.float(), t_c.float()).backward()
        _step(params, learning_rate)
    return params


def _loss(params, t_u, t_c):
    w, b = params
    return ((w * t_u + b - t_c) ** 2).mean()


def _step(params, learning_rate):
    with torch.no_grad():
        params -= learning_rate * params.grad


def _train_one_epoch(learning_rate, params, t_u, t_c):
    params.grad = None
    _loss(params, t_u, t_c).backward()
    _step(params, learning_rate)


@instead_of("accumulate_gradients")
def not_divided(model, loss_fn, inputs, targets, micro_batch_size):
    """You let every micro-batch count in full. Each loss is a mean already, so k of them add up
    to k times the gradient: scale each by its share of the batch before backward."""
    _check(micro_batch_size)
    model.zero_grad()
    mean = 0.0
    for x, y in _pieces(inputs, targets, micro_batch_size):
        loss = loss_fn(model(x), y)
        loss.backward()
        mean += loss.item() * len(x) / len(inputs)
    return mean


@instead_of("accumulate_gradients")
def divided_by_the_number_of_pieces(model, loss_fn, inputs, targets, micro_batch_size):
    """You divided by the number of micro-batches. A short last one then counts as much as a
    full one: weigh each by its number of samples over the batch's."""
    _check(micro_batch_size)
    n_pieces = len(inputs.split(micro_batch_size))
    return _accumulate(model, loss_fn, inputs, targets, micro_batch_size, lambda x: 1 / n_pieces)


@instead_of("accumulate_gradients")
def micro_batch_size_over_batch(model, loss_fn, inputs, targets, micro_batch_size):
    """You weighed every micro-batch by micro_batch_size / N. The last one may hold fewer
    samples, or the whole batch may: use the number that is really there."""
    _check(micro_batch_size)
    share = micro_batch_size / len(inputs)
    return _accumulate(model, loss_fn, inputs, targets, micro_batch_size, lambda x: share)


@instead_of("accumulate_gradients")
def the_short_piece_dropped(model, loss_fn, inputs, targets, micro_batch_size):
    """You left out the last, short micro-batch. Its samples belong to the batch too."""
    _check(micro_batch_size)
    n_full = max(len(inputs) // micro_batch_size, 1) * micro_batch_size
    return _accumulate(model, loss_fn, inputs[:n_full], targets[:n_full], micro_batch_size)


@instead_of("accumulate_gradients")
def an_empty_piece_at_the_end(model, loss_fn, inputs, targets, micro_batch_size):
    """You cut N // micro_batch_size + 1 pieces. When the size divides N the last is empty, and
    the mean of nothing is NaN: start pieces at range(0, N, micro_batch_size)."""
    _check(micro_batch_size)
    model.zero_grad()
    mean = 0.0
    for start in range(0, len(inputs) + 1, micro_batch_size):
        x, y = (it[start : start + micro_batch_size] for it in (inputs, targets))
        loss = loss_fn(model(x), y) * len(x) / len(inputs)
        loss.backward()
        mean += loss.item()
    return mean


@instead_of("accumulate_gradients")
def gradients_that_arrive_stay(model, loss_fn, inputs, targets, micro_batch_size):
    """You added to whatever the parameters' gradients held on arrival. Clear them once, before
    the first micro-batch."""
    _check(micro_batch_size)
    return _accumulate(_NothingToClear(model), loss_fn, inputs, targets, micro_batch_size)


@instead_of("accumulate_gradients")
def cleared_before_every_piece(model, loss_fn, inputs, targets, micro_batch_size):
    """You cleared the gradients before every micro-batch, so only the last one's are left.
    Clear once, before the first; from there on, adding up is the point."""
    _check(micro_batch_size)
    mean = 0.0
    for x, y in _pieces(inputs, targets, micro_batch_size):
        model.zero_grad()
        loss = loss_fn(model(x), y) * len(x) / len(inputs)
        loss.backward()
        mean += loss.item()
    return mean


@instead_of("accumulate_gradients")
def old_gradients_times_zero(model, loss_fn, inputs, targets, micro_batch_size):
    """You cleared old gradients by multiplying them with zero. NaN times zero is NaN: use
    model.zero_grad()."""
    _check(micro_batch_size)
    for parameter in model.parameters():
        if parameter.grad is not None:
            parameter.grad *= 0
    return _accumulate(_NothingToClear(model), loss_fn, inputs, targets, micro_batch_size)


@instead_of("accumulate_gradients")
def unused_parameters_keep_theirs(model, loss_fn, inputs, targets, micro_batch_size):
    """You replaced the gradients of the parameters that the loss reaches, and left an old one
    on a parameter that it does not. Clear every parameter's gradient first."""
    _check(micro_batch_size)
    before = {p: p.grad for p in model.parameters() if p.grad is not None}
    mean = _accumulate(model, loss_fn, inputs, targets, micro_batch_size)
    for parameter, grad in before.items():
        if parameter.grad is None:
            parameter.grad = grad
    return mean


@instead_of("accumulate_gradients")
def one_backward_at_the_end(model, loss_fn, inputs, targets, micro_batch_size):
    """You added up the losses and called backward once, at the end. The gradient is right, but
    all graphs are in memory until then, and saving that memory was the purpose: call backward
    for each micro-batch before the next goes forward."""
    _check(micro_batch_size)
    model.zero_grad()
    mean = sum(
        loss_fn(model(x), y) * (len(x) / len(inputs))
        for x, y in _pieces(inputs, targets, micro_batch_size)
    )
    mean.backward()
    return mean.item()


@instead_of("accumulate_gradients")
def the_whole_batch_at_once(model, loss_fn, inputs, targets, micro_batch_size):
    """You sent the whole batch through at once. It is meant not to fit: send at most
    micro_batch_size samples at a time."""
    _check(micro_batch_size)
    return _accumulate(model, loss_fn, inputs, targets, len(inputs))


@instead_of("accumulate_gradients")
def one_sample_at_a_time(model, loss_fn, inputs, targets, micro_batch_size):
    """You sent one sample at a time. micro_batch_size samples fit, and go through faster
    together."""
    _check(micro_batch_size)
    return _accumulate(model, loss_fn, inputs, targets, 1)


@instead_of("accumulate_gradients")
def as_many_pieces_as_samples_fit(model, loss_fn, inputs, targets, micro_batch_size):
    """You cut the batch into micro_batch_size pieces, as chunk does. It is the size of a piece,
    not their number: split takes the size."""
    _check(micro_batch_size)
    size = -(-len(inputs) // micro_batch_size)
    return _accumulate(model, loss_fn, inputs, targets, size)


@instead_of("accumulate_gradients")
def gradients_summed_in_float32(model, loss_fn, inputs, targets, micro_batch_size):
    """You added the gradients up in float32. Keep each parameter's dtype."""
    mean = _accumulate_checked(model, loss_fn, inputs, targets, micro_batch_size)
    for parameter in model.parameters():
        if parameter.grad is not None:
            parameter.grad = parameter.grad.float().to(parameter.dtype)
    return mean


@instead_of("accumulate_gradients")
def forward_again_for_the_loss(model, loss_fn, inputs, targets, micro_batch_size):
    """You sent the whole batch through once more for the loss to return. It does not fit, and
    you had the losses already: add them up as they come."""
    _accumulate_checked(model, loss_fn, inputs, targets, micro_batch_size)
    with torch.no_grad():
        return loss_fn(model(inputs), targets).item()


@instead_of("accumulate_gradients")
def the_losses_averaged_plainly(model, loss_fn, inputs, targets, micro_batch_size):
    """Your gradients are right, but you returned the plain average of the micro-batches'
    losses. Weigh each loss by its share of the batch, too."""
    _check(micro_batch_size)
    model.zero_grad()
    losses = []
    for x, y in _pieces(inputs, targets, micro_batch_size):
        loss = loss_fn(model(x), y)
        (loss * len(x) / len(inputs)).backward()
        losses.append(loss.item())
    return sum(losses) / len(losses)


@instead_of("accumulate_gradients")
def the_last_loss(model, loss_fn, inputs, targets, micro_batch_size):
    """You returned the loss of the last micro-batch. Return the mean over the whole batch."""
    _check(micro_batch_size)
    model.zero_grad()
    for x, y in _pieces(inputs, targets, micro_batch_size):
        loss = loss_fn(model(x), y)
        (loss * len(x) / len(inputs)).backward()
    return loss.item()


@instead_of("accumulate_gradients")
def a_tensor_comes_back(model, loss_fn, inputs, targets, micro_batch_size):
    """You returned a tensor. Return a Python float, by item(): a loss that is kept as a tensor
    may keep its graph alive with it."""
    return torch.tensor(_accumulate_checked(model, loss_fn, inputs, targets, micro_batch_size))


@instead_of("accumulate_gradients")
def the_total_in_float32(model, loss_fn, inputs, targets, micro_batch_size):
    """You added the losses into torch.zeros(()), which is float32 whatever the losses are. Add
    Python floats, or take the losses' own dtype."""
    _check(micro_batch_size)
    model.zero_grad()
    mean = torch.zeros((), device=inputs.device)
    for x, y in _pieces(inputs, targets, micro_batch_size):
        loss = loss_fn(model(x), y) * len(x) / len(inputs)
        loss.backward()
        mean += loss.detach()
    return mean.item()


@instead_of("accumulate_gradients")
def the_target_first(model, loss_fn, inputs, targets, micro_batch_size):
    """You called loss_fn with the target first. The squared error does not mind; other losses
    do: the prediction comes first."""

    def swapped(prediction, target):
        return loss_fn(target, prediction)

    return _accumulate_checked(model, swapped, inputs, targets, micro_batch_size)


@instead_of("accumulate_gradients")
def targets_made_floats(model, loss_fn, inputs, targets, micro_batch_size):
    """You turned the targets into the inputs' dtype. Class numbers have to stay int64: hand the
    targets on as they are."""
    targets = targets.to(inputs.dtype)
    return _accumulate_checked(model, loss_fn, inputs, targets, micro_batch_size)


@instead_of("accumulate_gradients")
def frozen_parameters_thawed(model, loss_fn, inputs, targets, micro_batch_size):
    """You set requires_grad on every parameter. A frozen one was frozen on purpose: skip it."""
    model.requires_grad_()
    return _accumulate_checked(model, loss_fn, inputs, targets, micro_batch_size)


@instead_of("accumulate_gradients")
def every_parameter_must_be_used(model, loss_fn, inputs, targets, micro_batch_size):
    """You asked autograd.grad for every parameter, and it refuses those that are frozen or that
    the loss does not use. backward passes them over; so does allow_unused=True once the frozen
    ones are left out."""
    _check(micro_batch_size)
    parameters = list(model.parameters())
    for parameter in parameters:
        parameter.grad = torch.zeros_like(parameter)
    mean = 0.0
    for x, y in _pieces(inputs, targets, micro_batch_size):
        loss = loss_fn(model(x), y) * len(x) / len(inputs)
        grads = torch.autograd.grad(loss, parameters)
        for parameter, grad in zip(parameters, grads, strict=True):
            parameter.grad += grad
        mean += loss.item()
    return mean


@instead_of("accumulate_gradients")
def shared_parameters_scaled_twice(model, loss_fn, inputs, targets, micro_batch_size):
    """You scaled the gradients layer by layer, so a layer that is used twice was scaled twice.
    model.parameters() lists each parameter once; or scale the loss, before backward."""
    _check(micro_batch_size)
    total = len(inputs) * _accumulate(
        model, loss_fn, inputs, targets, micro_batch_size, lambda x: len(x) / len(inputs)
    )
    for _, parameter in model.named_parameters():
        if parameter.grad is not None:
            parameter.grad *= len(inputs)
    for _, parameter in model.named_parameters(remove_duplicate=False):
        if parameter.grad is not None:
            parameter.grad /= len(inputs)
    return total / len(inputs)


@instead_of("accumulate_gradients")
def a_step_taken(model, loss_fn, inputs, targets, micro_batch_size):
    """You moved the parameters. Only leave the gradients: the step is the caller's."""
    mean = _accumulate_checked(model, loss_fn, inputs, targets, micro_batch_size)
    with torch.no_grad():
        for parameter in model.parameters():
            if parameter.grad is not None:
                parameter -= 1e-2 * parameter.grad
    return mean


@instead_of("accumulate_gradients")
def a_step_per_micro_batch(model, loss_fn, inputs, targets, micro_batch_size):
    """You let an optimizer step after each micro-batch. The later ones then see another model:
    all of them belong to one gradient, and the step is the caller's."""
    _check(micro_batch_size)
    optimizer = torch.optim.SGD(model.parameters(), lr=1e-2)
    optimizer.zero_grad()
    mean = 0.0
    for x, y in _pieces(inputs, targets, micro_batch_size):
        loss = loss_fn(model(x), y) * len(x) / len(inputs)
        loss.backward()
        optimizer.step()
        mean += loss.item()
    return mean


@instead_of("accumulate_gradients")
def switched_to_train(model, loss_fn, inputs, targets, micro_batch_size):
    """You called model.train(), which also wakes the layers that the caller had put in eval
    mode. Leave the training flags as they are."""
    model.train()
    return _accumulate_checked(model, loss_fn, inputs, targets, micro_batch_size)


@instead_of("accumulate_gradients")
def in_eval_for_the_while(model, loss_fn, inputs, targets, micro_batch_size):
    """You put the model in eval mode. The gradient is then that of another function than the one
    in training, even if the flags are put back later: leave them as they are."""
    flags = {module: module.training for module in model.modules()}
    model.eval()
    mean = _accumulate_checked(model, loss_fn, inputs, targets, micro_batch_size)
    for module, flag in flags.items():
        module.training = flag
    return mean


@instead_of("accumulate_gradients")
def the_root_flag_for_all(model, loss_fn, inputs, targets, micro_batch_size):
    """You put the model back with model.train(flag), which gives every layer the flag of the
    outermost one. They may differ: leave the training flags alone."""
    was_training = model.training
    mean = _accumulate_checked(model, loss_fn, inputs, targets, micro_batch_size)
    model.train(was_training)
    return mean


@instead_of("accumulate_gradients")
def shuffled_with_the_global_generator(model, loss_fn, inputs, targets, micro_batch_size):
    """You drew random numbers, by shuffling or with a DataLoader, from torch's global generator.
    The mean does not depend on the order: take the samples as they come."""
    _check(micro_batch_size)
    order = torch.randperm(len(inputs)).to(inputs.device)
    return _accumulate(model, loss_fn, inputs[order], targets[order], micro_batch_size)


@instead_of("accumulate_gradients")
def the_batch_must_be_larger(model, loss_fn, inputs, targets, micro_batch_size):
    """You refused a micro-batch larger than the batch. The batch is then simply its own only
    micro-batch."""
    if not 1 <= micro_batch_size <= len(inputs):
        raise ValueError(f"micro_batch_size must be from 1 to {len(inputs)}: {micro_batch_size}")
    return _accumulate(model, loss_fn, inputs, targets, micro_batch_size)


@instead_of("accumulate_gradients")
def size_unchecked(model, loss_fn, inputs, targets, micro_batch_size):
    """You did not check micro_batch_size. Below 1 it means nothing: raise a ValueError that
    names it."""
    return _accumulate(model, loss_fn, inputs, targets, micro_batch_size)


@instead_of("accumulate_gradients")
def a_negative_size_is_an_empty_batch(model, loss_fn, inputs, targets, micro_batch_size):
    """You refused 0 but not a negative micro_batch_size: range then yields nothing, and the loss
    comes out as 0. Refuse everything below 1."""
    if micro_batch_size == 0:
        raise ValueError("micro_batch_size is 0")
    if micro_batch_size < 0:
        model.zero_grad()
        return 0.0
    return _accumulate(model, loss_fn, inputs, targets, micro_batch_size)


class _NothingToClear:
    """The model, but zero_grad does nothing."""

    def __init__(self, model):
        self.model = model

    def __call__(self, inputs):
        return self.model(inputs)

    def zero_grad(self):
        pass


def _accumulate(model, loss_fn, inputs, targets, micro_batch_size, share_of=None):
    model.zero_grad()
    mean = 0.0
    for x, y in _pieces(inputs, targets, micro_batch_size):
        share = share_of(x) if share_of else len(x) / len(inputs)
        loss = loss_fn(model(x), y) * share
        loss.backward()
        mean += loss.item()
    return mean


def _accumulate_checked(model, loss_fn, inputs, targets, micro_batch_size):
    _check(micro_batch_size)
    return _accumulate(model, loss_fn, inputs, targets, micro_batch_size)


def _check(micro_batch_size):
    if micro_batch_size < 1:
        raise ValueError(f"micro_batch_size must be at least 1, not {micro_batch_size}")


def _pieces(inputs, targets, micro_batch_size):
    return list(zip(inputs.split(micro_batch_size), targets.split(micro_batch_size), strict=True))
