"""Right answers to ch08_convolutions/device_training, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "The sum of losses has no other name.": [
        ("total += loss.detach()", "total = total + loss.detach()"),
    ],
}


@instead_of("training_loop")
def the_loop_of_the_book_with_its_losses(n_epochs, optimizer, model, loss_fn, train_loader, device):
    losses = []
    for epoch in range(1, n_epochs + 1):
        loss_train = 0.0
        for imgs, labels in train_loader:
            imgs = imgs.to(device=device)
            labels = labels.to(device=device)
            outputs = model(imgs)
            loss = loss_fn(outputs, labels)

            optimizer.zero_grad()
            loss.backward()
            optimizer.step()

            loss_train += loss.item()

        losses.append(loss_train / len(train_loader))
        if epoch == 1 or epoch % 10 == 0:
            print(f"Epoch {epoch}, Training loss {losses[-1]}")
    return losses


@instead_of("training_loop")
def a_mean_over_samples_on_the_device(n_epochs, optimizer, model, loss_fn, train_loader, device):
    model.to(device).train()
    losses = []
    for _ in range(n_epochs):
        total, n_samples = torch.zeros(1, device=device), 0
        for batch in train_loader:
            x, y = (it.to(device, non_blocking=True) for it in batch)
            optimizer.zero_grad(set_to_none=False)
            loss = loss_fn(model(x), y)
            loss.backward()
            optimizer.step()
            with torch.no_grad():
                total = total + loss * len(y)
            n_samples += len(y)
        losses += (total / n_samples).tolist()
    return losses


@instead_of("training_loop")
def where_the_model_is(n_epochs, optimizer, model, loss_fn, train_loader, device):
    here = next(model.parameters())

    def epoch():
        losses = []
        for imgs, labels in train_loader:
            model.zero_grad()
            loss = loss_fn(model(imgs.to(here)), labels.to(here.device))
            loss.backward()
            optimizer.step()
            losses.append(float(loss))
        return sum(losses) / len(losses)

    return [epoch() for _ in range(n_epochs)]


@instead_of("training_loop")
def with_a_closure(n_epochs, optimizer, model, loss_fn, train_loader, device):
    means = []
    while len(means) < n_epochs:
        losses = []
        for imgs, labels in train_loader:
            imgs = torch.as_tensor(imgs, device=device)
            labels = torch.as_tensor(labels, device=device)

            def closure(imgs=imgs, labels=labels):
                optimizer.zero_grad()
                loss = loss_fn(model(imgs), labels)
                loss.backward()
                return loss

            losses.append(optimizer.step(closure).detach())
        means.append(torch.stack(losses).double().mean().item())
    return means
