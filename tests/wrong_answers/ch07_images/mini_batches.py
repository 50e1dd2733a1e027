"""Wrong answers to ch07_images/mini_batches, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("batch_gradients")
def never_cleared(loss_fn, params, inputs, targets, batch_size):
    """Gradients add up.

    Known: gradients_add_up.
    """
    gradients = []
    for x, y in zip(inputs.split(batch_size), targets.split(batch_size), strict=True):
        loss_fn(params, x, y).backward()
        gradients.append(params.grad.detach().clone())
    return gradients


@instead_of("batch_gradients")
def the_attribute_itself(loss_fn, params, inputs, targets, batch_size):
    """One tensor, and gradients add up in it.

    Known: params_grad_itself.
    """
    grads = []
    for i in range(0, len(inputs), batch_size):
        loss = loss_fn(params, inputs[i : i + batch_size], targets[i : i + batch_size])
        loss.backward()
        grads.append(params.grad)
    return grads


@instead_of("batch_gradients")
def whole_batches_only(loss_fn, params, inputs, targets, batch_size):
    """What is left makes no batch.

    Known: the_short_batch_dropped.
    """
    n_batches = len(inputs) // batch_size
    gradients = []
    for i in range(n_batches):
        rows = slice(i * batch_size, (i + 1) * batch_size)
        loss = loss_fn(params, inputs[rows], targets[rows])
        gradients.append(torch.autograd.grad(loss, params)[0])
    return gradients


@instead_of("batch_gradients")
def a_step_too_many(loss_fn, params, inputs, targets, batch_size):
    """Parameters move after each batch.

    Known: nothing.
    """
    gradients = []
    optimizer = torch.optim.SGD([params], lr=1e-2)
    for x, y in zip(inputs.split(batch_size), targets.split(batch_size), strict=True):
        optimizer.zero_grad()
        loss_fn(params, x, y).backward()
        gradients.append(params.grad.clone())
        optimizer.step()
    return gradients


@instead_of("full_gradient")
def a_plain_mean(gradients, sizes):
    """Each batch counts the same.

    Known: a_mean_of_means.
    """
    return torch.stack(gradients).mean(dim=0)


@instead_of("full_gradient")
def weights_that_promote(gradients, sizes):
    """The weights are float32, so a bfloat16 gradient does not come back as such.

    Known: nothing.
    """
    weights = torch.tensor(sizes, dtype=torch.float32) / sum(sizes)
    stacked = torch.stack(gradients)
    return (weights.view(-1, *[1] * gradients[0].dim()) * stacked).sum(dim=0)
