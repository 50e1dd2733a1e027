"""Known wrong answers to ch05_mechanics/overfitting."""

from katas._dojo.writing.mistakes import Edit

noise_taken_for_a_trend = Edit(
    """You compared single losses. They jump about: compare the means of window losses in a
    row.""",
    {
        "[sum(losses[i : i + window]) / window for i in range(len(losses) - window + 1)]": (
            "list(losses)"
        ),
    },
)

the_turn_not_seen = Edit(
    """You called a validation curve that has turned up again well fitted because it ends below
    its start. What counts as well is its lowest mean.""",
    {" or _has_risen_again(val, tolerance)": ""},
)

a_flat_validation_curve_is_fine = Edit(
    """You asked only whether the validation loss rises. If it stays where it was while the
    training loss falls, nothing that was learned carries over: that is overfitting, too.""",
    {"not _has_fallen(val, tolerance) or ": ""},
)

the_gap_between_the_curves = Edit(
    """You compared one curve with the other. A gap between them is usual; it is where each of
    them goes that counts.""",
    {
        "not _has_fallen(val, tolerance) or _has_risen_again(val, tolerance)": (
            "val[-1] > (1 + tolerance) * train[-1]"
        ),
    },
)

overfitting_asked_first = Edit(
    """You called a fit overfitted whose training loss does not fall. That is underfitting,
    whatever the validation loss does: ask about it first.""",
    {
        """
        if not _has_fallen(train, tolerance):
            return "underfitted"
        if not _has_fallen(val, tolerance) or _has_risen_again(val, tolerance):
            return "overfitted"
        """: """
        if not _has_fallen(val, tolerance) or _has_risen_again(val, tolerance):
            return "overfitted"
        if not _has_fallen(train, tolerance):
            return "underfitted"
        """,
    },
)

nan_passes = Edit(
    """You let NaN and infinity through. Every comparison with NaN is False, so that a run that
    has diverged gets a verdict: look for it in both curves.""",
    {
        """
        for loss in losses:
            if not math.isfinite(loss):
                raise ValueError(f"a loss is {loss}")
        """: "",
    },
)

lengths_not_compared = Edit(
    """You gave a verdict on curves of different lengths. Their epochs do not belong together:
    compare the lengths first.""",
    {
        """
        if len(train_losses) != len(val_losses):
            raise ValueError(f"{len(train_losses)} losses against {len(val_losses)}")
        """: "",
    },
)

the_epoch_of_stopping = Edit(
    """You returned the epoch at which patience ran out. The best one lies before it.""",
    {"return best": "return epoch"},
)

one_loss_too_patient = Edit(
    """You waited one loss longer. Patience has run out when patience losses in a row have
    brought no new lowest.""",
    {"waited == patience": "waited > patience"},
)

patience_used_up_for_good = Edit(
    """You never began to count anew. Patience is about losses in a row: a new lowest restores
    it.""",
    {"best, lowest, waited = epoch, loss, 0": "best, lowest = epoch, loss"},
)

the_lowest_of_all = Edit(
    """You looked at losses that come after patience has run out. By then training has stopped:
    they would never have been measured.""",
    {
        """
        if waited == patience:
            break
        """: "",
    },
)

zero_taken_for_none = Edit(
    """You took a lowest loss of 0 for none at all. 0.0 counts as false: compare with None, or
    begin with math.inf.""",
    {"if loss < lowest:": "if not lowest or loss < lowest:"},
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

waiting_counted_from_epoch_0 = Edit(
    """You were one loss too patient where the first loss is NaN or inf. It uses up patience
    already: epoch 0 is no best to count from.""",
    {"if waited == patience:": "if epoch - (best or 0) == patience:"},
)
