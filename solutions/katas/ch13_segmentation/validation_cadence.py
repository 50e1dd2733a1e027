from collections.abc import Callable


def fit(
    n_epochs: int,
    cadence: int,
    train: Callable[[int], None],
    validate: Callable[[int], float],
    save: Callable[[int, bool], None],
) -> None:
    best = None
    for epoch in range(1, n_epochs + 1):
        train(epoch)
        if epoch == 1 or epoch % cadence == 0:
            score = validate(epoch)
            is_best = score == score if best is None else score > best  # nan is not equal to itself
            if is_best:
                best = score
            save(epoch, is_best)
