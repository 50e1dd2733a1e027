"""Known wrong answers to ch06_networks/parameters_and_buffers."""

from katas._dojo.writing.mistakes import Edit

mean_is_a_frozen_parameter = Edit(
    """You made mean a Parameter with requires_grad=False. It is still a parameter: whoever
    unfreezes the model trains it. Register a buffer.""",
    {
        'self.register_buffer("mean", torch.zeros(n_features))': """
            self.mean = nn.Parameter(torch.zeros(n_features), requires_grad=False)
        """,
    },
)

mean_is_a_parameter = Edit(
    """You made mean a Parameter, so it is trained along with the weight. What is measured is a
    buffer.""",
    {
        'self.register_buffer("mean", torch.zeros(n_features))': """
            self.mean = nn.Parameter(torch.zeros(n_features))
        """,
    },
)

mean_is_a_plain_tensor = Edit(
    """You kept mean as a plain tensor. It is neither saved, moved nor cast: register it as a
    buffer.""",
    {
        'self.register_buffer("mean", torch.zeros(n_features))': """
            self.mean = torch.zeros(n_features)
        """,
    },
)

weight_is_a_plain_tensor = Edit(
    """You kept weight as a plain tensor. parameters() does not list it, so no optimizer trains it,
    and it is neither saved nor moved: make it an nn.Parameter.""",
    {"nn.Parameter(torch.ones(n_features))": "torch.ones(n_features, requires_grad=True)"},
)

buffers_not_saved = Edit(
    """You registered the buffers with persistent=False. They move with the module, but they are
    not saved.""",
    {
        'register_buffer("mean", torch.zeros(n_features))': """
            register_buffer("mean", torch.zeros(n_features), persistent=False)
        """,
        'register_buffer("count", torch.tensor(0))': """
            register_buffer("count", torch.tensor(0), persistent=False)
        """,
    },
)

count_is_a_number = Edit(
    """You kept count as a Python number. It is not saved, so a loaded module starts from 0 and
    forgets the rows behind its mean: make it a buffer.""",
    {
        'self.register_buffer("count", torch.tensor(0))': "self.count = 0",
        "self.count.clamp(min=1)": "max(self.count, 1)",
    },
)

count_in_floats = Edit(
    """You counted in floats. A count is an integer: int64 counts exactly, and stays int64 when the
    module is cast.""",
    {"torch.tensor(0)": "torch.tensor(0.0)"},
)

counted_in_batches = Edit(
    """You counted batches. Count rows: len(x).""",
    {"self.count += len(x)": "self.count += 1"},
)

mean_of_the_means = Edit(
    """You averaged the means of the batches. A short batch then counts as much as a long one:
    weigh each by its rows.""",
    {
        "super().__init__()": """
            super().__init__()
            self.n_batches = 0
        """,
        "self.mean += (x - self.mean).sum(dim=0) / self.count.clamp(min=1)": """
            if len(x):
                self.n_batches += 1
                self.mean += (x.mean(dim=0) - self.mean) / self.n_batches
        """,
    },
)

mean_of_the_last_batch = Edit(
    """You replaced the mean by that of the last batch. It is the mean of all rows so far.""",
    {
        "self.mean += (x - self.mean).sum(dim=0) / self.count.clamp(min=1)": """
            if len(x):
                self.mean.copy_(x.mean(dim=0))
        """,
    },
)

running_as_in_batch_norm = Edit(
    """You mixed a tenth of the new mean in, as batch norm does. Here every row counts alike.""",
    {
        "self.mean += (x - self.mean).sum(dim=0) / self.count.clamp(min=1)": """
            if len(x):
                self.mean += 0.1 * (x.mean(dim=0) - self.mean)
        """,
    },
)

nothing_over_nothing = Edit(
    """You divided by a count of 0. No rows at all change nothing; 0 / 0 is nan.""",
    {"self.count.clamp(min=1)": "self.count"},
)

graph_kept = Edit(
    """You let mean keep the graph of x. It is a number: measure it under no_grad.""",
    {"@torch.no_grad()": ""},
)

updates_in_training_mode_only = Edit(
    """Your update does nothing in eval mode. It is called when it is wanted: count in either
    mode.""",
    {
        "self.count += len(x)": """
            if not self.training:
                return
            self.count += len(x)
        """,
    },
)

forward_updates = Edit(
    """Your forward updates the mean in training mode, as batch norm does. Here forward only
    reads.""",
    {
        "return (x - self.mean) * self.weight": """
            if self.training:
                self.update(x.reshape(-1, x.shape[-1]))
            return (x - self.mean) * self.weight
        """,
    },
)
