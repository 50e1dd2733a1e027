from torch import Tensor


def majority_baseline(labels: Tensor) -> dict[str, float]:
    share = labels.double().mean().item()
    if share > 0.5:
        return {"all": 100 * share, "neg": 0.0, "pos": 100.0}
    return {"all": 100 * (1 - share), "neg": 100.0, "pos": 0.0}


def skill(percentage: float, labels: Tensor) -> float:
    baseline = majority_baseline(labels)["all"]
    return (percentage - baseline) / (100 - baseline)
