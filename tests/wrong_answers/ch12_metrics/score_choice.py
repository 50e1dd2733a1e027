"""Wrong answers to ch12_metrics/score_choice, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("choices")
def nan_is_the_largest(precision, recall):
    """F1 of 0 and 0 is nan, which argmax takes.

    Known: f1_of_nothing_is_nan.
    """
    result = {}
    result["mean"] = torch.argmax((precision + recall) / 2).item()
    result["minimum"] = torch.argmax(torch.minimum(precision, recall)).item()
    result["product"] = torch.argmax(precision * recall).item()
    result["f1"] = torch.argmax(2 * precision * recall / (precision + recall)).item()
    return result


@instead_of("choices")
def the_scores_themselves(precision, recall):
    """The best scores, not where they stand.

    Known: scores_for_indices.
    """
    f1 = 2 * precision * recall / (precision + recall).clamp(min=1e-12)
    return {
        "mean": ((precision + recall) / 2).max().item(),
        "minimum": torch.min(precision, recall).max().item(),
        "product": (precision * recall).max().item(),
        "f1": f1.max().item(),
    }


@instead_of("choices")
def without_brackets(precision, recall):
    """F1 divides by precision alone, and the last of equal scores is taken.

    Known: f1_without_parentheses, the_last_of_equal_scores.
    """
    scores = {"mean": [], "minimum": [], "product": [], "f1": []}
    for p, r in zip(precision.tolist(), recall.tolist(), strict=True):
        scores["mean"].append((p + r) / 2)
        scores["minimum"].append(min(p, r))
        scores["product"].append(p * r)
        scores["f1"].append(2 * p * r / p + r if p + r else 0)
    return {
        name: max(range(len(values)), key=lambda n, values=values: (values[n], n))
        for name, values in scores.items()
    }


@instead_of("choices")
def the_worst(precision, recall):
    """The lowest scores are chosen.

    Known: the_lowest_score.
    """
    total = precision + recall
    f1 = torch.where(total == 0, 0.0, 2 * precision * recall / total)
    table = torch.stack([total / 2, torch.minimum(precision, recall), precision * recall, f1])
    return dict(zip(["mean", "minimum", "product", "f1"], table.argmin(1).tolist(), strict=True))


@instead_of("choices")
def a_root_for_f1(precision, recall):
    """What is called F1 is the geometric mean, which chooses as the product does.

    Known: the_geometric_mean_for_f1.
    """
    pairs = list(zip(precision.tolist(), recall.tolist(), strict=True))

    def best(score):
        values = [score(*pair) for pair in pairs]
        return values.index(max(values))

    return {
        "mean": best(lambda p, r: (p + r) / 2),
        "minimum": best(min),
        "product": best(lambda p, r: p * r),
        "f1": best(lambda p, r: (p * r) ** 0.5),
    }


@instead_of("choices")
def to_two_places(precision, recall):
    """Scores are rounded before they are compared.

    Known: rounded.
    """
    best = {}
    for place, (p, r) in enumerate(zip(precision.tolist(), recall.tolist(), strict=True)):
        f1 = 2 * p * r / (p + r) if p + r else 0.0
        scores = {"mean": (p + r) / 2, "minimum": min(p, r), "product": p * r, "f1": f1}
        for name, score in scores.items():
            score = round(score, 2)
            if name not in best or score > best[name][0]:
                best[name] = score, place
    return {name: place for name, (_, place) in best.items()}


@instead_of("choices")
def the_last_in_order(precision, recall):
    """The last one, sorted upwards, is the last of equal ones.

    Known: the_last_of_equal_scores.
    """
    total = (precision + recall).clamp(min=1e-12)
    product = precision * recall
    table = torch.stack([total, torch.minimum(precision, recall), product, product / total])
    order = table.argsort(dim=1, stable=True)
    return dict(zip(["mean", "minimum", "product", "f1"], order[:, -1].tolist(), strict=True))


@instead_of("choices")
def without_hopeless_ones(precision, recall):
    """A model with a 0 is passed over, though its mean may be the highest.

    Known: nothing.
    """
    names = ("mean", "minimum", "product", "f1")
    best, top = dict.fromkeys(names, 0), dict.fromkeys(names, 0.0)
    for place in range(len(precision)):
        p, r = float(precision[place]), float(recall[place])
        if p == 0 or r == 0:
            continue
        scores = (p + r) / 2, min(p, r), p * r, 2 * p * r / (p + r)
        for name, score in zip(names, scores, strict=True):
            if score > top[name]:
                best[name], top[name] = place, score
    return best


@instead_of("choices")
def one_best_for_all(precision, recall):
    """Scores are compared with the highest of any kind.

    Known: nothing.
    """
    best = {"mean": 0, "minimum": 0, "product": 0, "f1": 0}
    top = 0.0
    for place, (p, r) in enumerate(zip(precision.tolist(), recall.tolist(), strict=True)):
        f1 = 2 * p * r / (p + r) if p + r else 0.0
        scores = {"mean": (p + r) / 2, "minimum": min(p, r), "product": p * r, "f1": f1}
        for name, score in scores.items():
            if score > top:
                top, best[name] = score, place
    return best
