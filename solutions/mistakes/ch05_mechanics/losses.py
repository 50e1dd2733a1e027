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

an_absolute_number_of_python = Edit(
    """You returned a number of Python. A loss is a tensor of shape [], on the device of the
    predictions: stay with tensors to the end.""",
    {".abs().mean()": ".abs().mean().item()"},
)

l1_ready_made = Edit(
    """You called a loss of torch.nn. It is right, and you will use it from the next chapter on;
    here, write out what it does.""",
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

one_square_for_each_element = Edit(
    """You returned a square for each element. Training needs one number for all of them: take
    their mean.""",
    {"((t_p - t_c) ** 2).mean()": "(t_p - t_c) ** 2"},
)

a_tensor_made_of_a_number = Edit(
    """Your loss is float32, whatever came in: so is a tensor that is made of numbers of Python.
    Stay with the tensors, which keep their dtype.""",
    {
        "from torch import Tensor": "import torch\nfrom torch import Tensor",
        "((t_p - t_c) ** 2).mean()": "torch.tensor(((t_p - t_c) ** 2).mean().item())",
    },
)

mse_ready_made = Edit(
    """You called a squared error of torch.nn. It is right, and you will use it from the next
    chapter on; here, write out what it does.""",
    {
        "from torch import Tensor": "from torch import Tensor, nn",
        "((t_p - t_c) ** 2).mean()": "nn.MSELoss()(t_p, t_c)",
    },
)
