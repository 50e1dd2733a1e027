"""Known wrong answers to ch13_segmentation/checkpoint."""

from katas._dojo.writing.mistakes import Edit

F1 = "2 * precision * recall / ((precision + recall) or 1)"

recall_alone_as_in_the_book = Edit(
    """You took the recall for the score, as the book does. A model that calls every pixel a nodule
    has the highest there is: F1 needs precision as well.""",
    {F1: "recall"},
)

precision_alone = Edit(
    """You took the precision for the score. A model that is sure of one pixel and misses the rest
    has the highest there is: F1 needs recall as well.""",
    {F1: "precision"},
)

the_arithmetic_mean = Edit(
    """You took the mean of precision and recall, of which one may be next to nothing. F1 is near
    the lower of the two.""",
    {F1: "(precision + recall) / 2"},
)

nothing_to_divide_by = Edit(
    """You divided by 0 where precision and recall are both 0. Their F1 score is 0.""",
    {"((precision + recall) or 1)": "(precision + recall)"},
)

begun_at_0 = Edit(
    """You began with a best score of 0, so that there is no best.pt as long as nothing is better.
    The first number is the best so far, also 0.""",
    {"self.best = -1.0": "self.best = 0.0"},
)

equal_is_better = Edit(
    """You replaced the best by an equal one. Of equal scores the first stays the best.""",
    {"f1 > self.best": "f1 >= self.best"},
)

nan_wins = Edit(
    """You took a nan for the best: it is not worse than the best, as any comparison with it is
    False. Ask whether the new score is higher.""",
    {"f1 > self.best": "not f1 <= self.best"},
)

zero_for_none = Edit(
    """You asked whether the best score is true, to see if there is one. 0 is not, so that whatever
    comes next replaces it; and a nan that came first stays. Ask whether it is None, and pass over
    nan.""",
    {
        "self.best = -1.0  # below any F1 score, 0 among them": "self.best = None",
        "f1 > self.best": "not self.best or f1 > self.best",
    },
)

nan_stays_the_best = Edit(
    """You took the first score for the best though it is a nan. No number is higher than that, so
    it stays the best for ever: pass over it.""",
    {
        "self.best = -1.0  # below any F1 score, 0 among them": "self.best = None",
        "f1 > self.best": "self.best is None or f1 > self.best",
    },
)

better_than_the_one_before = Edit(
    """You compared with the score of the epoch before. Remember a score only if it is the best.""",
    {
        "if f1 > self.best:": "better, self.best = f1 > self.best, f1\nif better:",
        "self.best = f1": "",
    },
)

module_in_the_names = Edit(
    """You saved the names of the wrapper: each begins with "module.", and no bare model has such.
    What DataParallel wraps is its attribute module.""",
    {"model.module if isinstance(model, nn.DataParallel) else model": "model"},
)

the_optimizer_forgotten = Edit(
    """You restored the weights, but not the optimizer. Adam's averages begin anew, and the next
    steps are other ones.""",
    {'optimizer.load_state_dict(state["optimizer"])': ""},
)

misfits_passed_over = Edit(
    """You passed over names that do not fit, so that a model may come back as it was and nobody
    hears of it. Leave load_state_dict strict.""",
    {'load_state_dict(state["model"])': 'load_state_dict(state["model"], strict=False)'},
)

parameters_alone = Edit(
    """You kept the parameters alone. The running statistics of batch norm belong to the model, too:
    state_dict has both.""",
    {
        '"model": bare.state_dict()': '"model": dict(bare.named_parameters())',
        'model.load_state_dict(state["model"])': """
        model.load_state_dict({**model.state_dict(), **state["model"]})
        """,
    },
)

the_epoch_to_come = Edit(
    """You returned the epoch that comes next. It is the one that was saved.""",
    {'return state["epoch"]': 'return state["epoch"] + 1'},
)
