"""Known wrong answers to ch08_convolutions/receptive_field."""

from katas._dojo.writing.mistakes import Edit

strides_ignored = Edit(
    """Your layers all widen the field by pixels of their own. After a stride, neighbours lie
    farther apart in the input: multiply what a kernel reaches by the strides before it.""",
    {"(kernel_size - 1) * dilation * step": "(kernel_size - 1) * dilation"},
)

its_own_stride_counted = Edit(
    """You counted a layer's own stride. It moves the whole kernel and leaves its taps where they
    are: only the layers after it are widened.""",
    {
        """
        size += (kernel_size - 1) * dilation * step
        step *= stride
        """: """
        step *= stride
        size += (kernel_size - 1) * dilation * step
        """,
    },
)

the_last_stride_only = Edit(
    """You counted the stride of one layer, the one before. All strides before a layer count, each
    times the others.""",
    {"step *= stride": "step = stride"},
)

dilation_ignored = Edit(
    """You took the taps of every kernel to lie side by side. Dilation spreads them, so the kernel
    reaches (kernel_size - 1) * dilation farther than its first tap.""",
    {"(kernel_size - 1) * dilation * step": "(kernel_size - 1) * step"},
)

dilation_times_kernel_size = Edit(
    """You took a kernel to span dilation * kernel_size pixels. Only the gaps between its taps are
    dilated, and there are kernel_size - 1 of them.""",
    {"(kernel_size - 1) * dilation * step": "(kernel_size * dilation - 1) * step"},
)

the_list_emptied = Edit(
    """You took the layers out of the list. Whoever handed it to you still needs it: go through it
    with for.""",
    {
        "for kernel_size, stride, dilation in layers:": """
            while layers:
                kernel_size, stride, dilation = layers.pop(0)
        """,
    },
)

gradients_left_in_the_net = Edit(
    """You added to the gradients of the net's parameters, as backward does. Ask for that of the
    images alone: autograd.grad.""",
    {
        "gradients = [grad(one.sum(), images, retain_graph=True)[0] for one in outputs.T]": """
            gradients = []
            for one in outputs.T:
                images.grad = None
                one.sum().backward(retain_graph=True)
                gradients.append(images.grad)
        """,
    },
)

backward_for_all_channels = Edit(
    """You called backward on all output channels at once. It adds to the gradients of the net's
    parameters, and what one channel gives another may cancel: ask autograd.grad for the images'
    gradient, one channel at a time.""",
    {
        """
        gradients = [grad(one.sum(), images, retain_graph=True)[0] for one in outputs.T]
        return torch.stack(gradients)""": """
        outputs.sum().backward()
        return images.grad[None]""",
    },
)

requires_grad_left_on = Edit(
    """You let the images require a gradient from now on. They belong to the caller: detach first,
    which makes a tensor of its own with the same numbers.""",
    {"images.detach().requires_grad_()": "images.requires_grad_()"},
)

output_channels_added_up = Edit(
    """You took the gradient of all output channels at once, where that of one may cancel that of
    another. Take them one at a time.""",
    {"in outputs.T]": "in [outputs]]"},
)

gradients_added_up = Edit(
    """You added gradients up before you asked whether they are 0: those of two channels may cancel.
    Compare each with 0 first.""",
    {"torch.stack(gradients)": "torch.stack(gradients).sum(dim=(1, 2), keepdim=True)"},
)

positive_gradients_only = Edit(
    """You let only positive gradients count. A pixel that makes the output smaller is seen just the
    same.""",
    {".ne(0)": ".gt(0)"},
)

the_first_image_only = Edit(
    """You looked at the first image only. In another one a pixel may reach the output that does not
    in this one.""",
    {"images.detach()": "images[:1].detach()"},
)

no_graph_under_no_grad = Edit(
    """Your function fails where the caller has turned gradients off. It needs them all the same:
    turn them on inside, by enable_grad.""",
    {"@torch.enable_grad()\n": ""},
)

rows_for_columns = Edit(
    """You took the row for the column. A tensor's last dimension counts the columns.""",
    {"[:, :, row, column]": "[:, :, column, row]"},
)
