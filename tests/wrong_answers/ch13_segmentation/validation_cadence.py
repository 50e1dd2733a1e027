"""Wrong answers to ch13_segmentation/validation_cadence, as people write them."""

from katas._dojo.writing.mistakes import instead_of


@instead_of("fit")
def as_printed(n_epochs, cadence, train, validate, save):
    """Typed in from the book.

    Known: max_of_the_book.
    """
    best_score = 0.0
    for epoch_ndx in range(1, n_epochs + 1):
        train(epoch_ndx)
        if epoch_ndx == 1 or epoch_ndx % cadence == 0:
            score = validate(epoch_ndx)
            best_score = max(score, best_score)
            save(epoch_ndx, score == best_score)


@instead_of("fit")
def without_the_first(n_epochs, cadence, train, validate, save):
    """Epoch 1 is not validated, and a nan that comes first wins.

    Known: not_the_first, a_first_nan_wins.
    """
    best = None
    for e in range(n_epochs):
        train(e + 1)
        if (e + 1) % cadence != 0:
            continue
        score = validate(e + 1)
        if best is None or score > best:
            best = score
            save(e + 1, True)
        else:
            save(e + 1, False)


@instead_of("fit")
def from_minus_infinity(n_epochs, cadence, train, validate, save):
    """The best begins at minus infinity.

    Known: begun_at_minus_infinity.
    """
    best = float("-inf")
    for epoch in range(1, n_epochs + 1):
        train(epoch)
        if epoch == 1 or not epoch % cadence:
            score = validate(epoch)
            save(epoch, score > best)
            if score > best:
                best = score


@instead_of("fit")
def modulo_one(n_epochs, cadence, train, validate, save):
    """One epoch too late.

    Known: one_off.
    """
    best = None
    for epoch in range(n_epochs):
        train(epoch + 1)
        if epoch % cadence == 0:
            score = validate(epoch + 1)
            is_best = score == score and (best is None or score > best)
            if is_best:
                best = score
            save(epoch + 1, is_best)


@instead_of("fit")
def none_or_zero(n_epochs, cadence, train, validate, save):
    """A best of 0 is none.

    Known: zero_for_none.
    """
    best = None
    for epoch in range(1, n_epochs + 1):
        train(epoch)
        if epoch == 1 or epoch % cadence == 0:
            score = validate(epoch)
            is_best = not best or score > best
            if is_best:
                best = score
            save(epoch, is_best)


@instead_of("fit")
def every_epoch_saved(n_epochs, cadence, train, validate, save):
    """An epoch without a score is saved, too.

    Known: saved_though_not_validated.
    """
    best = None
    for epoch in range(1, n_epochs + 1):
        train(epoch)
        is_best = False
        if epoch == 1 or epoch % cadence == 0:
            score = validate(epoch)
            if score == score and (best is None or score > best):
                best, is_best = score, True
        save(epoch, is_best)
