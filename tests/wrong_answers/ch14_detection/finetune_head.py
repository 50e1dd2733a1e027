"""Wrong answers to ch14_detection/finetune_head, as people write them."""

from katas._dojo.writing.mistakes import instead_of


@instead_of("load_body")
def not_strict(model, weights, head):
    """Nobody is told what is missing.

    Known: passed_over.
    """
    body = {k: v for k, v in weights.items() if k.split(".")[0] != head}
    model.load_state_dict(body, strict=False)


@instead_of("load_body")
def all_of_them(model, weights, head):
    """The old head is loaded as well.

    Known: the_old_head_too.
    """
    model.load_state_dict(weights)


@instead_of("load_body")
def by_prefix(model, weights, head):
    """Whatever begins like the head is left as it is.

    Known: names_that_begin_alike.
    """
    state = model.state_dict()
    for name in weights:
        if not name.startswith(head):
            state[name] = weights[name]
    if len(state) != len(model.state_dict()):
        raise RuntimeError("unexpected names")
    for name in state:
        if name not in weights and not name.startswith(head):
            raise RuntimeError(f"{name} is missing")
    model.load_state_dict(state)


@instead_of("train_head")
def in_train_mode(model, head):
    """The whole model is in train mode.

    Known: statistics_move.
    """
    model.train()
    for parameter in model.parameters():
        parameter.requires_grad = False
    for parameter in getattr(model, head).parameters():
        parameter.requires_grad = True


@instead_of("train_head")
def frozen_by_eval(model, head):
    """Eval mode for all, and nothing is frozen.

    Known: the_head_in_eval_mode.
    """
    for parameter in model.parameters():
        parameter.requires_grad_()
    model.eval()


@instead_of("load_body")
def the_new_head_put_into_the_weights(model, weights, head):
    """The dict of the caller has the new head afterwards.

    Known: nothing.
    """
    for name in list(weights):
        if name.split(".")[0] == head:
            del weights[name]
    for name, tensor in model.state_dict().items():
        if name.split(".")[0] == head:
            weights[name] = tensor
    model.load_state_dict(weights)


@instead_of("train_head")
def parameters_by_the_beginning_of_their_names(model, head):
    """head_linear_1 is trained as well.

    Known: trained_if_it_begins_alike.
    """
    model.train(False)
    for name, p in model.named_parameters():
        p.requires_grad = name.startswith(head)
    for module in getattr(model, head).modules():
        module.training = True


@instead_of("load_body")
def an_update_of_its_own_state(model, weights, head):
    """What is missing in the weights is not missed.

    Known: its_own_for_what_is_missing.
    """
    state = model.state_dict()
    state.update({k: v for k, v in weights.items() if k.split(".")[0] != head})
    model.load_state_dict(state)
