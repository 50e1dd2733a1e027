"""Right answers to ch14_detection/finetune_depth, written differently."""

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "The larger of two is so in any order.": [
        ("max(len(blocks) - depth, 0)", "max(0, len(blocks) - depth)"),
    ],
    "True is what requires_grad_ takes by default.": [
        ("requires_grad_(True)", "requires_grad_()"),
    ],
}


@instead_of("finetune")
def as_in_the_book_with_a_guard(model, depth):
    model_blocks = [n for n, subm in model.named_children() if len(list(subm.parameters())) > 0]
    finetune_blocks = model_blocks[-depth:] if depth else []
    for n, p in model.named_parameters():
        p.requires_grad_(n.split(".")[0] in finetune_blocks)
    return finetune_blocks


@instead_of("finetune")
def backwards(model, depth):
    for parameter in model.parameters():
        parameter.requires_grad = False
    names = []
    for name, child in reversed(list(model.named_children())):
        parameters = list(child.parameters())
        if parameters and len(names) < depth:
            names.insert(0, name)
            for parameter in parameters:
                parameter.requires_grad = True
    return names
