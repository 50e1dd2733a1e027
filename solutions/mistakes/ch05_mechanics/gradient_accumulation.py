"""Known wrong answers to ch05_mechanics/gradient_accumulation."""

from katas._dojo.writing.mistakes import Edit

never_zeroed = Edit(
    """You never cleared params.grad. backward adds to it, so each step also repeats all the
    earlier ones: set it to None before every backward.""",
    {"params.grad = None": ""},
)

zeroed_only_after_the_step = Edit(
    """You cleared params.grad after the step only. The first backward then adds to whatever
    the caller left there: clear it before backward.""",
    {
        "params.grad = None": "",
        "params -= learning_rate * params.grad": """
            params -= learning_rate * params.grad
            params.grad.zero_()
        """,
    },
)

zeroed_between_backward_and_step = Edit(
    """Your params are where they started. That is so if .grad is cleared between backward and the
    update, if the update goes to a name of your own, or if no epoch runs. In each epoch: clear,
    backward, update params in place.""",
    {
        "params.grad = None": "",
        """
        loss = ((w * t_u + b - t_c) ** 2).mean()
        loss.backward()
        """: """
        loss = ((w * t_u + b - t_c) ** 2).mean()
        loss.backward()
        params.grad.zero_()
        """,
    },
)

the_update_recorded = Edit(
    """You wrote params = params - ... where autograd records it. The result is no longer a
    leaf, so backward fills no .grad for it: update in place, under no_grad.""",
    {
        """
        with torch.no_grad():
            params -= learning_rate * params.grad
        """: "params = params - learning_rate * params.grad",
    },
)

in_place_where_autograd_watches = Edit(
    """You changed params in place while autograd was recording. It refuses that for a leaf
    that requires a gradient: put the update under no_grad.""",
    {
        """
        with torch.no_grad():
            params -= learning_rate * params.grad
        """: "params -= learning_rate * params.grad",
    },
)

backward_through_one_graph = Edit(
    """You computed the loss once, ahead of the loop. Its record is gone after the first backward,
    and knows only the first params: compute the loss in every epoch.""",
    {
        """
        for _ in range(n_epochs):
            params.grad = None
            w, b = params
            loss = ((w * t_u + b - t_c) ** 2).mean()
            loss.backward()
        """: """
        w, b = params
        loss = ((w * t_u + b - t_c) ** 2).mean()
        for _ in range(n_epochs):
            params.grad = None
            loss.backward()
        """,
    },
)

not_divided = Edit(
    """You let every micro-batch count in full. Each loss is a mean already, so k of them add up
    to k times the gradient: scale each by its share of the batch before backward.""",
    {
        """
        loss = share * loss_fn(model(some_inputs), some_targets)
        loss.backward()
        mean_loss += loss.item()
        """: """
        loss = loss_fn(model(some_inputs), some_targets)
        loss.backward()
        mean_loss += share * loss.item()
        """,
    },
)

divided_by_the_number_of_pieces = Edit(
    """You divided by the number of micro-batches. A short last one then counts as much as a
    full one: weigh each by its number of samples over the batch's.""",
    {"len(some_inputs) / len(inputs)": "1 / len(inputs.split(micro_batch_size))"},
)

micro_batch_size_over_batch = Edit(
    """You weighed every micro-batch by micro_batch_size / N. The last one may hold fewer
    samples, or the whole batch may: use the number that is really there.""",
    {"len(some_inputs) / len(inputs)": "micro_batch_size / len(inputs)"},
)

last_piece_dropped = Edit(
    """You left out the samples that do not fill a micro-batch. They belong to the batch as well: a
    short last micro-batch counts by its number of samples.""",
    {
        "model.zero_grad()": """
            model.zero_grad()
            n_full = max(1, len(inputs) // micro_batch_size)
        """,
        """
        for some_inputs, some_targets in pieces:
            share = len(some_inputs) / len(inputs)
        """: """
        for some_inputs, some_targets in [*pieces][:n_full]:
            share = 1 / n_full
        """,
    },
)

gradients_that_arrive_stay = Edit(
    """You added to whatever the parameters' gradients held on arrival. Clear them once, before
    the first micro-batch.""",
    {"model.zero_grad()": ""},
)

cleared_before_every_piece = Edit(
    """You cleared the gradients before every micro-batch, so only the last one's are left.
    Clear once, before the first; from there on, adding up is the point.""",
    {
        "model.zero_grad()": "",
        "for some_inputs, some_targets in pieces:": """
            for some_inputs, some_targets in pieces:
                model.zero_grad()
        """,
    },
)

one_backward_at_the_end = Edit(
    """You added up the losses and called backward once, at the end. The gradient is right, but
    all graphs are in memory until then, and saving that memory was the purpose: call backward
    for each micro-batch before the next goes forward.""",
    {
        """
        loss.backward()
        mean_loss += loss.item()
        """: "mean_loss += loss",
        "return mean_loss": """
            mean_loss.backward()
            return mean_loss.item()
        """,
    },
)

the_last_loss = Edit(
    """You returned the loss of the last micro-batch. Return the mean over the whole batch.""",
    {
        """
        loss = share * loss_fn(model(some_inputs), some_targets)
        loss.backward()
        mean_loss += loss.item()
        """: """
        loss = loss_fn(model(some_inputs), some_targets)
        (share * loss).backward()
        mean_loss = loss.item()
        """,
    },
)

size_unchecked = Edit(
    """You did not check micro_batch_size. Below 1 it means nothing: raise a ValueError that
    names it.""",
    {
        """
        if micro_batch_size < 1:
            raise ValueError(f"micro_batch_size must be at least 1, not {micro_batch_size}")
        """: "",
    },
)
