"""Known wrong answers to ch06_networks/call_and_forward."""

from katas._dojo.writing.mistakes import Edit

forward_called_by_name = Edit(
    """You call none of the three parts. The numbers are right, but no hook runs, whether the
    parts' forward is run by name or their weights are used: call them, self.hidden_linear(x).""",
    {
        "self.hidden_activation(self.hidden_linear(x))": (
            "self.hidden_activation.forward(self.hidden_linear.forward(x))"
        ),
        "self.output_linear(hidden)": "self.output_linear.forward(hidden)",
    },
)

weights_taken_out_of_the_layers = Edit(
    """Your linear layers are not called, so their hooks never run. Neither their weights nor
    their forward stand for a layer: call it.""",
    {
        """
        hidden = self.hidden_activation(self.hidden_linear(x))
        return self.output_linear(hidden)
        """: """
        hidden = x @ self.hidden_linear.weight.T + self.hidden_linear.bias
        hidden = self.hidden_activation(hidden)
        return hidden @ self.output_linear.weight.T + self.output_linear.bias
        """,
    },
)

tanh_of_torch = Edit(
    """Your hidden_activation is not called. torch.tanh and its own forward give the same numbers,
    but run none of its hooks: call it.""",
    {"self.hidden_activation(self.hidden_linear(x))": "self.hidden_linear(x).tanh()"},
)

no_part_for_the_activation = Edit(
    """You have no part hidden_activation. A function gives the same numbers, but nobody finds it in
    the model, to listen to it or to put another in its place: make it a module, and call that.""",
    {
        "self.hidden_activation = nn.Tanh()": "",
        "self.hidden_activation(self.hidden_linear(x))": "self.hidden_linear(x).tanh()",
    },
)

the_first_layer_not_called = Edit(
    """Your hidden_linear is not called, so its hooks never run. Neither its weights nor its
    forward stand for the layer: call it.""",
    {"self.hidden_linear(x)": "self.hidden_linear.forward(x)"},
)

the_last_layer_not_called = Edit(
    """Your output_linear is not called, so its hooks never run. Neither its weights nor its
    forward stand for the layer: call it.""",
    {"self.output_linear(hidden)": "self.output_linear.forward(hidden)"},
)

no_activation = Edit(
    """You left the activation out. Two linear layers in a row are one linear layer.""",
    {"self.hidden_activation(self.hidden_linear(x))": "self.hidden_linear(x)"},
)

another_activation = Edit(
    """You used another activation. The book's network has a Tanh here.""",
    {"nn.Tanh()": "nn.ReLU()"},
)

without_super_init = Edit(
    """You did not call super().__init__(). It makes what a module keeps its parts in, so it comes
    first.""",
    {"super().__init__()": ""},
)

a_layer_made_in_forward = Edit(
    """Your forward does not use output_linear: a layer that is made while forward runs has new
    random weights each time, and is never trained.""",
    {"self.output_linear(hidden)": "nn.Linear(hidden.shape[1], 1).to(hidden)(hidden)"},
)

an_activation_at_the_end = Edit(
    """You put the activation at the end, too. The output is then confined to -1 to 1: leave the
    last layer bare.""",
    {"self.output_linear(hidden)": "self.hidden_activation(self.output_linear(hidden))"},
)

parts_with_other_names = Edit(
    """Your parts have other names than hidden_linear, hidden_activation, output_linear. Names
    lead to a part, and saved parameters are found by them.""",
    {
        "self.hidden_linear = ": "self.linear1 = ",
        "self.hidden_activation = ": "self.activation = ",
        "self.output_linear = ": "self.linear2 = ",
        """
        hidden = self.hidden_activation(self.hidden_linear(x))
        return self.output_linear(hidden)
        """: "return self.linear2(self.activation(self.linear1(x)))",
    },
)

thirteen_whatever_is_asked_for = Edit(
    """Your hidden layer has 13 units, whatever n_hidden says. 13 is the book's number; here it is
    an argument.""",
    {"nn.Linear(1, n_hidden)": "nn.Linear(1, 13)", "nn.Linear(n_hidden, 1)": "nn.Linear(13, 1)"},
)
