"""Wrong answers to ch15_production/graph_breaks, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("count_graphs")
def remembered(function, batches, dynamic=None):
    """The compiler remembers.

    Known: what_was_compiled_before.
    """
    n = 0

    def count(gm, example_inputs):
        nonlocal n
        n += 1
        return gm

    f = torch.compile(function, backend=count, dynamic=dynamic)
    for b in batches:
        f(b)
    return n


@instead_of("count_graphs")
def by_default_and_run_by_run(function, batches, dynamic=None):
    """Runs are counted, and dynamic is forgotten.

    Known: calls_counted, dynamic_left_out.
    """
    runs = []

    def count(gm, example_inputs):
        def call(*args):
            runs.append(1)
            return gm(*args)

        return call

    torch._dynamo.reset()
    f = torch.compile(function, backend=count)
    for b in batches:
        f(b)
    return sum(runs)


@instead_of("clip_norm")
def if_else(x, longest):
    """Python takes the branch.

    Known: a_branch_on_data.
    """
    norm = x.norm()
    if norm > longest:
        return x / norm * longest
    return x.clone()


@instead_of("clip_norm")
def chosen(x, longest):
    """0 / 0 in what is not chosen.

    Known: nan_where_it_is_not_chosen.
    """
    norm = x.norm()
    return torch.where(norm <= longest, x, x / norm * longest)


@instead_of("count_graphs")
def of_all_that_was(function, batches, dynamic=None):
    """It never begins anew.

    Known: what_was_compiled_before.
    """
    n = 0

    def backend(gm, inputs):
        nonlocal n
        n += 1
        return gm.forward

    compiled = torch.compile(function, backend=backend, dynamic=dynamic)
    for batch in batches:
        compiled(batch)
    return n
