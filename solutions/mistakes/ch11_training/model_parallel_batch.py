"""Known wrong answers to ch11_training/model_parallel_batch."""

import torch

from katas._dojo.writing.mistakes import Edit, instead_of

CHUNKS = "chunks = batch.chunk(len(replicas))\noutputs"
RUN = "replica(chunk.to(_device_of(replica)))"
TOTAL = "total = total + len(inputs) * loss.to(batch.device)"

sizes_as_equal_as_can_be = Edit(
    """Your chunks are as equal as can be, as those of tensor_split. torch.chunk rounds up: 10 on 4
    are 3, 3, 3, 1, and where that is enough, the last replicas have nothing to do.""",
    {CHUNKS: "chunks = [it for it in batch.tensor_split(len(replicas)) if len(it)]\noutputs"},
)

the_rest_lost = Edit(
    """You rounded the size of a chunk down, and what is left over is in no output. Round up:
    torch.chunk does.""",
    {
        CHUNKS: """
            size = len(batch) // len(replicas)
            chunks = [batch[i * size : (i + 1) * size] for i in range(len(replicas))]
            outputs
        """,
    },
)

the_short_chunk_dropped = Edit(
    """You dropped the last chunk where it is shorter than the others. Every sample comes
    back.""",
    {
        CHUNKS: (
            "chunks = batch.chunk(len(replicas))\n"
            "chunks = [it for it in chunks if len(it) == len(chunks[0])]\noutputs"
        ),
    },
)

dealt_like_cards = Edit(
    """You dealt the samples one by one, so they come back in another order than their labels. A
    chunk is a piece of the batch.""",
    {
        CHUNKS: (
            "n_chunks = min(len(batch), len(replicas))\n"
            "chunks = [batch[it :: len(replicas)] for it in range(n_chunks)]\noutputs"
        ),
    },
)

one_replica_for_all = Edit(
    """You ran one replica on all of the chunks. Each has a replica of its own: the others stand
    idle, and have no gradients.""",
    {RUN: "replicas[0](chunk.to(_device_of(replicas[0])))"},
)

the_whole_batch_for_each = Edit(
    """You gave each replica the whole batch. That is as much work for each as for one model alone:
    every replica has a chunk of its own.""",
    {
        RUN: (
            "replica(batch.to(_device_of(replica)))[: len(chunk)] if chunk is chunks[0] else"
            " replica(batch.to(_device_of(replica)))[-len(chunk) :]"
        ),
    },
)

idle_replicas_run = Edit(
    """You ran replicas for which there was no chunk, on a chunk without any sample. They do not
    run.""",
    {
        CHUNKS: (
            "chunks = list(batch.chunk(len(replicas)))\n"
            "chunks += [batch[:0]] * (len(replicas) - len(chunks))\noutputs"
        )
    },
)

the_rest_in_the_last = Edit(
    """You rounded the size of a chunk down, and the last one takes the rest. It may be several
    times as long as the others, which wait for it: round up, as torch.chunk does.""",
    {
        CHUNKS: """
            size, last = len(batch) // len(replicas), len(replicas) - 1
            chunks = [
                batch[i * size : (i + 1) * size if i < last else None] for i in range(last + 1)
            ]
            outputs
        """,
    },
)

outputs_detached = Edit(
    """You joined outputs without their history, so no gradient comes back to any replica.""",
    {"output.to(batch.device) for": "output.detach().to(batch.device) for"},
)

a_mean_of_means = Edit(
    """You averaged the losses of the chunks. Each sample of the short last chunk counts more then:
    multiply each loss by the size of its chunk, and divide by N.""",
    {
        "total = total + len(inputs) * loss": "total = total + loss",
        "return total / len(batch)": "return total / len(chunks[0])",
    },
)

a_sum_of_means = Edit(
    """You added the losses of the chunks up: several times what one model would have. They are
    means: weigh each by the size of its chunk, and divide by N.""",
    {
        "total = total + len(inputs) * loss": "total = total + loss",
        "return total / len(batch)": "return total",
    },
)

not_divided = Edit(
    """Your loss is the sum over all samples. Divide by their number.""",
    {"return total / len(batch)": "return total"},
)

all_chunks_as_long_as_the_first = Edit(
    """You weighed each chunk as if it were as long as the first. The last one may be shorter.""",
    {"len(inputs) * loss": "len(chunks[0][0]) * loss"},
)

divided_among_all_replicas = Edit(
    """You divided by the number of replicas, also of those that had nothing to do. Divide by the
    number of samples.""",
    {
        "total = total + len(inputs) * loss": "total = total + loss",
        "return total / len(batch)": "return total / len(replicas)",
    },
)


@instead_of("parallel_loss")
def the_first_device_only(replicas, loss_fn, batch, labels):
    """Your loss is that of the first chunk. All chunks belong to the batch."""
    device = next(replicas[0].parameters()).device
    inputs, wanted = (torch.chunk(it, len(replicas))[0].to(device) for it in (batch, labels))
    return loss_fn(replicas[0](inputs), wanted).to(batch.device)
