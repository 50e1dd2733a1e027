"""Known wrong answers to ch06_networks/capacity."""

from katas._dojo.writing.mistakes import Edit

no_activation = Edit(
    """You left the activation out. Two linear layers in a row are one linear layer, so no width
    can bend the line: put a Tanh between them.""",
    {"nn.Tanh(), ": ""},
)

the_same_numbers = Edit(
    """Your nets all start from the same numbers. Each call makes a new net, with weights that
    nn.Linear draws: set neither them nor a seed.""",
    {
        "from torch import nn": "import torch\nfrom torch import nn",
        "return nn.Sequential(": """
            torch.manual_seed(0)
            return nn.Sequential(
        """,
    },
)

chosen_by_training_loss = Edit(
    """You chose by the training loss, the first of the two. It always prefers the widest net,
    which may know its data by heart: compare the second.""",
    {"_, val_loss": "val_loss, _"},
)

the_training_loss_compared = Edit(
    """You compared the training losses of the nets whose validation loss is finite. The training
    loss prefers the widest net, which may know its data by heart: compare the validation loss.""",
    {
        "_, val_loss": "train_loss, val_loss",
        "and val_loss < best_loss": "and train_loss < best_loss",
        "best_loss, best_net = val_loss": "best_loss, best_net = train_loss",
    },
)

chosen_by_test_loss = Edit(
    """You tested every net and chose by that. What the test data have chosen they cannot judge any
    more: choose by validation, test once, at the end.""",
    {
        "_, val_loss = train_and_validate(net)": """
            train_and_validate(net)
            test_loss = test(net)
        """,
        "if math.isfinite(val_loss) and val_loss < best_loss:": "if test_loss < best_loss:",
        "best_loss, best_net = val_loss, net": "best_loss, best_net = test_loss, net",
        "return best_net, test(best_net)": "return best_net, best_loss",
    },
)

tested_along_the_way = Edit(
    """You tested each net that was the best so far. The choice is right, but the test data have
    been looked at again and again: test the winner, once all are trained.""",
    {
        "best_loss, best_net = val_loss, net": """
            best_loss, best_net, test_loss = val_loss, net, test(net)
        """,
        "return best_net, test(best_net)": "return best_net, test_loss",
    },
)

the_validation_loss_returned = Edit(
    """You returned the validation loss of the winner. It is the best of many and so too good:
    return what the test says.""",
    {"return best_net, test(best_net)": "return best_net, best_loss"},
)

the_first_of_equals = Edit(
    """You kept whichever of equal nets came first. Of equal losses the narrowest net is the better
    choice: sort the widths, or compare them too.""",
    {"sorted(widths)": "widths"},
)

the_widest_of_equals = Edit(
    """You let a wider net win with a loss that is only equal. Take <, not <=: more units that gain
    nothing are not worth having.""",
    {"and val_loss < best_loss": "and val_loss <= best_loss"},
)

nan_may_win = Edit(
    """You let the first net win whatever its loss, as min() does. If that is NaN it stays, since no
    comparison with NaN is true: look for it with math.isfinite.""",
    {
        "if math.isfinite(val_loss) and val_loss < best_loss:": (
            "if best_net is None or val_loss < best_loss:"
        ),
    },
)

nan_hides_the_others = Edit(
    """You asked only of the winner whether its loss is finite. A NaN that comes first wins, as in
    min(), and the finite losses after it are lost: leave it out before you compare.""",
    {
        "if math.isfinite(val_loss) and val_loss < best_loss:": (
            "if best_net is None or val_loss < best_loss:"
        ),
        "if best_net is None:": "if not math.isfinite(best_loss):",
    },
)

minus_inf_may_win = Edit(
    """You let -inf win. It is below all other losses, and still no loss that a net can have: ask
    math.isfinite.""",
    {"math.isfinite(val_loss) and val_loss": "val_loss"},
)

nobody_won = Edit(
    """You tested and returned None where no validation loss is finite. Look whether any net was
    chosen, and raise ValueError if none was.""",
    {
        """
        if best_net is None:
            raise ValueError("no width has a finite validation loss")
        return
        """: "return",
    },
)

a_new_net_of_the_best_width = Edit(
    """You returned none of the nets that were trained, as when a new one of the best width is
    built, or a copy made. Return that very net which was trained and won.""",
    {"best_net = val_loss, net": "best_net = val_loss, build_net(width)"},
)

the_winner_trained_again = Edit(
    """You trained the winner again. That is another net than the one whose validation loss has
    won: train each once.""",
    {
        "return best_net, test(best_net)": """
            train_and_validate(best_net)
            return best_net, test(best_net)
        """,
    },
)
