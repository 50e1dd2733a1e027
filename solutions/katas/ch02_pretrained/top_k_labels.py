from torch import Tensor


def top_k_labels(out: Tensor, labels: list[str], k: int = 5) -> list[tuple[str, float]]:
    percentages = out.softmax(dim=1)[0] * 100
    # By score: percentages far down all round to 0.
    best = out[0].topk(k).indices
    return [(labels[index], percentages[index].item()) for index in best]
