"""Known wrong answers to ch11_training/class_metrics."""

from katas._dojo.writing.mistakes import Edit

LOSS = "losses[chosen].mean().item()"
CORRECT = "100 * correct[chosen].double().mean().item()"

all_as_the_mean_of_the_classes = Edit(
    """Your numbers of all are the means of those of the two classes. A class with few samples
    weighs as much as the other then: go over all samples.""",
    {
        "return found": """
            for key in ("loss", "correct"):
                found[f"{key}/all"] = (found[f"{key}/neg"] + found[f"{key}/pos"]) / 2
            return found
        """,
    },
)

labels_by_the_threshold_as_in_the_book = Edit(
    """You compared the labels with the threshold, too, as the book does. With a threshold of 1
    there are no nodules left in the labels: those are 0 or 1 whatever is asked of predictions.""",
    {"labels == 1": "labels > threshold"},
)

yes_at_the_threshold = Edit(
    """You took for a nodule what lies exactly at the threshold. It has to be above.""",
    {"probabilities > threshold": "probabilities >= threshold"},
)

always_one_half = Edit(
    """You decided at 0.5 whatever the threshold is.""",
    {"probabilities > threshold": "probabilities > 0.5"},
)

an_empty_class_raises = Edit(
    """You divided a Python number by 0 where a class has no samples, and that is an error. It has
    no loss and no percentage, which NaN says: a mean over nothing gives it.""",
    {
        LOSS: "losses[chosen].sum().item() / int(chosen.sum())",
        CORRECT: "100 * int(correct[chosen].sum()) / int(chosen.sum())",
    },
)

an_empty_class_is_all_wrong = Edit(
    """You gave a class without samples the numbers 0. None of it was asked: NaN says so, and 0 says
    that all of it was wrong, at no loss.""",
    {
        LOSS: "losses[chosen].sum().item() / max(int(chosen.sum()), 1)",
        CORRECT: "100 * int(correct[chosen].sum()) / max(int(chosen.sum()), 1)",
    },
)

an_empty_class_is_left_out = Edit(
    """You left out a class without samples. Whoever reads the numbers looks for all six: NaN says
    that there is none.""",
    {
        f'found[f"loss/{{name}}"] = {LOSS}': f"""
            if not chosen.any():
                continue
            found[f"loss/{{name}}"] = {LOSS}
        """,
    },
)

shares = Edit(
    """You gave shares, from 0 to 1. Correct is in per cent.""",
    {CORRECT: "correct[chosen].double().mean().item()"},
)

counts = Edit(
    """You counted how many are right. How many there are differs from class to class: give the
    percentage of it.""",
    {CORRECT: "correct[chosen].double().sum().item()"},
)

out_of_all_samples = Edit(
    """You divided what is right in a class by the number of all samples. Divide by those of the
    class.""",
    {CORRECT: "100 * correct[chosen].double().sum().item() / len(labels)"},
)

out_of_what_was_predicted = Edit(
    """You divided by the number of predictions of a class, not of its samples. How many of the
    nodules were found is asked, and not how many of the finds are nodules.""",
    {
        CORRECT: (
            "100 * correct[chosen if name == 'all' else "
            "(probabilities > threshold) == (name == 'pos')].double().mean().item()"
        ),
    },
)

losses_by_the_prediction = Edit(
    """You sorted the losses by what was predicted. They belong to the class of their label.""",
    {
        LOSS: (
            "losses[chosen if name == 'all' else "
            "(probabilities > threshold) == (name == 'pos')].mean().item()"
        ),
    },
)

the_classes_exchanged = Edit(
    """You exchanged the classes. neg is what has the label 0, pos what has the label 1.""",
    {'"neg": ~positive, "pos": positive': '"neg": positive, "pos": ~positive'},
)

probabilities_for_losses = Edit(
    """You averaged row 1, the probabilities. The losses are in row 2.""",
    {LOSS: "probabilities[chosen].mean().item()"},
)

a_sum_of_losses = Edit(
    """You added the losses up. Their mean can be compared between classes and epochs.""",
    {LOSS: "losses[chosen].sum().item()"},
)
