"""Known wrong answers to ch05_mechanics/adam."""

import torch

from katas._dojo.writing.mistakes import Edit, instead_of

eps_inside_the_root = Edit(
    """You added eps under the square root. There it counts as sqrt(eps), which is much larger:
    take the root first, then add eps.""",
    {"(v.sqrt() + self.eps)": "(v + self.eps).sqrt()"},
)

eps_beside_the_uncorrected_root = Edit(
    """You moved both corrections into the learning rate, so that eps is added to the root of v
    as it is. Divide v by 1 - beta2**n first, then add eps to its root.""",
    {
        """
        m = m / (1 - beta1**n)
        v = v / (1 - beta2**n)
        return m / (v.sqrt() + self.eps)
        """: """
        correction = (1 - beta2**n) ** 0.5 / (1 - beta1**n)
        return correction * m / (v.sqrt() + self.eps)
        """,
    },
)

no_bias_correction = Edit(
    """You used the averages as they are. They start at zero, so the first ones are too small:
    divide m by 1 - beta1**n and v by 1 - beta2**n.""",
    {"m = m / (1 - beta1**n)": "", "v = v / (1 - beta2**n)": ""},
)

only_the_first_average_corrected = Edit(
    """You corrected m and forgot v. The average of the squares starts at zero as well, and with
    beta2 near 1 it takes longer to recover.""",
    {"v = v / (1 - beta2**n)": ""},
)

no_root = Edit(
    """You divided by v itself. It has the size of a squared gradient, so the steps grow as the
    gradients shrink: take its root.""",
    {"v.sqrt()": "v"},
)

square_of_the_average = Edit(
    """You squared the average of the gradient. v is the average of the squares: square each
    gradient first.""",
    {"param.grad**2": "m**2"},
)

averages_shared = Edit(
    """You kept one m and one v for all parameters. Each parameter has averages of its own.""",
    {
        "self.averages = {}": "self.averages = (0, 0.0, 0.0)",
        "self.averages.get(param, (0, 0.0, 0.0))": "self.averages",
        "self.averages[param] = n, m, v": "self.averages = n, m, v",
    },
)

one_count_for_all = Edit(
    """You counted the calls of step. A parameter without a gradient does not take part, so each
    one needs a count of its own.""",
    {
        "self.averages = {}": """
            self.averages = {}
            self.count = 0
        """,
        """
        for param in self.params:
            if param.grad is not None:
        """: """
        self.count += 1
        for param in self.params:
            if param.grad is not None:
        """,
        "        n += 1": "        n = self.count",
    },
)

corrected_averages_kept = Edit(
    """You kept the corrected averages, so that the next step corrects them once more. Keep m and v
    as they are: the corrected ones are for this step only.""",
    {
        """
        self.averages[param] = n, m, v
        return self._ratio(n, m, v)
        """: """
        m = m / (1 - beta1**n)
        v = v / (1 - beta2**n)
        self.averages[param] = n, m, v
        return m / (v.sqrt() + self.eps)
        """,
    },
)

averages_kept_on_the_class = Edit(
    """You keep the averages on the parameter, or on the class, where the next optimizer finds
    them. Make them in __init__, for each optimizer anew.""",
    {
        "def __init__(": """
            averages = {}

            def __init__(
        """,
        "self.averages = {}": "",
    },
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

recorded_by_autograd = Edit(
    """You moved the parameters with grad mode on, which torch refuses for a leaf. The update is no
    part of the graph: move them under torch.no_grad().""",
    {"@torch.no_grad()": ""},
)

a_generator_read_twice = Edit(
    """You kept the generator itself. It runs dry after one pass, so later steps move nothing:
    make a list of it.""",
    {"list(params)": "params"},
)


@instead_of("Adam")
class TorchsOwn(torch.optim.Adam):
    """You built on torch.optim.Adam. This kata is about what happens in there: write the update
    out."""
