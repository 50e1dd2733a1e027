"""Known wrong answers to ch06_networks/call_and_forward."""

from katas._dojo.writing.mistakes import Edit

forward_called_by_name = Edit(
    """You called forward of each part yourself. The numbers are right, but the parts' hooks do
    not run: call the part, self.hidden_linear(x).""",
    {
        "self.hidden_activation(self.hidden_linear(x))": (
            "self.hidden_activation.forward(self.hidden_linear.forward(x))"
        ),
        "self.output_linear(hidden)": "self.output_linear.forward(hidden)",
    },
)

weights_taken_out_of_the_layers = Edit(
    """You took the weights out of the linear layers and computed with them. The layers are
    never called, so their hooks never run: call them.""",
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
    """You used torch.tanh and left hidden_activation unused. Call the module, so that its hooks
    run too.""",
    {"self.hidden_activation(self.hidden_linear(x))": "self.hidden_linear(x).tanh()"},
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
