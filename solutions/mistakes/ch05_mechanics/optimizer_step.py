"""Known wrong answers to ch05_mechanics/optimizer_step."""

from katas._dojo.writing.mistakes import Edit

uphill = Edit(
    """You added the gradient, and climbed. It points to where the loss grows: subtract it.""",
    {"param -= self.lr": "param += self.lr"},
)

parameters_replaced = Edit(
    """Your step leaves the model's tensors where they are. A new tensor, under a name or in a list
    of your own, does not move them: change each parameter in place.""",
    {"param -= self.lr": "param = param - self.lr"},
)

in_new_memory = Edit(
    """You gave the parameter new memory, as param.data = ... does. Whoever shares the old one, a
    view or a part of the model, sees nothing of the step: change the numbers in place.""",
    {"param -= self.lr * self": "param.data = param - self.lr * self"},
)

decay_written_into_the_gradient = Edit(
    """You added the decay to the gradient in place, so that every further step adds it again.
    Make a new tensor: the gradient is not yours to change.""",
    {"direction = direction + self.weight_decay * param": "direction += self.weight_decay * param"},
)

decay_beside_the_momentum = Edit(
    """You shrank the parameter beside the step, as AdamW does. In SGD the decay is added to the
    gradient, so that it enters the velocity.""",
    {
        "param -= self.lr": """
            param *= 1 - self.lr * self.weight_decay
            param -= self.lr
        """,
        """
        if self.weight_decay:
            direction = direction + self.weight_decay * param
        """: "",
    },
)

damped_momentum = Edit(
    """You averaged: (1 - momentum) times the gradient. torch's SGD adds the gradient whole, so
    the velocity grows beyond it.""",
    {
        "direction = direction + self.momentum * self.velocities.get(param, 0.0)": """
            last = self.velocities.get(param, 0.0)
            direction = (1 - self.momentum) * direction + self.momentum * last
        """,
    },
)

velocity_is_the_gradient = Edit(
    """Your first velocity is the gradient tensor itself, not a copy. When backward adds to the
    gradient, the velocity changes with it: clone it.""",
    {
        """
        direction = direction + self.momentum * self.velocities.get(param, 0.0)
        self.velocities[param] = direction
        """: """
        if param in self.velocities:
            self.velocities[param].mul_(self.momentum).add_(direction)
        else:
            self.velocities[param] = direction
        direction = self.velocities[param]
        """,
    },
)

velocity_cleared_with_the_gradient = Edit(
    """Your first velocity is the gradient tensor itself, which zero_grad clears in place, and the
    next backward fills. Clone the gradient: the velocity lasts from step to step.""",
    {
        "param.grad = None": """
            if param.grad is not None:
                param.grad.zero_()
        """,
        """
        direction = direction + self.momentum * self.velocities.get(param, 0.0)
        self.velocities[param] = direction
        """: """
        if param in self.velocities:
            self.velocities[param].mul_(self.momentum).add_(direction)
        else:
            self.velocities[param] = direction
        direction = self.velocities[param]
        """,
    },
)

a_generator_read_twice = Edit(
    """You kept the generator itself. It runs dry after one pass, so later steps move nothing:
    make a list of it.""",
    {"list(params)": "params"},
)

zero_grad_stumbles_over_none = Edit(
    """You zeroed gradients in place without asking whether there is one. Before the first
    backward they are None.""",
    {"param.grad = None": "param.grad.zero_()"},
)

gradients_never_cleared = Edit(
    """You never called zero_grad. backward adds to the gradient that is there, so each step
    follows the sum of all gradients so far.""",
    {"optimizer.zero_grad()": ""},
)

gradients_cleared_once = Edit(
    """You cleared the gradients once, before the first epoch. backward adds to them in every epoch:
    clear them each time, before backward.""",
    {
        "for _ in range(n_epochs):": """
            optimizer.zero_grad()
            for _ in range(n_epochs):
        """,
        """
        optimizer.zero_grad()
        loss.backward()
        """: "loss.backward()",
    },
)

gradients_cleared_only_after_the_step = Edit(
    """You cleared the gradients after each step, so the first step still has what params brought
    along. Clear them before backward.""",
    {
        """
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        """: """
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        """,
    },
)

gradients_cleared_before_they_are_used = Edit(
    """Nothing moved the parameters. That is so if zero_grad comes between backward and step, if one
    of backward and step is left out, or if no epoch runs. Your order should be zero_grad,
    backward, step.""",
    {
        """
        optimizer.zero_grad()
        loss.backward()
        """: """
        loss.backward()
        optimizer.zero_grad()
        """,
    },
)

one_forward_for_all_epochs = Edit(
    """You computed the loss once, ahead of the loop. retain_graph lets backward run again, but each
    gradient is that of the first parameters: compute the loss in every epoch.""",
    {
        """
        for _ in range(n_epochs):
            w, b = params
            loss = ((w * t_u + b - t_c) ** 2).mean()
            optimizer.zero_grad()
            loss.backward()
        """: """
        w, b = params
        loss = ((w * t_u + b - t_c) ** 2).mean()
        for _ in range(n_epochs):
            optimizer.zero_grad()
            loss.backward(retain_graph=True)
        """,
    },
)
