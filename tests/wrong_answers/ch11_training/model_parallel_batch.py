"""Wrong answers to ch11_training/model_parallel_batch, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


def _where(replica):
    return next(replica.parameters()).device


@instead_of("data_parallel")
def rounded_down(replicas, batch):
    """The size is rounded down, and zip drops what is left over.

    Known: the_rest_lost.
    """
    size = max(1, batch.size(0) // len(replicas))
    results = []
    for model, part in zip(replicas, torch.split(batch, size), strict=False):
        results.append(model(part.to(_where(model))).to(batch.device))
    return torch.cat(results, dim=0)


@instead_of("data_parallel")
def evenly(replicas, batch):
    """Sizes differ by one at most, and a replica without samples runs as well.

    Known: sizes_as_equal_as_can_be, idle_replicas_run.
    """
    parts = torch.tensor_split(batch, len(replicas))
    results = [model(part.to(_where(model))) for model, part in zip(replicas, parts, strict=True)]
    return torch.cat([it.to(batch.device) for it in results])


@instead_of("data_parallel")
def interleaved(replicas, batch):
    """Each replica has every k-th sample.

    Known: dealt_like_cards.
    """
    k = len(replicas)
    results = []
    for i in range(min(k, len(batch))):
        results.append(replicas[i](batch[i::k].to(_where(replicas[i]))).to(batch.device))
    return torch.cat(results)


@instead_of("parallel_loss")
def gathered_means(replicas, loss_fn, batch, labels):
    """The mean of the devices' means.

    Known: a_mean_of_means.
    """
    losses = []
    xs, ys = batch.chunk(len(replicas)), labels.chunk(len(replicas))
    for model, x, y in zip(replicas, xs, ys, strict=False):
        loss = loss_fn(model(x.to(_where(model))), y.to(_where(model)))
        losses.append(loss.to(batch.device))
    return torch.stack(losses).mean()


@instead_of("parallel_loss")
def added(replicas, loss_fn, batch, labels):
    """The devices' means are added.

    Known: a_sum_of_means.
    """
    k = len(replicas)
    total = torch.zeros((), dtype=batch.dtype, device=batch.device)
    for i, (x, y) in enumerate(zip(batch.chunk(k), labels.chunk(k), strict=True)):
        where = _where(replicas[i])
        total = total + loss_fn(replicas[i](x.to(where)), y.to(where)).to(batch.device)
    return total


@instead_of("data_parallel")
def the_last_takes_the_rest(replicas, batch):
    """Sizes are rounded down, but nothing is lost.

    Known: the_rest_in_the_last.
    """

    size = len(batch) // len(replicas)
    result = []
    for i, replica in enumerate(replicas):
        part = batch[i * size : (i + 1) * size] if i < len(replicas) - 1 else batch[i * size :]
        result.append(replica(part).to(batch.device))
    return torch.cat(result, dim=0)


@instead_of("parallel_loss")
def by_item(replicas, loss_fn, batch, labels):
    """The loss is made of floats.

    Known: nothing.
    """

    total = 0
    for replica, x, y in zip(
        replicas, batch.chunk(len(replicas)), labels.chunk(len(replicas)), strict=False
    ):
        total += loss_fn(replica(x), y).item() * len(x)
    return torch.tensor(total / len(batch), requires_grad=True)


@instead_of("data_parallel")
def the_first_one_works(replicas, batch):
    """One replica runs, and its outputs are detached.

    Known: one_replica_for_all, outputs_detached.
    """

    chunks = torch.chunk(batch, len(replicas))
    outs = []
    for chunk in chunks:
        outs.append(replicas[0](chunk))
    return torch.cat(outs).detach()


@instead_of("data_parallel")
def whole_parts(replicas, batch):
    """As many for each as fit, and no more.

    Known: the_rest_lost.
    """
    n = len(batch) // len(replicas)
    outs = []
    for i, r in enumerate(replicas):
        part = batch[i * n : (i + 1) * n].to(next(r.parameters()).device)
        outs.append(r(part).to(batch.device))
    return torch.cat(outs)
