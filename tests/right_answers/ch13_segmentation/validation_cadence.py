"""Right answers to ch13_segmentation/validation_cadence, written differently."""

import math

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "Saving does not change what is the best.": [
        (
            """
            if is_best:
                best = score
            save(epoch, is_best)
            """,
            """
            save(epoch, is_best)
            if is_best:
                best = score
            """,
        ),
    ],
    "No epoch comes before 1.": [("epoch == 1", "epoch <= 1")],
    "No remainder is below 0.": [("cadence == 0", "cadence <= 0")],
    "Any comparison with nan is False.": [
        ("score == score", "score <= score"),
        ("score == score", "score >= score"),
    ],
}


@instead_of("fit")
def all_scores_remembered(n_epochs, cadence, train, validate, save):
    scores = []
    for epoch in range(1, n_epochs + 1):
        train(epoch)
        if epoch != 1 and epoch % cadence:
            continue
        score = validate(epoch)
        is_best = not math.isnan(score) and all(score > other for other in scores)
        if not math.isnan(score):
            scores.append(score)
        save(epoch, is_best)


@instead_of("fit")
def by_a_set(n_epochs, cadence, train, validate, save):
    validated = {1, *range(cadence, n_epochs + 1, cadence)}
    best, epoch = None, 0
    while epoch < n_epochs:
        epoch += 1
        train(epoch)
        if epoch in validated:
            score = validate(epoch)
            better = not math.isnan(score) and (best is None or best < score)
            best = score if better else best
            save(epoch, better)
