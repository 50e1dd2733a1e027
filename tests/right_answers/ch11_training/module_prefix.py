"""Right answers to ch11_training/module_prefix, written differently."""

from torch import nn

from katas._dojo.writing.mistakes import instead_of


@instead_of("bare_state_dict")
def names_cut_off(model):
    state = model.state_dict()
    if type(model).__name__ != "DataParallel":
        return state
    return {name[len("module.") :]: tensor for name, tensor in state.items()}


@instead_of("bare_state_dict")
def copied(model):
    while isinstance(model, nn.DataParallel):
        model = model.module
    return {name: tensor.detach().clone() for name, tensor in model.state_dict().items()}


@instead_of("load_anyhow")
def names_of_the_target(model, state):
    is_wrapped = isinstance(model, nn.DataParallel)
    from_wrapped = all(name.partition(".")[0] == "module" for name in state)
    named = {}
    for name, tensor in state.items():
        bare = name.split(".", 1)[1] if from_wrapped else name
        named["module." + bare if is_wrapped else bare] = tensor
    model.load_state_dict(named)


@instead_of("load_anyhow")
def consumed_from_a_copy(model, state):
    state = dict(state)
    if all(name.startswith("module.") for name in state):
        nn.modules.utils.consume_prefix_in_state_dict_if_present(state, "module.")
    if isinstance(model, nn.DataParallel):
        model = model.module
    model.load_state_dict(state, strict=True)
