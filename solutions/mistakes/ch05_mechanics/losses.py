"""Known wrong answers to ch05_mechanics/losses."""

from katas._dojo.writing.mistakes import Edit

absolute_differences_summed = Edit(
    """You summed the absolute differences. Take their mean, or the loss grows with the number
    of samples.""",
    {".abs().mean()": ".abs().sum()"},
)

differences_that_cancel = Edit(
    """You averaged the differences with their signs, so that an error of +3 and one of -3 make
    a loss of 0. Take the absolute value of each before the mean.""",
    {".abs().mean()": ".mean()"},
)

the_absolute_value_at_the_end = Edit(
    """You averaged first and took the absolute value of the mean. Errors of either sign cancel
    that way: take the absolute value of each difference.""",
    {".abs().mean()": ".mean().abs()"},
)

squares_for_absolute_values = Edit(
    """You squared the differences. L1 takes their absolute values.""",
    {"(t_p - t_c).abs().mean()": "(t_p - t_c).square().mean()"},
)

the_root_of_each_square = Edit(
    """You took the square root of the square. Its value is right, but where a prediction is
    exactly right its gradient is 0 / 0, NaN: use abs.""",
    {"(t_p - t_c).abs().mean()": "(t_p - t_c).square().sqrt().mean()"},
)

an_absolute_number_of_python = Edit(
    """You returned a number of Python. Nothing can flow back through it to the predictions:
    stay with tensors to the end.""",
    {".abs().mean()": ".abs().mean().item()"},
)

l1_ready_made = Edit(
    """You called torch's own L1 loss. It is right, and you will use it from the next chapter
    on; here, write out what it does.""",
    {
        "from torch import Tensor": "from torch import Tensor, nn",
        "(t_p - t_c).abs().mean()": "nn.L1Loss()(t_p, t_c)",
    },
)

squares_summed = Edit(
    """You summed the squares. Take their mean, or the loss and each step of training grow with
    the number of samples.""",
    {"** 2).mean()": "** 2).sum()"},
)

the_square_of_the_mean = Edit(
    """You averaged first and squared the mean. Errors of either sign cancel that way: square
    each difference.""",
    {"((t_p - t_c) ** 2).mean()": "(t_p - t_c).mean() ** 2"},
)

absolute_values_for_squares = Edit(
    """You averaged the absolute differences. That is L1: square the differences here.""",
    {"((t_p - t_c) ** 2)": "(t_p - t_c).abs()"},
)

the_root_of_the_mean = Edit(
    """You took the square root at the end. The mean of the squares is itself the loss.""",
    {"** 2).mean()": "** 2).mean().sqrt()"},
)

half_the_square = Edit(
    """You halved the squares, so that the 2 vanishes from the gradient. The book's loss is the
    mean of the whole squares.""",
    {"** 2).mean()": "** 2).mean() / 2"},
)

squares_by_sample = Edit(
    """You divided the sum of the squares by the number of samples. A sample may have many
    elements, and each counts: divide by the number of elements.""",
    {"** 2).mean()": "** 2).sum() / len(t_p)"},
)

a_number_without_a_history = Edit(
    """You detached the loss from the predictions and switched requires_grad on afterwards.
    That silences the error, but nothing flows back: build the loss from t_p itself.""",
    {"** 2).mean()": "** 2).mean().detach().requires_grad_()"},
)

mse_ready_made = Edit(
    """You called torch's own squared error. It is right, and you will use it from the next
    chapter on; here, write out what it does.""",
    {
        "from torch import Tensor": "from torch import Tensor, nn",
        "((t_p - t_c) ** 2).mean()": "nn.MSELoss()(t_p, t_c)",
    },
)
