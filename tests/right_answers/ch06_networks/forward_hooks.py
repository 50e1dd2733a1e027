"""Right answers to ch06_networks/forward_hooks, written differently."""

from katas._dojo.writing.mistakes import instead_of


@instead_of("outputs_of")
def with_finally(model, name, x):
    outputs = []

    def hook(module, args, output):
        outputs.append(output)
        return output

    handle = dict(model.named_modules())[name].register_forward_hook(hook)
    try:
        model(x)
    finally:
        handle.remove()
    return outputs


@instead_of("outputs_of")
def with_clones(model, name, x):
    submodule = model
    for step in filter(None, name.split(".")):
        submodule = getattr(submodule, step)
    outputs = []

    def hook(module, args, kwargs, output):
        outputs.append(output.clone())

    handle = submodule.register_forward_hook(hook, with_kwargs=True)
    try:
        model.__call__(x)
    finally:
        handle.remove()
    return outputs
