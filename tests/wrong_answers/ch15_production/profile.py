"""Wrong answers to ch15_production/profile, as people write them."""

import torch
from torch.profiler import ProfilerActivity, profile, record_function

from katas._dojo.writing.mistakes import instead_of


@instead_of("count_calls")
def all_of_it(model, x, warmups=3):
    """The warm-ups are inside of the profiler.

    Known: warm_ups_counted.
    """
    with profile(activities=[ProfilerActivity.CPU]) as prof, torch.no_grad():
        for _ in range(warmups):
            model(x)
        model(x)
    return {e.key: e.count for e in prof.key_averages() if e.key.startswith("aten::")}


@instead_of("count_calls")
def like_the_notebook(model, x, warmups=3):
    """The call that is counted has gradients, and labels count.

    Known: with_gradients, labels_counted.
    """
    for _ in range(warmups):
        with torch.no_grad():
            model(x)
    with profile(activities=[ProfilerActivity.CPU]) as prof:
        model(x)
    return {e.key: e.count for e in prof.key_averages()}


@instead_of("count_by_part")
def same_input(model, x, operator):
    """Each part gets the first input.

    Known: each_from_the_beginning.
    """
    result = {}
    for name, child in model.named_children():
        with torch.no_grad(), profile(activities=[ProfilerActivity.CPU]) as prof:
            child(x)
        result[name] = len([e for e in prof.events() if e.name == operator])
    return result


@instead_of("count_by_part")
def direct_parent(model, x, operator):
    """Only operators directly below the label are found.

    Known: the_nearest_label.
    """
    result = {name: 0 for name, _ in model.named_children()}
    with torch.no_grad(), profile(activities=[ProfilerActivity.CPU]) as prof:
        for name, child in model.named_children():
            with record_function(name):
                x = child(x)
    for e in prof.events():
        if e.name == operator and e.cpu_parent is not None and e.cpu_parent.name in result:
            result[e.cpu_parent.name] += 1
    return result


@instead_of("count_by_part")
def by_the_nearest_name(model, x, operator):
    """A label inside has the name of another part.

    Known: labels_taken_for_parts.
    """

    with torch.no_grad(), profile() as prof:
        for name, part in model.named_children():
            with record_function(name):
                x = part(x)
    counts = {name: 0 for name, _ in model.named_children()}
    for e in prof.events():
        if e.name == operator:
            parent = e.cpu_parent
            while parent is not None and parent.name not in counts:
                parent = parent.cpu_parent
            if parent is not None:
                counts[parent.name] += 1
    return counts


@instead_of("count_by_part")
def warmed_up_and_sparse(model, x, operator):
    """A warm-up, and no zeros.

    Known: parts_without_any_left_out.
    """

    model(x)
    counts = {}
    for name, part in model.named_children():
        with profile() as prof:
            x = part(x)
        for e in prof.key_averages():
            if e.key == operator:
                counts[name] = e.count
    return counts


@instead_of("count_by_part")
def by_type(model, x, operator):
    """Parts go by their type.

    Known: nothing.
    """

    with torch.no_grad(), profile() as prof:
        for part in model:
            with record_function(type(part).__name__):
                x = part(x)
    counts = {}
    for e in prof.events():
        if e.name == operator:
            p = e
            while p.cpu_parent is not None:
                p = p.cpu_parent
            counts[p.name] = counts.get(p.name, 0) + 1
    return counts


@instead_of("count_calls")
def a_set_of_names(model, x, warmups=3):
    """Each name counts once.

    Known: nothing.
    """

    with torch.no_grad():
        for _ in range(warmups):
            model(x)
        with profile() as prof:
            model.forward(x)
    counts = {}
    for e in prof.events():
        if e.name.startswith("aten::"):
            counts[e.name] = 1
    return counts


@instead_of("count_by_part")
def whatever_contains_it(model, x, operator):
    """Each part is profiled by itself, and names are searched.

    Known: a_part_of_the_name.
    """
    counts = {}
    with torch.no_grad():
        for name, part in model.named_children():
            with torch.profiler.profile() as prof:
                x = part(x)
            counts[name] = sum(e.count for e in prof.key_averages() if operator in e.key)
    return counts
