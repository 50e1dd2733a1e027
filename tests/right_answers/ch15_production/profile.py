"""Right answers to ch15_production/profile, written differently."""

import collections

import torch
from torch.profiler import ProfilerActivity, profile, record_function

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "Counts alone leave the function.": [
        ("with torch.no_grad():", "with torch.inference_mode():"),
        ("with torch.no_grad(), profile", "with torch.inference_mode(), profile"),
    ],
    "Operators are called by the CPU, whatever else is looked at.": [
        ("with profile(activities=[ProfilerActivity.CPU])", "with profile()"),
        ("no_grad(), profile(activities=[ProfilerActivity.CPU])", "no_grad(), profile()"),
    ],
    "Counts are needed only after the profiler.": [
        (
            """
            counts = {name: 0 for name, _ in model.named_children()}
            with torch.no_grad(), profile(activities=[ProfilerActivity.CPU]) as profiler:
                for name, part in model.named_children():
                    with record_function(f"part {name}"):
                        x = part(x)
            """,
            """
            with torch.no_grad(), profile(activities=[ProfilerActivity.CPU]) as profiler:
                for name, part in model.named_children():
                    with record_function(f"part {name}"):
                        x = part(x)
            counts = {name: 0 for name, _ in model.named_children()}
            """,
        ),
    ],
    "A number has no other way to change.": [
        (
            'counts[event.name.removeprefix("part ")] += 1',
            'counts[event.name.removeprefix("part ")] = '
            'counts[event.name.removeprefix("part ")] + 1',
        ),
    ],
}


@instead_of("count_calls")
def event_by_event(model, x, warmups=3):
    with torch.no_grad():
        for _ in range(warmups):
            model(x)
        with profile(activities=[ProfilerActivity.CPU]) as profiler:
            model(x)
    names = [event.name for event in profiler.events()]
    return dict(collections.Counter(name for name in names if name[:6] == "aten::"))


@instead_of("count_calls")
@torch.inference_mode()
def after_a_generator(model, x, warmups=3):
    collections.deque((model(x) for _ in range(warmups)), maxlen=0)
    with profile(activities=[ProfilerActivity.CPU]) as profiler:
        model(x)
    table = profiler.key_averages()
    return {row.key: row.count for row in table if row.key.partition("::")[0] == "aten"}


@instead_of("count_by_part")
@torch.no_grad()
def a_profiler_for_each(model, x, operator):
    counts = {}
    for name, part in model.named_children():
        with profile(activities=[ProfilerActivity.CPU]) as profiler:
            x = part(x)
        counts[name] = sum(event.name == operator for event in profiler.events())
    return counts


@instead_of("count_by_part")
def down_from_the_labels(model, x, operator):
    names = dict(model.named_children())
    with torch.no_grad(), profile(activities=[ProfilerActivity.CPU]) as profiler:
        for name in names:
            with record_function(f"<{name}>"):
                x = names[name](x)

    def count(event):
        return (event.name == operator) + sum(map(count, event.cpu_children))

    labels = {event.name: event for event in profiler.events() if event.cpu_parent is None}
    return {name: count(labels[f"<{name}>"]) for name in names}
