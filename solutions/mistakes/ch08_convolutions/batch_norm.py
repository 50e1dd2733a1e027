"""Known wrong answers to ch08_convolutions/batch_norm."""

from katas._dojo.writing.mistakes import Edit

always_by_the_batch = Edit(
    """You go by the batch in eval mode too. An image then has another answer in other company: use
    the running statistics there.""",
    {
        "if self.training:": "if True:",
        "self._collect(mean": "self.training and self._collect(mean",
        "if n == 1:": "if n == 1 and self.training:",
    },
)

always_by_the_running_statistics = Edit(
    """You normalize by the running statistics in training mode too. There the batch is measured by
    itself, and gradients flow through its mean and variance.""",
    {
        "var, mean = torch.var_mean(x, dim=(0, 2, 3), correction=0)": (
            "var_of_batch, mean_of_batch = torch.var_mean(x, dim=(0, 2, 3), correction=0)"
        ),
        "self._collect(mean.detach(), var.detach() * n / (n - 1))": """
            mean, var = mean.clone(), var.clone()
            self._collect(mean_of_batch.detach(), var_of_batch.detach() * n / (n - 1))
        """,
    },
)

nothing_collected = Edit(
    """Your running statistics stay what they were at first. Move them in each training step, in
    place: eval mode goes by them.""",
    {
        "self.running_mean.lerp_(mean, self.momentum)": "",
        "self.running_var.lerp_(var, self.momentum)": "pass",
    },
)

momentum_the_other_way_round = Edit(
    """You kept the share momentum of the old statistics. In torch momentum is the share of the
    new ones: with 0.1, nine tenths of the old stay.""",
    {
        "running_mean.lerp_(mean, self.momentum)": "running_mean.lerp_(mean, 1 - self.momentum)",
        "running_var.lerp_(var, self.momentum)": "running_var.lerp_(var, 1 - self.momentum)",
    },
)

a_biased_running_variance = Edit(
    """You collected the variance that divides by n. That of a sample is too small on average: the
    running variance takes the one that divides by n - 1.""",
    {"var.detach() * n / (n - 1)": "var.detach()"},
)

normalized_by_the_unbiased_variance = Edit(
    """You normalized by the variance that divides by n - 1. Within the batch it is the one that
    divides by n: correction=0, or unbiased=False.""",
    {"correction=0": "correction=1", "var.detach() * n / (n - 1)": "var.detach()"},
)

statistics_without_gradients = Edit(
    """You took the statistics of the batch out of the graph. Every number moves them, and its
    gradient has to know: detach only what you collect.""",
    {
        "self._collect(": """
            mean, var = mean.detach(), var.detach()
            self._collect("""
    },
)

graphs_collected = Edit(
    """You collected the graph along with the statistics. Each step then hangs on all before it, and
    the next backward fails or goes through them again: collect detached numbers.""",
    {"mean.detach()": "mean", "var.detach()": "var"},
)

torchs_own = Edit(
    """You called torch's batch_norm. Here it is yours to write.""",
    {
        "mean, var = self.running_mean, self.running_var": """
            mean, var = self.running_mean, self.running_var
            if x[:, 0].numel() > 1 or not self.training:
                settings = self.weight, self.bias, self.training, self.momentum, self.eps
                return torch.nn.functional.batch_norm(x, mean, var, *settings)
        """,
    },
)

each_image_by_itself = Edit(
    """You measured each image by itself. It is the batch that has one mean and one variance in each
    channel: over the dimensions 0, 2, 3.""",
    {
        "normalized = (x - _per_channel(mean)) / _per_channel(var + self.eps).sqrt()": """
            mean, var = _per_channel(mean), _per_channel(var)
            if self.training:
                var, mean = torch.var_mean(x, dim=(2, 3), correction=0, keepdim=True)
            normalized = (x - mean) / (var + self.eps).sqrt()
        """,
    },
)

one_variance_for_all_channels = Edit(
    """You measured all channels together. Each has a mean and a variance of its own: over the
    dimensions 0, 2, 3.""",
    {
        "torch.var_mean(x, dim=(0, 2, 3), correction=0)": (
            "(it.expand(x.shape[1]) for it in torch.var_mean(x, correction=0))"
        ),
    },
)

statistics_as_attributes = Edit(
    """Your running statistics are plain attributes: to() does not move or cast them, state_dict()
    does not save them. Make them buffers, by register_buffer.""",
    {
        'self.register_buffer("running_mean", torch.zeros(num_features))': (
            "self.running_mean = torch.zeros(num_features)"
        ),
        'self.register_buffer("running_var", torch.ones(num_features))': (
            "self.running_var = torch.ones(num_features)"
        ),
        "self.running_mean.lerp_(mean, self.momentum)": (
            "self.running_mean = (1 - self.momentum) * self.running_mean + self.momentum * mean"
        ),
        "self.running_var.lerp_(var, self.momentum)": (
            "self.running_var = (1 - self.momentum) * self.running_var + self.momentum * var"
        ),
    },
)

statistics_as_parameters = Edit(
    """You made the running statistics parameters. An optimizer then moves them too, by weight decay
    at least: they are measured, so they are buffers.""",
    {
        'self.register_buffer("running_mean", torch.zeros(num_features))': (
            "self.running_mean = nn.Parameter(torch.zeros(num_features), requires_grad=False)"
        ),
        'self.register_buffer("running_var", torch.ones(num_features))': (
            "self.running_var = nn.Parameter(torch.ones(num_features), requires_grad=False)"
        ),
    },
)

a_single_pixel_let_through = Edit(
    """You let a single pixel per channel through in training mode. Less its mean it is 0, whatever
    it was: say so with a ValueError.""",
    {
        """
        if n == 1:
            raise ValueError(f"one pixel per channel has no variance: {list(x.shape)}")
        """: "",
        "n / (n - 1)": "n / max(n - 1, 1)",
    },
)

a_difference_of_large_numbers = Edit(
    """You took the mean of the squares less the square of the mean. Far from 0 both are large, and
    in float32 little is left of their difference: square what is left without the mean.""",
    {
        "var, mean = torch.var_mean(x, dim=(0, 2, 3), correction=0)": """
            mean = x.mean(dim=(0, 2, 3))
            var = x.square().mean(dim=(0, 2, 3)) - mean.square()
        """,
    },
)
