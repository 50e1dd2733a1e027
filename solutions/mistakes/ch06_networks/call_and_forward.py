"""Known wrong answers to ch06_networks/call_and_forward."""

import torch
from torch import nn
from torch.nn.functional import linear

from katas._dojo.writing.mistakes import instead_of
from solutions.katas.ch06_networks import call_and_forward as right


@instead_of("TwoLayers")
class ForwardCalledByName(right.TwoLayers):
    """You called forward of each part yourself. The numbers are right, but the parts' hooks do
    not run: call the part, self.hidden_linear(x)."""

    def forward(self, x):
        hidden = self.hidden_activation.forward(self.hidden_linear.forward(x))
        return self.output_linear.forward(hidden)


@instead_of("TwoLayers")
class WeightsTakenOutOfTheLayers(right.TwoLayers):
    """You took the weights out of the linear layers and computed with them. The layers are
    never called, so their hooks never run: call them."""

    def forward(self, x):
        hidden = linear(x, self.hidden_linear.weight, self.hidden_linear.bias)
        hidden = self.hidden_activation(hidden)
        return linear(hidden, self.output_linear.weight, self.output_linear.bias)


@instead_of("TwoLayers")
class TanhOfTorch(right.TwoLayers):
    """You used torch.tanh and left hidden_activation unused. Call the module, so that its hooks
    run too."""

    def forward(self, x):
        return self.output_linear(torch.tanh(self.hidden_linear(x)))


@instead_of("TwoLayers")
class ForwardInEvalMode(right.TwoLayers):
    """You called forward of the parts by its name in eval mode. Hooks belong to a call in either
    mode: call the part."""

    def forward(self, x):
        if self.training:
            return super().forward(x)
        hidden = self.hidden_activation.forward(self.hidden_linear.forward(x))
        return self.output_linear.forward(hidden)


@instead_of("TwoLayers")
class CalledAndComputedAnew(right.TwoLayers):
    """You called the parts, then computed their values once more without them. What a hook
    returned is lost: go on with what the call returned."""

    def forward(self, x):
        hidden = self.hidden_activation(self.hidden_linear(x))
        self.output_linear(hidden)
        hidden = torch.tanh(linear(x, self.hidden_linear.weight, self.hidden_linear.bias))
        return linear(hidden, self.output_linear.weight, self.output_linear.bias)


@instead_of("TwoLayers")
class CalledTwice(right.TwoLayers):
    """You called the parts twice for one x. Their hooks run twice as well: keep the first
    result."""

    def forward(self, x):
        super().forward(x)
        return super().forward(x)


@instead_of("TwoLayers")
class NoActivation(right.TwoLayers):
    """You left the activation out. Two linear layers in a row are one linear layer."""

    def forward(self, x):
        return self.output_linear(self.hidden_linear(x))


@instead_of("TwoLayers")
class Detached(right.TwoLayers):
    """You detached the hidden values, so no gradient reaches hidden_linear."""

    def forward(self, x):
        return self.output_linear(self.hidden_activation(self.hidden_linear(x).detach()))


@instead_of("TwoLayers")
class NoHiddenBias(right.TwoLayers):
    """You built hidden_linear without its bias. Linear(1, n_hidden) has one."""

    def __init__(self, n_hidden):
        super().__init__(n_hidden)
        self.hidden_linear = nn.Linear(1, n_hidden, bias=False)


@instead_of("TwoLayers")
class AnotherActivation(right.TwoLayers):
    """You used another activation. The book's network has a Tanh here."""

    def __init__(self, n_hidden):
        super().__init__(n_hidden)
        self.hidden_activation = nn.Sigmoid()


@instead_of("TwoLayers")
class ALayerTooMany(right.TwoLayers):
    """Your net has a layer that is never used. Its parameters are counted and saved, but no
    gradient ever reaches them."""

    def __init__(self, n_hidden):
        super().__init__(n_hidden)
        self.hidden_linear2 = nn.Linear(n_hidden, n_hidden)


@instead_of("outputs_of")
def the_model_not_called(model, name, x):
    """You ran model.forward(x), so the hooks of the model itself did not run. Call it:
    model(x)."""
    outputs = []
    submodule = model.get_submodule(name)
    with submodule.register_forward_hook(lambda module, args, out: outputs.append(out)):
        model.forward(x)
    return outputs


@instead_of("outputs_of")
def the_hook_left_behind(model, name, x):
    """You left your hook on the submodule. It runs at every later call, and its list grows:
    remove it by its handle."""
    outputs = []
    model.get_submodule(name).register_forward_hook(lambda module, args, out: outputs.append(out))
    model(x)
    return outputs


@instead_of("outputs_of")
def a_copy_of_a_growing_list(model, name, x):
    """You returned a copy of the list, but the hook that fills it is still there. It keeps every
    later output alive: remove the hook by its handle."""
    return list(the_hook_left_behind(model, name, x))


@instead_of("outputs_of")
def the_hook_left_behind_after_an_error(model, name, x):
    """You removed the hook after the call, but not if the call raises. Remove it in a finally, or
    use the handle in a with."""
    outputs = []
    submodule = model.get_submodule(name)
    handle = submodule.register_forward_hook(lambda module, args, out: outputs.append(out))
    model(x)
    handle.remove()
    return outputs


@instead_of("outputs_of")
def all_hooks_removed(model, name, x):
    """You cleared the submodule's hooks to get rid of yours. Others were there before: remove
    yours alone, by its handle."""
    outputs = right.outputs_of(model, name, x)
    model.get_submodule(name)._forward_hooks.clear()
    return outputs


@instead_of("outputs_of")
def the_last_call_only(model, name, x):
    """You kept one output. A submodule may run several times in one call of the model, or not at
    all: append to a list."""
    return right.outputs_of(model, name, x)[-1:]


@instead_of("outputs_of")
def detached(model, name, x):
    """Your outputs have no way back: they were detached, or made under no_grad. Keep them as they
    came."""
    return [output.detach() for output in right.outputs_of(model, name, x)]


@instead_of("outputs_of")
def in_eval_mode(model, name, x):
    """You put the model into eval mode and left it there. Call it in the mode it is in."""
    return right.outputs_of(model.eval(), name, x)


@instead_of("outputs_of")
def in_eval_mode_for_a_moment(model, name, x):
    """You put the model into eval mode for the call. Batch norm and dropout then compute something
    else: call it in the mode it is in."""
    was_training = model.training
    outputs = right.outputs_of(model.eval(), name, x)
    model.train(was_training)
    return outputs


@instead_of("outputs_of")
def ahead_of_the_other_hooks(model, name, x):
    """You saw the output before the submodule's own hooks, which can still change it. Register
    your hook on the submodule, after those that are there, and leave forward alone."""
    outputs = []
    submodule = model.get_submodule(name)
    with submodule.register_forward_hook(
        lambda module, args, out: outputs.append(out), prepend=True
    ):
        model(x)
    return outputs


@instead_of("outputs_of")
def what_went_in(model, name, x):
    """You kept what went into the submodule. A forward hook gets the module, its inputs, then its
    output: keep the third."""
    inputs = []
    submodule = model.get_submodule(name)
    with submodule.register_forward_hook(lambda module, args, out: inputs.append(args[0])):
        model(x)
    return inputs


@instead_of("outputs_of")
def the_model_called_twice(model, name, x):
    """You called the model twice. In training mode each call moves batch norm's statistics, and
    every hook runs twice: once is enough."""
    model(x)
    return right.outputs_of(model, name, x)


@instead_of("outputs_of")
def among_the_children(model, name, x):
    """You looked for the submodule among the model's children. A name such as "1.0" leads further
    down, and "" is the model itself: get_submodule follows it."""
    submodule = dict(model.named_children())[name]
    outputs = []
    with submodule.register_forward_hook(lambda module, args, out: outputs.append(out)):
        model(x)
    return outputs
