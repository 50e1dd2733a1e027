"""Known wrong answers to ch15_production/profile."""

from collections import Counter

import torch
from torch.utils._python_dispatch import TorchDispatchMode

from katas._dojo.writing.mistakes import Edit, instead_of

PASSES = """
for _ in range(warmups):
    model(x)
with profile(activities=[ProfilerActivity.CPU]) as profiler:
    model(x)
"""

warm_ups_counted = Edit(
    """You counted the warm-ups, too. They are to come before the profiler begins.""",
    {
        PASSES: """
            with profile(activities=[ProfilerActivity.CPU]) as profiler:
                for _ in range(warmups + 1):
                    model(x)
        """,
    },
)

never_warmed_up = Edit(
    """You did not call the model before. What happens in its first call alone is counted then, as
    if it happened each time.""",
    {"for _ in range(warmups):\n    model(x)\n": ""},
)

one_warm_up_less = Edit(
    """You called the model once too few before you counted. The call that is counted is no warm-
    up.""",
    {"range(warmups)": "range(warmups - 1)"},
)

once_more_at_the_end = Edit(
    """You counted two calls. One is enough: operators are the same in each.""",
    {"as profiler:\n    model(x)": "as profiler:\n    model(x)\n    model(x)"},
)

labels_counted = Edit(
    """You counted labels as well. Operators have names that begin with "aten::".""",
    {' if it.key.startswith("aten::")': ""},
)

the_outermost_alone = Edit(
    """You counted the outermost operators alone. linear calls others, such as addmm, and these are
    called as well.""",
    {
        'it.key.startswith("aten::")': (
            'it.key.startswith("aten::") and any('
            "e.name == it.key and not str(getattr(e.cpu_parent, 'name', '')).startswith('aten::') "
            "for e in profiler.events())"
        ),
    },
)

with_gradients = Edit(
    """You called the model with gradients. What is noted for them comes on top: no_grad, for all
    calls.""",
    {
        "with torch.no_grad():": "with torch.enable_grad():",
        "with torch.no_grad(), profile": "with torch.enable_grad(), profile",
    },
)

always_in_eval_mode = Edit(
    """You put the model into eval mode. The caller chooses what is counted, and goes on in that
    mode.""",
    {"with torch.no_grad():": "model.eval()\nwith torch.no_grad():"},
)

each_from_the_beginning = Edit(
    """You gave each part the input of the whole model. It gets what the one before gives.""",
    {"x = part(x)": "part(x)"},
)

the_nearest_label = Edit(
    """You looked at what calls the operator, and not further up. Inside of a part there may be
    other labels and operators: go up as far as there is a parent.""",
    {
        """
        while event.cpu_parent:
            event = event.cpu_parent
        counts[event.name.removeprefix("part ")] += 1
        """: """
        event = event.cpu_parent
        name = event.name.removeprefix("part ")
        if name in counts:
            counts[name] += 1
        """,
    },
)

a_part_of_the_name = Edit(
    """You counted operators whose names only contain the one that is asked for. "aten::add" is in
    "aten::addmm", as `in` means a substring: compare with ==.""",
    {"event.name == operator": "operator in event.name"},
)

labels_taken_for_parts = Edit(
    """You take a label inside of a part for a part, if its name is that of one. What is inside may
    be called anything: go up as far as there is a parent.""",
    {
        "while event.cpu_parent:": (
            'while event.cpu_parent and event.name.removeprefix("part ") not in counts:'
        ),
    },
)

parts_without_any_left_out = Edit(
    """You left out the parts that do not call the operator. They have a count as well, 0.""",
    {"return counts\n": "return {name: count for name, count in counts.items() if count}\n"},
)

the_whole_for_each_part = Edit(
    """You gave every part the count of the whole model. A part has the calls inside of it.""",
    {
        'counts[event.name.removeprefix("part ")] += 1': """
            for name in counts:
                counts[name] += 1
        """,
    },
)


class _Calls(TorchDispatchMode):
    def __init__(self):
        super().__init__()
        self.counts = Counter()

    def __torch_dispatch__(self, operator, types, args=(), kwargs=None):
        self.counts[operator.name().partition(".")[0]] += 1
        return operator(*args, **(kwargs or {}))


@instead_of("count_calls")
def those_that_call_no_other(model, x, warmups=3):
    """You do not see the operators that are made of others. linear is one: a TorchDispatchMode sees
    what it calls, and a profiler both.
    """
    with torch.no_grad():
        for _ in range(warmups):
            model(x)
        with _Calls() as calls:
            model(x)
    return {name: n for name, n in calls.counts.items() if name.startswith("aten::")}
