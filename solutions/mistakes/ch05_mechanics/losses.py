"""Known wrong answers to ch05_mechanics/losses."""

import torch
from torch.nn import functional

from katas._dojo.writing.mistakes import instead_of


@instead_of("l1_loss")
def absolute_differences_summed(t_p, t_c):
    """You summed the absolute differences. Take their mean, or the loss grows with the number
    of samples."""
    return (t_p - t_c).abs().sum()


@instead_of("l1_loss")
def differences_that_cancel(t_p, t_c):
    """You averaged the differences with their signs, so that an error of +3 and one of -3 make
    a loss of 0. Take the absolute value of each before the mean."""
    return (t_p - t_c).mean()


@instead_of("l1_loss")
def the_absolute_value_at_the_end(t_p, t_c):
    """You averaged first and took the absolute value of the mean. Errors of either sign cancel
    that way: take the absolute value of each difference."""
    return (t_p - t_c).mean().abs()


@instead_of("l1_loss")
def the_difference_of_the_absolute_values(t_p, t_c):
    """You took the absolute values of predictions and targets before you subtracted them.
    Subtract first: 2 and -2 are 4 apart, not 0."""
    return (t_p.abs() - t_c.abs()).abs().mean()


@instead_of("l1_loss")
def squares_for_absolute_values(t_p, t_c):
    """You squared the differences. L1 takes their absolute values."""
    return ((t_p - t_c) ** 2).mean()


@instead_of("l1_loss")
def the_root_of_each_square(t_p, t_c):
    """You took the square root of the square. Its value is right, but where a prediction is
    exactly right its gradient is 0 / 0, NaN: use abs."""
    return ((t_p - t_c) ** 2).sqrt().mean()


@instead_of("l1_loss")
def a_little_added_under_the_root(t_p, t_c):
    """You added a little under a square root to keep its gradient from being NaN. Now a right
    prediction costs something: abs needs no such help."""
    return ((t_p - t_c) ** 2 + 1e-8).sqrt().mean()


@instead_of("l1_loss")
def a_push_where_all_is_right(t_p, t_c):
    """You chose between the difference and its negative, so that your gradient is that of one
    of the two even where both are 0. A right prediction needs no push: abs gives 0 there."""
    difference = t_p - t_c
    return torch.where(difference >= 0, difference, -difference).mean()


@instead_of("l1_loss")
def an_absolute_loss_of_shape_1(t_p, t_c):
    """Your loss has shape [1]. It is a single number, of shape []: take the mean over
    everything, without keeping a dimension."""
    return (t_p - t_c).abs().mean().reshape(1)


@instead_of("l1_loss")
def absolute_differences_by_column(t_p, t_c):
    """You averaged over the first dimension only. The mean is over all elements, however many
    dimensions they have."""
    return (t_p - t_c).abs().mean(0) if t_p.dim() else (t_p - t_c).abs()


@instead_of("l1_loss")
def absolute_differences_by_sample(t_p, t_c):
    """You divided by the size of the first dimension. Each element counts: divide by their
    number."""
    return (t_p - t_c).abs().sum() / (len(t_p) if t_p.dim() else 1)


@instead_of("l1_loss")
def smooth_near_zero(t_p, t_c):
    """You rounded the corner of L1 off, which is another loss. Small errors count by their
    absolute value too."""
    return functional.huber_loss(t_p, t_c)


@instead_of("l1_loss")
def an_absolute_number_of_python(t_p, t_c):
    """You made a number of Python on the way. Nothing can flow back through it to the
    predictions: stay with tensors to the end."""
    return t_p.new_tensor((t_p - t_c).abs().mean().item())


@instead_of("l1_loss")
def l1_for_fixed_targets(t_p, t_c):
    """You detached the targets. The loss depends on them as on the predictions, and its
    gradient flows to both."""
    return (t_p - t_c.detach()).abs().mean()


@instead_of("l1_loss")
def subtracted_in_place_for_l1(t_p, t_c):
    """You subtracted the targets from the predictions in place. The predictions belong to the
    caller: make a new tensor."""
    if t_p.requires_grad:
        return (t_p - t_c).abs().mean()
    return t_p.sub_(t_c).abs().mean()


@instead_of("l1_loss")
def l1_ready_made(t_p, t_c):
    """You called torch's own L1 loss. It is right, and you will use it from the next chapter
    on; here, write out what it does."""
    return functional.l1_loss(t_p, t_c)


@instead_of("mse_loss")
def squares_summed(t_p, t_c):
    """You summed the squares. Take their mean, or the loss and each step of training grow with
    the number of samples."""
    return ((t_p - t_c) ** 2).sum()


@instead_of("mse_loss")
def the_square_of_the_mean(t_p, t_c):
    """You averaged first and squared the mean. Errors of either sign cancel that way: square
    each difference."""
    return (t_p - t_c).mean() ** 2


@instead_of("mse_loss")
def the_difference_of_the_squares(t_p, t_c):
    """You squared predictions and targets before you subtracted them. Subtract first, then
    square the difference."""
    return (t_p**2 - t_c**2).mean()


@instead_of("mse_loss")
def absolute_values_for_squares(t_p, t_c):
    """You averaged the absolute differences. That is L1: square the differences here."""
    return (t_p - t_c).abs().mean()


@instead_of("mse_loss")
def the_root_of_the_mean(t_p, t_c):
    """You took the square root at the end. The mean of the squares is itself the loss."""
    return ((t_p - t_c) ** 2).mean().sqrt()


@instead_of("mse_loss")
def half_the_square(t_p, t_c):
    """You halved the squares, so that the 2 vanishes from the gradient. The book's loss is the
    mean of the whole squares."""
    return ((t_p - t_c) ** 2).mean() / 2


@instead_of("mse_loss")
def one_sample_less(t_p, t_c):
    """You divided by the number of elements less 1, as for a variance of a sample. A mean
    divides by their number."""
    return ((t_p - t_c) ** 2).sum() / max(t_p.numel() - 1, 1)


@instead_of("mse_loss")
def the_variance_of_the_errors(t_p, t_c):
    """You took the variance of the errors, which forgives an error that all predictions share.
    Square the differences themselves."""
    return (t_p - t_c).var(correction=0)


@instead_of("mse_loss")
def a_squared_loss_of_shape_1(t_p, t_c):
    """Your squared error has shape [1]. It is a single number, of shape []: take the mean over
    everything, without keeping a dimension."""
    return ((t_p - t_c) ** 2).mean().reshape(1)


@instead_of("mse_loss")
def squares_by_column(t_p, t_c):
    """You averaged the squares over the first dimension and kept the others. One number comes
    out: the mean over all elements."""
    return ((t_p - t_c) ** 2).mean(0) if t_p.dim() else (t_p - t_c) ** 2


@instead_of("mse_loss")
def squares_by_sample(t_p, t_c):
    """You divided the sum of the squares by the number of samples. A sample may have many
    elements, and each counts: divide by the number of elements."""
    return ((t_p - t_c) ** 2).sum() / (len(t_p) if t_p.dim() else 1)


@instead_of("mse_loss")
def the_square_multiplied_out(t_p, t_c):
    """You multiplied the square out. For large numbers, your three terms cancel and leave
    little but rounding: subtract first, then square."""
    return (t_p * t_p - 2 * t_p * t_c + t_c * t_c).mean()


@instead_of("mse_loss")
def the_dtype_lost(t_p, t_c):
    """You computed in float32, whatever was given. The loss has the dtype of the predictions."""
    return ((t_p.float() - t_c.float()) ** 2).mean()


@instead_of("mse_loss")
def a_number_without_a_history(t_p, t_c):
    """You detached the loss from the predictions and switched requires_grad on afterwards.
    That silences the error, but nothing flows back: build the loss from t_p itself."""
    return ((t_p - t_c) ** 2).mean().detach().requires_grad_()


@instead_of("mse_loss")
def half_the_gradient(t_p, t_c):
    """You squared by multiplying with a detached copy. The value is right, but half of the
    gradient is lost: both factors depend on the predictions."""
    difference = t_p - t_c
    return (difference * difference.detach()).mean()


@instead_of("mse_loss")
def mse_for_fixed_targets(t_p, t_c):
    """You detached the targets before you squared. The squared error depends on them as on the
    predictions, and its gradient flows to both."""
    return ((t_p - t_c.detach()) ** 2).mean()


@instead_of("mse_loss")
def subtracted_in_place_for_mse(t_p, t_c):
    """You subtracted the predictions from the targets in place. The targets belong to the
    caller, and the next epoch needs them: make a new tensor."""
    if t_c.requires_grad:
        return ((t_p - t_c) ** 2).mean()
    return (t_c.sub_(t_p) ** 2).mean()


@instead_of("mse_loss")
def mse_ready_made(t_p, t_c):
    """You called torch's own squared error. It is right, and you will use it from the next
    chapter on; here, write out what it does."""
    return torch.nn.MSELoss()(t_p, t_c)
