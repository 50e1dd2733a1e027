"""Wrong answers to ch06_networks/forward_hooks, as people write them."""

from katas._dojo.writing.mistakes import instead_of


@instead_of("outputs_of")
def hook_stays(model, name, x):
    """The hook is never removed.

    Known: the_hook_left_behind.
    """
    caught = []
    dict(model.named_modules())[name].register_forward_hook(lambda m, args, out: caught.append(out))
    model(x)
    return caught


@instead_of("outputs_of")
def stays_after_an_error(model, name, x):
    """The hook is removed only if the model comes to an end.

    Known: the_hook_left_behind_after_an_error.
    """
    outputs = []

    def hook(module, inputs, output):
        outputs.append(output)

    handle = model.get_submodule(name).register_forward_hook(hook)
    model(x)
    handle.remove()
    return outputs


@instead_of("outputs_of")
def without_gradients(model, name, x):
    """What is kept has left the graph.

    Known: detached.
    """
    kept = []
    module = dict(model.named_modules())[name]
    handle = module.register_forward_hook(lambda *args: kept.append(args[2].detach()))
    try:
        model(x)
    finally:
        handle.remove()
    return kept


@instead_of("outputs_of")
def the_last_call(model, name, x):
    """There is one entry, however often the submodule is called.

    Known: one_output_for_each_name, the_last_call_only.
    """
    last = {}

    def hook(module, args, output):
        last[name] = output

    handle = model.get_submodule(name).register_forward_hook(hook)
    try:
        model(x)
    finally:
        handle.remove()
    return [last[name]]


@instead_of("outputs_of")
def children_only(model, name, x):
    """The submodule is looked for among the attributes of the model.

    Known: an_attribute_of_the_model.
    """
    outputs = []
    layer = getattr(model, name)
    handle = layer.register_forward_hook(lambda m, i, o: outputs.append(o))
    try:
        model(x)
    finally:
        handle.remove()
    return outputs


@instead_of("outputs_of")
def the_submodule_alone(model, name, x):
    """The submodule is called on what was meant for the model.

    Known: the_submodule_called_by_itself.
    """
    return [model.get_submodule(name)(x)]


@instead_of("outputs_of")
def forward_of_the_model(model, name, x):
    """The model itself is not called, so that its own hooks do not run.

    Known: the_model_not_called.
    """
    results = []
    handle = model.get_submodule(name).register_forward_hook(
        lambda module, args, out: results.append(out)
    )
    try:
        model.forward(x)
    finally:
        handle.remove()
    return results
