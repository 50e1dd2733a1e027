"""Wrong answers to ch05_mechanics/broadcast_loss, as people write them."""

from katas._dojo.writing.mistakes import instead_of


@instead_of("loss_fn")
def targets_made_to_fit(t_p, t_c):
    """What differs is reshaped where that can be done, and an error of torch where not.

    Known: targets_made_to_fit.
    """
    t_c = t_c.view_as(t_p)
    return ((t_p - t_c) ** 2).mean()


@instead_of("loss_fn")
def asserted(t_p, t_c):
    """The error is an AssertionError.

    Known: an_assertion.
    """
    assert t_p.shape == t_c.shape, f"{list(t_p.shape)} and {list(t_c.shape)}"
    return (t_p - t_c).pow(2).mean()


@instead_of("loss_fn")
def as_many_dims(t_p, t_c):
    """The number of dims is compared, not their sizes.

    Known: as_many_dimensions.
    """
    if t_p.ndim != t_c.ndim:
        raise ValueError(f"got {tuple(t_p.shape)} and {tuple(t_c.shape)}")
    squared = (t_p - t_c) ** 2
    return squared.mean()


@instead_of("loss_fn")
def shapes_not_named(t_p, t_c):
    """The error says nothing of the shapes.

    Known: an_error_without_shapes.
    """
    if t_p.size() != t_c.size():
        raise ValueError("predictions and targets must have the same shape")
    return ((t_p - t_c) ** 2).mean()


@instead_of("loss_fn")
def averaged_over_rows(t_p, t_c):
    """The sum is divided by the number of rows, which [] has not.

    Known: divided_by_the_rows.
    """
    if t_p.shape != t_c.shape:
        raise ValueError(f"{tuple(t_p.shape)} != {tuple(t_c.shape)}")
    n = t_p.shape[0]
    return ((t_p - t_c) ** 2).sum() / n
