"""Wrong answers to ch14_detection/finetune_depth, as people write them."""

from katas._dojo.writing.mistakes import instead_of


@instead_of("finetune")
def from_the_end(model, depth):
    """A slice from minus zero is everything.

    Known: all_at_depth_0_of_the_book.
    """
    names = [n for n, m in model.named_children() if sum(p.numel() for p in m.parameters())]
    names = names[-depth:]
    for n, p in model.named_parameters():
        p.requires_grad = n.split(".")[0] in names
    return names


@instead_of("finetune")
def every_child(model, depth):
    """A softmax is a block.

    Known: blocks_without_parameters.
    """
    names = [n for n, _ in model.named_children()]
    names = names[len(names) - min(depth, len(names)) :]
    for p in model.parameters():
        p.requires_grad = False
    for n in names:
        for p in getattr(model, n).parameters():
            p.requires_grad = True
    return names


@instead_of("finetune")
def freezes(model, depth):
    """What is frozen stays frozen, and a single block is trained.

    Known: frozen_for_ever, one_block_alone.
    """
    names = [n for n, m in model.named_children() if any(p is not None for p in m.parameters())]
    first = max(0, len(names) - depth)
    names = names[first : first + 1]
    for n, p in model.named_parameters():
        if n.split(".")[0] not in names:
            p.requires_grad_(False)
    return names


@instead_of("finetune")
def by_prefix(model, depth):
    """A name that begins like another one is taken for it.

    Known: nothing.
    """
    names = [n for n, m in model.named_children() if list(m.parameters())]
    names = names[max(0, len(names) - depth) :]
    for n, p in model.named_parameters():
        p.requires_grad_(any(n[: len(name) - 1] == name[:-1] for name in names))
    return names


@instead_of("finetune")
def whatever_begins_as_a_trained_one(model, depth):
    """block10 is trained because block1 is.

    Known: by_the_beginning_of_a_name.
    """
    blocks = [n for n, child in model.named_children() if list(child.parameters())]
    last = blocks[max(0, len(blocks) - depth) :]
    for n, p in model.named_parameters():
        p.requires_grad_(n.startswith(tuple(last)))
    return last


@instead_of("finetune")
def by_prefix_from_the_end(model, depth):
    """A start below 0 counts from the end, and a name stands for all that begin like it.

    Known: a_start_below_0, by_the_beginning_of_a_name.
    """
    blocks = [n for n, c in model.named_children() if list(c.parameters())]
    last = blocks[len(blocks) - depth :]
    for n, p in model.named_parameters():
        p.requires_grad = any(n.startswith(b) for b in last)
    return last
