"""Known wrong answers to ch14_detection/finetune_depth."""

from katas._dojo.writing.mistakes import Edit

all_at_depth_0_of_the_book = Edit(
    """You train everything at depth 0, as the book does: blocks[-0:] is blocks[0:], all of them.
    Count from the front, or ask for 0 first.""",
    {"blocks[max(len(blocks) - depth, 0) :]": "blocks[-depth:]"},
)

blocks_without_parameters = Edit(
    """You counted children that have no parameters, such as a softmax at the end. Only blocks count
    that have something to train.""",
    {" if list(child.parameters())": ""},
)

parameters_of_its_own = Edit(
    """You counted only blocks that have parameters themselves. Those of their parts are theirs,
    too: a block is mostly made of layers.""",
    {"list(child.parameters())": "list(child.parameters(recurse=False))"},
)

every_part = Edit(
    """You counted every part, however deep inside. Blocks are the children of the model.""",
    {
        "model.named_children() if list(child.parameters())": (
            "model.named_modules() if name and list(child.parameters())"
        )
    },
)

whatever_has_a_state = Edit(
    """You counted what has buffers alone, such as a batch norm without weights. There is nothing to
    train in it.""",
    {"list(child.parameters())": "child.state_dict()"},
)

from_the_front = Edit(
    """You counted from the front. The last blocks are trained: the head first of all.""",
    {"blocks[max(len(blocks) - depth, 0) :]": "blocks[:depth]"},
)

one_block_alone = Edit(
    """You let one block be trained, that at the depth. All from there to the head are.""",
    {"blocks[max(len(blocks) - depth, 0) :]": ("blocks[max(len(blocks) - depth, 0) :][:1]")},
)

without_the_head = Edit(
    """You did not count the head. Depth 1 is the head alone.""",
    {"len(blocks) - depth, 0)": "len(blocks) - depth - 1, 0)"},
)

a_start_below_0 = Edit(
    """Your start is negative where the depth is larger than the number of blocks, and a negative
    index counts from the end. There, all blocks are trained.""",
    {"max(len(blocks) - depth, 0)": "len(blocks) - depth"},
)

nothing_frozen = Edit(
    """You froze nothing. All that is not in the last blocks requires no gradients.""",
    {"model.requires_grad_(False)": ""},
)

frozen_for_ever = Edit(
    """You only freeze: a block that was frozen before stays so, and a deeper call trains no more.
    Let the last blocks require gradients.""",
    {
        "model.requires_grad_(False)": """
        for name, parameter in model.named_parameters():
            if name.split(".")[0] not in trained:
                parameter.requires_grad_(False)
        """,
        "    model.get_submodule(name).requires_grad_(True)": "    pass",
    },
)

blocks_alone_frozen = Edit(
    """You froze blocks alone. A parameter of the model itself, in none of its children, is still
    trained.""",
    {
        "model.requires_grad_(False)": (
            "for name in blocks:\n    model.get_submodule(name).requires_grad_(False)"
        )
    },
)

by_the_beginning_of_a_name = Edit(
    """You asked how a name begins: block1 begins block10, too, and so what belongs to one is taken
    for the other's. Compare the whole name before the dot.""",
    {
        "for name in trained:": "for name, parameter in model.named_parameters():",
        "model.get_submodule(name).requires_grad_(True)": (
            "parameter.requires_grad_(name.startswith(tuple(trained)))"
        ),
    },
)

from_the_head_backwards = Edit(
    """You returned the names from the head backwards. They stand in the order of the model.""",
    {"return trained": "return trained[::-1]"},
)

all_blocks_named = Edit(
    """You returned all blocks. The names of those that are trained are asked for.""",
    {"return trained": "return blocks"},
)
