"""Wrong answers to ch06_networks/parameter_count, as people write them."""

from katas._dojo.writing.mistakes import instead_of


@instead_of("count_parameters")
def tensors_counted(model):
    """What is counted is the tensors.

    Known: tensors_counted.
    """
    params = list(model.parameters())
    return len(params), len([p for p in params if p.requires_grad])


@instead_of("count_parameters")
def all_that_is_saved(model):
    """Buffers count as well, and tied parameters twice.

    Known: buffers_counted.
    """
    total = sum(t.numel() for t in model.state_dict().values())
    trainable = sum(p.numel() for p in model.parameters() if p.requires_grad)
    return total, trainable


@instead_of("count_parameters")
def frozen_ones(model):
    """The second number is that of the frozen ones.

    Known: the_frozen_counted.
    """
    n_all = n_frozen = 0
    for p in model.parameters():
        n_all += p.numel()
        if not p.requires_grad:
            n_frozen += p.numel()
    return n_all, n_frozen


@instead_of("count_parameters")
def tied_ones_twice(model):
    """A tied parameter counts in each of its places.

    Known: tied_counted_twice.
    """
    pairs = list(model.named_parameters(remove_duplicate=False))
    total = sum(p.numel() for _, p in pairs)
    return total, sum(p.numel() for _, p in pairs if p.requires_grad)


@instead_of("count_parameters")
def layer_by_layer(model):
    """Each layer is asked for its weight and its bias, where it has such names.

    Known: weights_and_biases_only, tied_counted_twice.
    """
    total = trainable = 0
    for module in model.modules():
        for name in ("weight", "bias"):
            p = getattr(module, name, None)
            if p is not None:
                total += p.numel()
                trainable += p.numel() if p.requires_grad else 0
    return total, trainable


@instead_of("count_parameters")
def numbers_looked_at(model):
    """The numbers are looked at, which a meta tensor has not.

    Known: nothing.
    """
    total = sum(int((p == p).sum()) for p in model.parameters())
    return total, sum(int((p == p).sum()) for p in model.parameters() if p.requires_grad)
