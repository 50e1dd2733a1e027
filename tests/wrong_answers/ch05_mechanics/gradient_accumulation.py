"""Wrong answers to ch05_mechanics/gradient_accumulation, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("training_loop")
def updates_without_clearing(n_epochs, learning_rate, params, t_u, t_c):
    """The gradient is never cleared, so that the steps pile up.

    Known: never_zeroed.
    """
    for _ in range(n_epochs):
        w, b = params
        error = w * t_u + b - t_c
        (error * error).mean().backward()
        with torch.no_grad():
            params -= learning_rate * params.grad
    return params


@instead_of("training_loop")
def steps_on_a_recorded_leaf(n_epochs, learning_rate, params, t_u, t_c):
    """A leaf is changed in place while autograd records, which is an error.

    Known: in_place_where_autograd_watches.
    """
    for _ in range(n_epochs):
        params.grad = None
        w, b = params
        ((w * t_u + b - t_c) ** 2).mean().backward()
        params -= learning_rate * params.grad
    return params


@instead_of("training_loop")
def backward_through_one_graph(n_epochs, learning_rate, params, t_u, t_c):
    """The loss is built once, and its graph is gone when the second epoch wants it.

    Known: backward_through_one_graph.
    """
    loss = ((params[0] * t_u + params[1] - t_c) ** 2).mean()
    for _ in range(n_epochs):
        params.grad = None
        loss.backward()
        with torch.no_grad():
            params -= learning_rate * params.grad
    return params


@instead_of("accumulate_gradients")
def divided_by_the_planned_number_of_pieces(model, loss_fn, inputs, targets, micro_batch_size):
    """A short last piece counts as much as a full one.

    Known: micro_batch_size_over_batch.
    """
    if micro_batch_size < 1:
        raise ValueError(f"micro_batch_size {micro_batch_size}")
    for p in model.parameters():
        p.grad = None
    total = 0.0
    for start in range(0, len(inputs), micro_batch_size):
        piece = slice(start, start + micro_batch_size)
        loss = loss_fn(model(inputs[piece]), targets[piece]) * min(
            1.0, micro_batch_size / len(inputs)
        )
        loss.backward()
        total += loss.item()
    return total


@instead_of("accumulate_gradients")
def reports_the_last_piece(model, loss_fn, inputs, targets, micro_batch_size):
    """The gradient is right, and the loss that of the last piece.

    Known: the_last_loss.
    """
    if micro_batch_size < 1:
        raise ValueError(f"micro_batch_size {micro_batch_size}")
    for p in model.parameters():
        p.grad = None
    loss = None
    for x, y in zip(inputs.split(micro_batch_size), targets.split(micro_batch_size), strict=True):
        loss = loss_fn(model(x), y)
        (loss * (len(x) / len(inputs))).backward()
    return loss.item()


def line(t_u, w, b):
    return w * t_u + b


def squared_error(t_p, t_c):
    return ((t_p - t_c) ** 2).mean()


@instead_of("training_loop")
def helpers_with_public_names(n_epochs, learning_rate, params, t_u, t_c):
    """The gradient is never cleared; the model and the loss are functions beside the loop.

    Known: never_zeroed.
    """
    for _ in range(n_epochs):
        squared_error(line(t_u, *params), t_c).backward()
        with torch.no_grad():
            params -= learning_rate * params.grad
    return params


@instead_of("training_loop")
def cleared_too_late(n_epochs, learning_rate, params, t_u, t_c):
    """The gradient is cleared after each step, and the old one that arrives is not.

    Known: zeroed_only_after_the_step.
    """
    for epoch in range(1, n_epochs + 1):
        t_p = line(t_u, *params)
        loss = squared_error(t_p, t_c)
        loss.backward()
        with torch.no_grad():
            params -= learning_rate * params.grad
        params.grad.zero_()
        if epoch % 500 == 0:
            print(f"Epoch {epoch}, Loss {float(loss)}")
    return params


@instead_of("training_loop")
def cleared_between_backward_and_step(n_epochs, learning_rate, params, t_u, t_c):
    """The gradient is cleared before it is used.

    Known: zeroed_between_backward_and_step.
    """
    for _ in range(n_epochs):
        loss = squared_error(line(t_u, *params), t_c)
        loss.backward()
        if params.grad is not None:
            params.grad.zero_()
        with torch.no_grad():
            params -= learning_rate * params.grad
    return params


@instead_of("training_loop")
def a_new_tensor_each_epoch(n_epochs, learning_rate, params, t_u, t_c):
    """What comes back is another tensor, and the caller's has not moved.

    Known: nothing.
    """
    for _ in range(n_epochs):
        if params.grad is not None:
            params.grad.zero_()
        loss = squared_error(line(t_u, *params), t_c)
        loss.backward()
        params = (params - learning_rate * params.grad).detach().requires_grad_()
    return params


@instead_of("accumulate_gradients")
def mean_of_the_means(model, loss_fn, inputs, targets, micro_batch_size):
    """Each piece counts alike, however short.

    Known: divided_by_the_number_of_pieces.
    """
    if micro_batch_size <= 0:
        raise ValueError(f"micro_batch_size must be positive, not {micro_batch_size}")
    model.zero_grad()
    xs, ys = inputs.split(micro_batch_size), targets.split(micro_batch_size)
    running = 0.0
    for x, y in zip(xs, ys, strict=True):
        loss = loss_fn(model(x), y) / len(xs)
        loss.backward()
        running += loss.item()
    return running


@instead_of("accumulate_gradients")
def last_piece_dropped(model, loss_fn, inputs, targets, micro_batch_size):
    """What does not fill a piece is left out.

    Known: last_piece_dropped.
    """
    if micro_batch_size < 1:
        raise ValueError(f"micro_batch_size is {micro_batch_size}")
    model.zero_grad()
    size = min(micro_batch_size, len(inputs))
    n = len(inputs) // size
    mean = 0.0
    for i in range(n):
        x = inputs[i * size : (i + 1) * size]
        y = targets[i * size : (i + 1) * size]
        loss = loss_fn(model(x), y)
        (loss / n).backward()
        mean += loss.item() / n
    return mean


@instead_of("accumulate_gradients")
def one_backward_for_all(model, loss_fn, inputs, targets, micro_batch_size):
    """The pieces' graphs are all kept until the end, and what was in .grad stays.

    Known: one_backward_at_the_end, gradients_that_arrive_stay.
    """
    if micro_batch_size < 1:
        raise ValueError(f"micro_batch_size = {micro_batch_size}")
    total = 0
    for i in range(0, len(inputs), micro_batch_size):
        x, y = inputs[i : i + micro_batch_size], targets[i : i + micro_batch_size]
        total = total + loss_fn(model(x), y) * len(x)
    total = total / len(inputs)
    total.backward()
    return total.item()
