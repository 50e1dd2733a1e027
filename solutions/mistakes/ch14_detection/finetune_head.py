"""Known wrong answers to ch14_detection/finetune_head."""

from katas._dojo.writing.mistakes import Edit, instead_of


@instead_of("load_body")
def a_part_of_the_name_of_the_book(model, weights, head):
    """You left out everything whose name is a part of the head's, as the book does: to a string,
    `in` asks for a substring, and "head" is in "head_linear". Compare whole names, and let what is
    missing be an error."""
    body = {name: it for name, it in weights.items() if name.split(".")[0] not in head}
    model.load_state_dict(body, strict=False)


passed_over = Edit(
    """Your model passes over what is not found, so that weights under other names load nothing at
    all, and nobody is told. Be strict about everything but the head.""",
    {"load_state_dict(body | new)": "load_state_dict(body | new, strict=False)"},
)

its_own_for_what_is_missing = Edit(
    """Your model keeps its own weights, which nobody has trained, where one is missing, and nobody
    is told. Of its own state take the head alone.""",
    {"body | new": "model.state_dict() | body"},
)

the_old_head_too = Edit(
    """You loaded the old head, too. It has learned another question: the new one stays as it
    is.""",
    {"body | new": "new | weights"},
)

names_that_begin_alike = Edit(
    """You took for the head whatever begins with its name, such as head_linear_1. The name of a
    child ends at the dot.""",
    {'name.split(".")[0] == head': "name.startswith(head)"},
)

head_anywhere = Edit(
    """You took for the head whatever has its name anywhere, also deep in the body. A child of the
    model comes first in the name.""",
    {'name.split(".")[0] == head': 'head in name.split(".")'},
)

parameters_alone = Edit(
    """You loaded the parameters alone. The running statistics of batch norm are in the weights as
    well, and belong to the body.""",
    {
        "body | new": (
            "model.state_dict() | {k: v for k, v in body.items() if "
            "k in dict(model.named_parameters())}"
        )
    },
)


@instead_of("load_body")
def the_tensors_of_the_weights(model, weights, head):
    """You put the tensors of the weights themselves into the model: train it, and they change. Copy
    them."""
    old = {name: it for name, it in weights.items() if name.split(".")[0] != head}
    new = {name: it for name, it in model.state_dict().items() if name.split(".")[0] == head}
    model.load_state_dict(old | new, assign=True)
    for parameter in model.parameters():
        parameter.requires_grad_(True)


statistics_move = Edit(
    """Your body is in train mode: batch norm moves its statistics though its parameters are frozen,
    and dropout drops. Freezing is eval mode as well.""",
    {"model.eval()": "model.train()"},
)

modes_as_they_came = Edit(
    """You left the modes of the body as they were. The model comes from its last epoch, or from a
    validation: eval for the body.""",
    {"model.eval()": ""},
)

the_head_in_eval_mode = Edit(
    """You left the head in eval mode. It is being trained: train mode for the head.""",
    {".requires_grad_(True).train()": ".requires_grad_(True)"},
)

the_head_frozen_too = Edit(
    """You left the head as frozen as it came, or froze it. Its parameters require gradients.""",
    {".requires_grad_(True)": ""},
)

children_alone = Edit(
    """You froze the children of the model. A parameter of its own, in no child, is still
    trained.""",
    {
        "model.requires_grad_(False)": (
            "for child in model.children():\n    child.requires_grad_(False)"
        )
    },
)


@instead_of("train_head")
def only_freezes_of_the_book(model, head):
    """You only freeze, as the book does, and leave modes and what was frozen as they are. Batch
    norm of the body moves in train mode, frozen or not."""
    for name, parameter in model.named_parameters():
        if name.split(".")[0] != head:
            parameter.requires_grad_(False)


@instead_of("train_head")
def trained_if_it_begins_alike(model, head):
    """You let be trained whatever begins with the name of the head, such as head_linear_1. The
    name of a child ends at the dot."""
    model.eval()
    for name, parameter in model.named_parameters():
        parameter.requires_grad_(name.startswith(head))
    model.get_submodule(head).train()
