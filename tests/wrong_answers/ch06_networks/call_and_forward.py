"""Wrong answers to ch06_networks/call_and_forward, as people write them."""

import torch
from torch import nn

from katas._dojo.writing.mistakes import instead_of


@instead_of("TwoLayers")
class ForwardByName(nn.Module):
    """The parts' forward is called, and their hooks do not run.

    Known: forward_called_by_name, weights_taken_out_of_the_layers, tanh_of_torch,
    the_first_layer_not_called, the_last_layer_not_called.
    """

    def __init__(self, n_hidden):
        super().__init__()
        self.hidden_linear = nn.Linear(1, n_hidden)
        self.hidden_activation = nn.Tanh()
        self.output_linear = nn.Linear(n_hidden, 1)

    def forward(self, x):
        hidden = self.hidden_linear.forward(x)
        activated = self.hidden_activation.forward(hidden)
        return self.output_linear.forward(activated)


@instead_of("TwoLayers")
class TanhAsAFunction(nn.Module):
    """The activation is a function, and the part of that name is not called.

    Known: tanh_of_torch.
    """

    def __init__(self, n_hidden):
        super().__init__()
        self.hidden_linear = nn.Linear(1, n_hidden)
        self.hidden_activation = nn.Tanh()
        self.output_linear = nn.Linear(n_hidden, 1)

    def forward(self, x):
        x = self.hidden_linear(x)
        x = torch.tanh(x)
        return self.output_linear(x)


@instead_of("TwoLayers")
class TwoNonlinearities(nn.Module):
    """What comes out has gone through the activation as well.

    Known: an_activation_at_the_end.
    """

    def __init__(self, n_hidden):
        super().__init__()
        self.hidden_linear = nn.Linear(1, n_hidden)
        self.hidden_activation = nn.Tanh()
        self.output_linear = nn.Linear(n_hidden, 1)

    def forward(self, x):
        x = self.hidden_activation(self.hidden_linear(x))
        return self.hidden_activation(self.output_linear(x))


@instead_of("TwoLayers")
class NoActivation(nn.Module):
    """The activation is built and never called.

    Known: no_activation.
    """

    def __init__(self, n_hidden):
        super().__init__()
        self.hidden_linear = nn.Linear(1, n_hidden)
        self.hidden_activation = nn.Tanh()
        self.output_linear = nn.Linear(n_hidden, 1)

    def forward(self, x):
        x = self.hidden_linear(x)
        return self.output_linear(x)


@instead_of("TwoLayers")
class PartsInASequential(nn.Module):
    """The parts stand under names of their own.

    Known: parts_with_other_names.
    """

    def __init__(self, n_hidden):
        super().__init__()
        self.seq = nn.Sequential(nn.Linear(1, n_hidden), nn.Tanh(), nn.Linear(n_hidden, 1))

    def forward(self, x):
        return self.seq(x)


@instead_of("TwoLayers")
class ThirteenAlways(nn.Module):
    """The number of hidden units is the book's, whichever is asked for.

    Known: thirteen_whatever_is_asked_for.
    """

    def __init__(self, n_hidden=13):
        super().__init__()
        self.hidden_linear = nn.Linear(1, 13)
        self.hidden_activation = nn.Tanh()
        self.output_linear = nn.Linear(13, 1)

    def forward(self, x):
        hidden_t = self.hidden_linear(x)
        activated_t = self.hidden_activation(hidden_t)
        return self.output_linear(activated_t)
