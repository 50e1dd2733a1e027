from torch import Tensor, nn
from torch.nn.functional import cross_entropy


class Classifier(nn.Module):
    def __init__(self, body: nn.Module, n_features: int = 1152):
        super().__init__()
        self.tail_batchnorm = nn.BatchNorm3d(1)
        self.body = body
        self.head_linear = nn.Linear(n_features, 2)

    def forward(self, crops: Tensor) -> tuple[Tensor, Tensor]:
        features = self.body(self.tail_batchnorm(crops)).flatten(start_dim=1)
        logits = self.head_linear(features)
        return logits, logits.softmax(dim=1)


def classification_loss(model: nn.Module, crops: Tensor, labels: Tensor) -> Tensor:
    logits, _ = model(crops)
    return cross_entropy(logits, labels)
