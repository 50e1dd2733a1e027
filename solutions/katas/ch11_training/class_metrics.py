from torch import Tensor


def class_metrics(metrics: Tensor, threshold: float = 0.5) -> dict[str, float]:
    labels, probabilities, losses = metrics
    positive = labels == 1
    correct = (probabilities > threshold) == positive
    found = {}
    for name, chosen in {"all": positive | ~positive, "neg": ~positive, "pos": positive}.items():
        found[f"loss/{name}"] = losses[chosen].mean().item()
        found[f"correct/{name}"] = 100 * correct[chosen].double().mean().item()
    return found
