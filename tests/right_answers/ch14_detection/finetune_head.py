"""Right answers to ch14_detection/finetune_head, written differently."""

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "The one does not depend on the other.": [
        (
            "model.requires_grad_(False)\nmodel.eval()",
            "model.eval()\nmodel.requires_grad_(False)",
        ),
        (
            "body = {name: tensor for name, tensor in weights.items() if not of_head(name)}\n"
            "new = {name: tensor for name, tensor in model.state_dict().items() if of_head(name)}",
            "new = {name: tensor for name, tensor in model.state_dict().items() if of_head(name)}\n"
            "body = {name: tensor for name, tensor in weights.items() if not of_head(name)}",
        ),
    ],
    "True is what requires_grad_ takes by default.": [
        ("requires_grad_(True)", "requires_grad_()"),
    ],
}


@instead_of("load_body")
def strict_but_for_the_head(model, weights, head):
    prefix = f"{head}."
    body = {k: v for k, v in weights.items() if not k.startswith(prefix)}
    missing, unexpected = model.load_state_dict(body, strict=False)
    wrong = unexpected + [k for k in missing if not k.startswith(prefix)]
    if wrong:
        raise RuntimeError(f"weights that do not fit: {wrong}")


@instead_of("load_body")
def over_the_state_dict(model, weights, head):
    merged = dict(weights)
    for k in list(merged):
        if k.partition(".")[0] == head:
            del merged[k]
    for k, v in getattr(model, head).state_dict(prefix=f"{head}.").items():
        merged[k] = v
    model.load_state_dict(merged, strict=True)


@instead_of("train_head")
def by_name(model, head):
    for n, p in model.named_parameters():
        p.requires_grad_(n.split(".")[0] == head)
    model.training = False
    for n, child in model.named_children():
        child.train(n == head)


@instead_of("train_head")
def child_by_child(model, head):
    model.train()
    for parameter in model.parameters():
        parameter.requires_grad = False
    for name, child in model.named_children():
        if name == head:
            for parameter in child.parameters():
                parameter.requires_grad = True
        else:
            child.eval()
