"""Right answers to ch08_convolutions/l2_penalty, written differently."""

import datetime

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "Nobody else holds the loss of a batch.": [
        ("loss = loss + l2_lambda * sum", "loss += l2_lambda * sum"),
    ],
}


@instead_of("training_loop_l2reg")
def as_in_the_book(n_epochs, optimizer, model, loss_fn, train_loader, l2_lambda):
    for epoch in range(1, n_epochs + 1):
        loss_train = 0.0
        for imgs, labels in train_loader:
            outputs = model(imgs)
            loss = loss_fn(outputs, labels)

            l2_norm = sum(p.pow(2.0).sum() for p in model.parameters())
            loss = loss + l2_lambda * l2_norm

            optimizer.zero_grad()
            loss.backward()
            optimizer.step()

            loss_train += loss.item()
        if epoch == 1 or epoch % 10 == 0:
            now, mean = datetime.datetime.now(), loss_train / len(train_loader)
            print(f"{now} Epoch {epoch}, Training loss {mean}")


@instead_of("training_loop_l2reg")
def added_to_the_gradient(n_epochs, optimizer, model, loss_fn, train_loader, l2_lambda):
    for _ in range(n_epochs):
        for imgs, labels in train_loader:
            model.zero_grad()
            loss_fn(model(imgs), labels).backward()
            for p in model.parameters():
                p.grad.add_(p.detach(), alpha=2 * l2_lambda)
            optimizer.step()


@instead_of("training_loop_l2reg")
def by_one_long_vector(n_epochs, optimizer, model, loss_fn, train_loader, l2_lambda):
    for _ in range(n_epochs):
        for imgs, labels in train_loader:
            flat = torch.nn.utils.parameters_to_vector(model.parameters())
            loss = loss_fn(model(imgs), labels).add(flat @ flat, alpha=l2_lambda)
            optimizer.zero_grad(set_to_none=False)
            loss.backward()
            optimizer.step()


@instead_of("sgd_with_weight_decay")
def in_two_groups(model, lr, l2_lambda):
    weights = [p for p in model.parameters() if p.dim() > 1]
    others = [p for p in model.parameters() if p.dim() <= 1]
    groups = [{"params": weights}, {"params": others}]
    return torch.optim.SGD(groups, lr, weight_decay=l2_lambda * 2.0)


@instead_of("sgd_with_weight_decay")
def set_afterwards(model, lr, l2_lambda):
    optimizer = torch.optim.SGD(list(model.parameters()), lr=lr)
    for group in optimizer.param_groups:
        group["weight_decay"] = l2_lambda + l2_lambda
    return optimizer
