"""Known wrong answers to ch11_training/classifier_head."""

from katas._dojo.writing.mistakes import Edit

RETURNED = "return logits, logits.softmax(dim=1)"
UNPACKED = "logits, _ = model(crops)"

probabilities_given_to_the_loss = Edit(
    """You gave the probabilities to cross-entropy, which takes them for logits. However sure a
    model is, its loss cannot fall below 0.3133: the first of the two is for the loss.""",
    {UNPACKED: "_, logits = model(crops)"},
)

the_logarithm_of_probabilities = Edit(
    """Your loss goes by the logarithm of the probabilities. Where one of them is rounded to 0 the
    loss is infinite: cross-entropy calculates it from the logits.""",
    {
        UNPACKED: "_, probabilities = model(crops)",
        "cross_entropy(logits, labels)": "-probabilities.log()[range(len(labels)), labels].mean()",
    },
)

the_model_run_twice = Edit(
    """You ran the model more than once for one loss. That costs as much again, and in training
    batch norm learns from the same crops twice: unpack what one run returns.""",
    {UNPACKED: "logits = model(crops)[0] + 0 * model(crops)[1]"},
)

a_sum_over_crops = Edit(
    """You added up the losses of the crops. The mean does not depend on how many there are.""",
    {"cross_entropy(logits, labels)": "cross_entropy(logits, labels, reduction='sum')"},
)

softmax_over_the_crops = Edit(
    """You took the softmax over the crops. The two classes of one crop are in dimension 1: its
    probabilities have a sum of 1.""",
    {"softmax(dim=1)": "softmax(dim=0)"},
)

sigmoids = Edit(
    """You took the sigmoid of each logit by itself. The classes exclude each other: softmax makes
    probabilities of them whose sum is 1.""",
    {"logits.softmax(dim=1)": "logits.sigmoid()"},
)

logarithms_for_people = Edit(
    """You returned logarithms of probabilities. People want the probabilities, from 0 to 1.""",
    {"logits.softmax(dim=1)": "logits.log_softmax(dim=1)"},
)

probabilities_first = Edit(
    """You returned the probabilities first. It is logits, then probabilities: whoever unpacks them
    relies on it.""",
    {RETURNED: "return logits.softmax(dim=1), logits"},
)

probabilities_twice = Edit(
    """You returned probabilities in the place of logits, too. Who calculates the loss from them
    applies softmax twice.""",
    {
        "logits = self.head_linear(features)": "logits = self.head_linear(features).softmax(dim=1)",
        RETURNED: "return logits, logits",
    },
)

crops_folded = Edit(
    """You let view find the number of rows. Twice the features then pass for twice the crops: keep
    the first dimension, and flatten the rest.""",
    {"flatten(start_dim=1)": "reshape(-1, self.head_linear.in_features)"},
)

batch_norm_left_out = Edit(
    """Your batch norm is there, but crops do not go through it: the body is given them as they
    came.""",
    {"self.body(self.tail_batchnorm(crops))": "self.body(crops)"},
)

by_the_batch_in_eval_mode = Edit(
    """Your batch norm goes by the batch in eval mode, too, and learns from it there. A crop then
    has another answer in other company: call the module, which knows its mode.""",
    {
        "from torch.nn.functional import cross_entropy": (
            "from torch.nn.functional import batch_norm, cross_entropy"
        ),
        "self.tail_batchnorm(crops)": (
            "batch_norm(crops, self.tail_batchnorm.running_mean, self.tail_batchnorm.running_var,"
            " self.tail_batchnorm.weight, self.tail_batchnorm.bias, training=True)"
        ),
    },
)

always_1152 = Edit(
    """Your linear layer takes 1152 features whatever it is told. That is for the crop of the book:
    use n_features.""",
    {"nn.Linear(n_features, 2)": "nn.Linear(1152, 2)"},
)

one_output = Edit(
    """Your linear layer has a single output. There is a logit for each of the two classes.""",
    {"nn.Linear(n_features, 2)": "nn.Linear(n_features, 1)"},
)
