import torch
from torch import Tensor, nn
from torch.profiler import ProfilerActivity, profile, record_function


def count_calls(model: nn.Module, x: Tensor, warmups: int = 3) -> dict[str, int]:
    with torch.no_grad():
        for _ in range(warmups):
            model(x)
        with profile(activities=[ProfilerActivity.CPU]) as profiler:
            model(x)
    return {it.key: it.count for it in profiler.key_averages() if it.key.startswith("aten::")}


def count_by_part(model: nn.Sequential, x: Tensor, operator: str) -> dict[str, int]:
    counts = {name: 0 for name, _ in model.named_children()}
    with torch.no_grad(), profile(activities=[ProfilerActivity.CPU]) as profiler:
        for name, part in model.named_children():
            with record_function(f"part {name}"):
                x = part(x)
    for event in profiler.events():
        if event.name == operator:
            while event.cpu_parent:
                event = event.cpu_parent
            counts[event.name.removeprefix("part ")] += 1
    return counts
