"""Wrong answers to ch11_training/module_prefix, as people write them."""

from torch import nn

from katas._dojo.writing.mistakes import instead_of


@instead_of("bare_state_dict")
def whatever_has_a_module(model):
    """A bare model with a part called module loses the rest.

    Known: any_module_taken_for_a_wrapped_one.
    """
    if hasattr(model, "module"):
        model = model.module
    return model.state_dict()


@instead_of("bare_state_dict")
def as_it_is(model):
    """The names are those of the wrapper.

    Known: names_of_the_wrapper.
    """
    return {k: v.clone() for k, v in model.state_dict().items()}


@instead_of("load_anyhow")
def replaced(model, state):
    """module. is cut out everywhere, and what does not fit is passed over.

    Known: module_cut_out_anywhere, loaded_without_a_word, one_name_is_enough.
    """
    new_state = {}
    for k, v in state.items():
        new_state[k.replace("module.", "")] = v
    target = model.module if isinstance(model, nn.DataParallel) else model
    target.load_state_dict(new_state, strict=False)


@instead_of("load_anyhow")
def stripped(model, state):
    """lstrip takes letters.

    Known: letters_stripped.
    """
    if all(k.startswith("module.") for k in state):
        state = {k.lstrip("module."): v for k, v in state.items()}
    if isinstance(model, nn.DataParallel):
        model.module.load_state_dict(state)
    else:
        model.load_state_dict(state)


@instead_of("load_anyhow")
def into_the_wrapper(model, state):
    """A wrapped model finds none of its names.

    Known: a_wrapped_model_cannot_load.
    """
    if all(k.startswith("module.") for k in state):
        state = {k[7:]: v for k, v in state.items()}
    model.load_state_dict(state)


@instead_of("load_anyhow")
def by_what_it_has(model, state):
    """Whatever has a module is a wrapper, and whatever begins with it is the wrapper's.

    Known: any_module_taken_for_a_wrapped_one, one_name_is_enough.
    """
    model = model.module if hasattr(model, "module") else model
    model.load_state_dict({k.removeprefix("module."): v for k, v in state.items()})


@instead_of("bare_state_dict")
def whatever_its_names_say(model):
    """Names that all begin alike are taken for those of a wrapper.

    Known: by_the_names.
    """
    state = model.state_dict()
    if all(k.startswith("module.") for k in state):
        state = {k.removeprefix("module."): v for k, v in state.items()}
    return state
