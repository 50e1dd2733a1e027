"""Known wrong answers to ch05_mechanics/regularization."""

from katas._dojo.writing.mistakes import Edit

the_sum_without_the_square = Edit(
    """You added the parameters up as they are. Negative ones then count as a gain, and nothing
    stops them from growing: square each element first.""",
    {"p.square().sum()": "p.sum()"},
)

in_float32_whatever_comes = Edit(
    """You added in float32 whatever the parameters are, for instance to a torch.zeros(()) without
    their dtype. The penalty has their dtype: bfloat16 stays bfloat16.""",
    {
        "return sum(p.square().sum() for p in model.parameters())": """
            total = torch.zeros((), device=next(model.parameters()).device)
            for p in model.parameters():
                total = total + p.square().sum()
            return total
        """,
        "from torch import Tensor, nn": """
            import torch
            from torch import Tensor, nn
        """,
    },
)

absolute_values = Edit(
    """You added absolute values. That is the L1 penalty, which pulls equally hard at small and at
    large parameters; here each element is squared.""",
    {"p.square()": "p.abs()"},
)

norms_added_up = Edit(
    """You added up the parameters' norms. A norm is the root of a sum of squares: leave the root
    out.""",
    {"p.square().sum()": "p.norm()"},
)

the_mean_of_the_squares = Edit(
    """You took the mean of each parameter's squares. A large layer then weighs no more than a
    single bias: add the squares up.""",
    {"p.square().sum()": "p.square().mean()"},
)

only_the_weights = Edit(
    """You left the biases out. Many people do so on purpose; the book's loop, like weight_decay,
    takes every parameter, so here they count.""",
    {
        "for p in model.parameters()": (
            'for name, p in model.named_parameters() if not name.endswith("bias")'
        ),
    },
)

only_the_last_parameter = Edit(
    """You returned the squares of the last parameter alone, as happens when each one begins anew.
    Add to what you have, or hand sum() all of them.""",
    {
        "return sum(p.square().sum() for p in model.parameters())": """
            for p in model.parameters():
                penalty = p.square().sum()
            return penalty
        """,
    },
)

frozen_parameters_left_out = Edit(
    """You left frozen parameters out. They do not move, but the sum is over every parameter.""",
    {"for p in model.parameters()": "for p in model.parameters() if p.requires_grad"},
)

squares_of_the_state_dict = Edit(
    """You added up what the state_dict holds. Buffers are in it, which do not count, and its
    tensors are cut from the graph: go over model.parameters().""",
    {"model.parameters()": "model.state_dict().values()"},
)

cut_from_the_graph = Edit(
    """You cut the penalty from the graph, by detach(), .data or no_grad(). The loss then shows a
    penalty that no parameter feels: square the parameters themselves.""",
    {"p.square()": "p.data.square()"},
)

subtracted = Edit(
    """You subtracted the penalty. Large parameters then make the loss small, and training drives
    them outwards: add it.""",
    {"loss + ": "loss - "},
)

lambda_halved = Edit(
    """You halved lambda, so that it equals weight_decay. The book adds lambda times the squares;
    that is why weight_decay has to be twice lambda.""",
    {"l2_lambda * ": "l2_lambda / 2 * "},
)

added_in_place = Edit(
    """You wrote loss += ..., which changes the tensor of the caller. What is printed as the loss
    on the data then holds the penalty: write loss + ... instead.""",
    {
        "return loss + l2_lambda * l2_penalty(model)": """
            loss += l2_lambda * l2_penalty(model)
            return loss
        """,
    },
)

a_penalty_that_nobody_feels = Edit(
    """You added the penalty as a number, by item(), detach() or no_grad(). The loss looks right,
    but no parameter is pulled: the penalty must stay in the graph.""",
    {"* l2_penalty(model)": "* l2_penalty(model).item()"},
)

backward_already_called = Edit(
    """You called backward() on the penalty. That is the caller's part: here it fills .grad, and
    the caller's own backward adds to it.""",
    {
        "return loss + l2_lambda * l2_penalty(model)": """
            penalty = l2_lambda * l2_penalty(model)
            penalty.backward(retain_graph=True)
            return loss + penalty
        """,
    },
)
