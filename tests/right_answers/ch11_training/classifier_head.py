"""Right answers to ch11_training/classifier_head, written differently."""

import torch
from torch import nn

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "Of two dimensions, 1 is the last.": [("softmax(dim=1)", "softmax(dim=-1)")],
}


@instead_of("Classifier")
class TheForwardOfTheBook(nn.Module):
    def __init__(self, body, n_features=1152):
        super().__init__()
        self.tail_batchnorm = nn.BatchNorm3d(1)
        self.body = body
        self.head_linear = nn.Linear(n_features, 2)
        self.head_softmax = nn.Softmax(dim=1)

    def forward(self, input_batch):
        bn_output = self.tail_batchnorm(input_batch)
        block_out = self.body(bn_output)
        conv_flat = block_out.view(
            block_out.size(0),
            -1,
        )
        linear_output = self.head_linear(conv_flat)

        return linear_output, self.head_softmax(linear_output)


@instead_of("Classifier")
class BySteps(nn.Module):
    def __init__(self, body, n_features=1152):
        super().__init__()
        self.add_module("tail_batchnorm", nn.BatchNorm3d(num_features=1))
        self.add_module("body", body)
        self.add_module("head_linear", nn.Linear(n_features, out_features=2))

    def forward(self, x):
        for layer in self.tail_batchnorm, self.body, torch.nn.Flatten(), self.head_linear:
            x = layer(x)
        return x, x.log_softmax(-1).exp()


@instead_of("classification_loss")
def per_crop_as_in_the_book(model, crops, labels):
    logits_g, _probability_g = model(crops)
    loss_func = nn.CrossEntropyLoss(reduction="none")
    loss_g = loss_func(logits_g, labels)
    return loss_g.mean()


@instead_of("classification_loss")
def by_hand(model, crops, labels):
    logits = model(crops)[0]
    of_labels = logits.gather(1, labels.unsqueeze(1)).squeeze(1)
    return (logits.logsumexp(1) - of_labels).mean()
