"""Known wrong answers to ch05_mechanics/early_stopping."""

from katas._dojo.writing.mistakes import Edit

the_tensor_itself = Edit(
    """You returned a tensor that training still moves. detach() shares the memory of the run's
    parameters, so later epochs change it, too: keep a clone.""",
    {".clone()": ""},
)

a_clone_with_its_graph = Edit(
    """You returned a tensor that requires a gradient. A clone alone is part of the graph:
    detach it as well.""",
    {".detach()": ""},
)

the_last_parameters = Edit(
    """You returned the parameters of the epoch at which training stopped. The best ones lie
    before it: copy them whenever the loss is a new lowest.""",
    {"return best": "return params.detach().clone()"},
)

detached_in_place = Edit(
    """You switched off the gradient of the run's own tensor. It cannot be trained any more:
    detach() gives you a tensor of your own.""",
    {
        "best, lowest, waited = params.detach().clone(), loss, 0": """
            best, lowest, waited = params.requires_grad_(False).clone(), loss, 0
        """,
    },
)

trained_to_the_end = Edit(
    """You took the whole run before you looked at it. Early stopping is there to save those
    epochs: stop taking when patience runs out.""",
    {
        "for params, loss in run:": """
            for params, loss in [(params.detach().clone(), loss) for params, loss in run]:
        """,
    },
)

the_lowest_of_all = Edit(
    """You never stopped, and kept the parameters of the lowest loss in the whole run. Stop as
    soon as patience has run out.""",
    {
        """
        if waited == patience:
            break
        """: "",
    },
)

one_epoch_too_patient = Edit(
    """You waited one epoch longer. Patience has run out when patience losses in a row have
    brought no new lowest.""",
    {"waited == patience": "waited > patience"},
)

patience_used_up_for_good = Edit(
    """You never began to count anew. Patience is about losses in a row: a new lowest restores
    it.""",
    {
        "best, lowest, waited = params.detach().clone(), loss, 0": (
            "best, lowest = params.detach().clone(), loss"
        ),
    },
)

compared_with_the_loss_before = Edit(
    """You compared each loss with the one before it. A loss may fall and still be far from the
    lowest: compare with the lowest so far.""",
    {
        """
        else:
            waited += 1
        """: """
        else:
            waited += 1
            lowest = loss
        """,
    },
)

the_last_of_equal_losses = Edit(
    """You took an equal loss for a new lowest. Nothing has improved: only a lower one restores
    patience.""",
    {"loss < lowest": "loss <= lowest"},
)

zero_taken_for_none = Edit(
    """You took a lowest loss of 0 for none at all. 0.0 counts as false: compare with None, or
    begin with math.inf.""",
    {"if loss < lowest:": "if not lowest or loss < lowest:"},
)

a_loss_too_high_to_begin_with = Edit(
    """You began with a lowest loss that real losses can exceed. Whatever the first one is, it is
    the lowest so far: begin with math.inf.""",
    {"math.inf": "1e9"},
)

nan_taken_for_a_best = Edit(
    """You took NaN for a new lowest. Every comparison with NaN is False: ask whether a loss is
    lower than the lowest, not whether it is higher.""",
    {"if loss < lowest:  # False for NaN": "if not loss >= lowest:"},
)

nan_not_waited_for = Edit(
    """You passed over NaN and inf as if there had been no epoch. They are no new lowest, and use
    up patience like any other.""",
    {
        "if loss < lowest:  # False for NaN": """
            if not math.isfinite(loss):
                continue
            if loss < lowest:
        """,
    },
)

nonsense_accepted = Edit(
    """You returned something where there is nothing to keep. A patience below 1, and a run in
    which no loss is the lowest, are a ValueError.""",
    {
        """
        if patience < 1:
            raise ValueError(f"patience is {patience}")
        """: "",
        """
        if best is None:
            raise ValueError("no loss is the lowest")
        """: "",
    },
)
