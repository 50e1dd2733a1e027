"""Known wrong answers to ch07_images/mini_batches."""

from katas._dojo.writing.mistakes import Edit

a_mean_of_means = Edit(
    """You averaged the gradients of the batches. Each sample of a short batch counts more then:
    weigh each gradient by the size of its batch.""",
    {
        "size * gradient": "gradient",
        "/ sum(sizes)": "/ len(sizes)",
    },
)

a_sum_of_means = Edit(
    """You added up the gradients of the batches, so the result grows with their number. Weigh each
    by the size of its batch, and divide by the number of all samples.""",
    {
        "size * gradient": "gradient",
        " / sum(sizes)": "",
    },
)

a_sum_over_all_samples = Edit(
    """You did not divide by the number of samples. The loss is a mean over them, and so is its
    gradient.""",
    {" / sum(sizes)": ""},
)

every_batch_as_large_as_the_first = Edit(
    """You divided by what there would be if every batch were as large as the first. Divide by the
    number of samples: the sum of the sizes.""",
    {"/ sum(sizes)": "/ (len(sizes) * sizes[0])"},
)

one_number = Edit(
    """You took the mean over everything, so that one number is left of the gradient. There is one
    for each parameter: take the mean over the samples alone.""",
    {"sum(sums) / sum(sizes)": "torch.stack(sums).sum() / (sum(sizes) * sums[0].numel())"},
)

weights_in_float32 = Edit(
    """Your weights are of dtype float32, and lend a float64 gradient their rounding. Use Python's
    numbers, or make the weights of the dtype of the gradients.""",
    {
        "sum(sums) / sum(sizes)": (
            "sum(share * it for share, it in zip(torch.tensor(sizes) / sum(sizes), gradients))"
        ),
    },
)

added_in_place = Edit(
    """You changed the gradients that you were handed. They are still needed: make new tensors.""",
    {"size * gradient for": "gradient.mul_(size) for"},
)

gradients_add_up = Edit(
    """You let gradients add up. backward adds to what params.grad holds, from an earlier batch or
    from whoever called you: clear it before each backward.""",
    {
        """
        (gradient,) = torch.autograd.grad(loss, params)
        gradients.append(gradient)
        """: """
        loss.backward()
        gradients.append(params.grad.clone())
        """,
    },
)

params_grad_itself = Edit(
    """Your gradients are one tensor, many times over: params.grad, to which every batch adds. Clear
    it before each batch, and keep a copy: params.grad.clone().""",
    {
        """
        (gradient,) = torch.autograd.grad(loss, params)
        gradients.append(gradient)
        """: """
        loss.backward()
        gradients.append(params.grad)
        """,
    },
)

cleared_too_late = Edit(
    """You cleared params.grad after each batch, but not before the first: what params brings along
    is in your first gradient.""",
    {
        """
        (gradient,) = torch.autograd.grad(loss, params)
        gradients.append(gradient)
        """: """
        loss.backward()
        gradients.append(params.grad.clone())
        params.grad.zero_()
        """,
    },
)

one_tensor_many_times = Edit(
    """Your gradients are one tensor, many times over: params.grad itself, which each batch fills
    anew. Keep a copy: params.grad.clone().""",
    {
        """
        (gradient,) = torch.autograd.grad(loss, params)
        gradients.append(gradient)
        """: """
        if params.grad is not None:
            params.grad.zero_()
        loss.backward()
        gradients.append(params.grad)
        """,
    },
)

the_last_is_params_grad = Edit(
    """Your last gradient is params.grad itself, to which the next backward adds. Keep a copy:
    params.grad.clone().""",
    {
        """
        (gradient,) = torch.autograd.grad(loss, params)
        gradients.append(gradient)
        """: """
        params.grad = None
        loss.backward()
        gradients.append(params.grad)
        """,
    },
)

the_short_batch_dropped = Edit(
    """You left out the last batch when it is short. Its samples count, too.""",
    {"range(0, len(inputs), batch_size)": "range(0, len(inputs) - batch_size + 1, batch_size)"},
)

a_sum_over_the_batch = Edit(
    """You multiplied each loss by the size of its batch. The gradient of a batch is that of its
    mean loss, as loss_fn gives it.""",
    {"torch.autograd.grad(loss, params)": "torch.autograd.grad(loss * len(inputs[batch]), params)"},
)

parameters_that_move = Edit(
    """You made a step after each batch, so the gradients belong to different parameters. Leave
    params where they are: nothing is trained here.""",
    {
        "gradients.append(gradient)": """
            gradients.append(gradient)
            params.data -= 1e-4 * gradient
        """,
    },
)
