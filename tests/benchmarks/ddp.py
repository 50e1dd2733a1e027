"""The loop on Net by several processes with DistributedDataParallel, as torchrun starts them.

Each takes its part of every batch, and the gradients are averaged, so the parameters are those
of one process.  (Not so with batch norm: each process would norm its own part.)  From the top
of the repository, on one machine, then on each of two:

    torchrun --nproc-per-node 2 -m tests.benchmarks.ddp --batch-size 64 --steps 10 100
    torchrun --nnodes 2 --nproc-per-node 8 --rdzv-backend c10d --rdzv-endpoint HOST:29400 \\
        -m tests.benchmarks.ddp --device cuda --batch-size 4096 --steps 10 100
"""

from __future__ import annotations

import argparse
import os
import socket
import subprocess
import sys
import tempfile
import weakref
from pathlib import Path

import pytest
import torch
import torch.distributed as dist
from torch.nn.parallel import DistributedDataParallel

from katas._dojo.curriculum import ROOT
from tests.benchmarks.floor import clock
from tests.benchmarks.problems import NETS, Task, net_in_batches
from tests.benchmarks.rungs import Rung, Train, module_loop

N_PROCESSES = 2


def two_processes(task: Task) -> Train:
    """They live as long as ``train``, which tells them through a pipe how many steps to go."""
    if task.device == "cuda" and torch.cuda.device_count() < N_PROCESSES:
        pytest.skip(f"DistributedDataParallel needs {N_PROCESSES} GPUs")
    loopback = next(name for _, name in socket.if_nameindex() if name.startswith("lo"))
    threads = max(1, torch.get_num_threads() // N_PROCESSES)
    environment = {"GLOO_SOCKET_IFNAME": loopback, "OMP_NUM_THREADS": str(threads)}
    folder = tempfile.TemporaryDirectory()
    shared = _shared_parameters(Path(folder.name, "parameters"), task.problem.n_parameters)
    launcher = ["torch.distributed.run", "--standalone", "--local-addr", "127.0.0.1"]
    launcher += ["--nproc-per-node", str(N_PROCESSES), "-m", "tests.benchmarks.ddp"]
    arguments = ["--device", task.device, "--batch-size", str(task.problem.batch_size)]
    processes = subprocess.Popen(
        [sys.executable, "-m", *launcher, *arguments, "--parameters", f"{folder.name}/parameters"],
        cwd=ROOT,
        env=os.environ | environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )

    def train(n_steps):
        print(n_steps, file=processes.stdin, flush=True)
        if not any(line.startswith(f"{n_steps} steps") for line in processes.stdout):
            raise RuntimeError("the processes ended before their steps")
        return [shared]

    weakref.finalize(train, _end, processes, folder)
    return train


def _end(processes: subprocess.Popen, folder: tempfile.TemporaryDirectory) -> None:
    processes.communicate()  # nothing more to read is their sign to end
    folder.cleanup()


def _shared_parameters(path: Path, n_parameters: int) -> torch.Tensor:
    return torch.from_file(str(path), shared=True, size=n_parameters)


DISTRIBUTED = Rung(
    f"DistributedDataParallel, {N_PROCESSES} processes",
    two_processes,
    [net for net in NETS if net.batch_size >= 64],
    slow_to_start=True,
)


def main() -> None:
    """One of the processes.  The first one is told the steps, and tells how long they took."""
    options = _options()
    rank, n_processes = int(os.environ["RANK"]), int(os.environ["WORLD_SIZE"])
    if options.device == "cuda":
        torch.cuda.set_device(int(os.environ["LOCAL_RANK"]))
    dist.init_process_group({"cpu": "gloo", "cuda": "nccl"}[options.device])

    task = Task(net_in_batches(options.batch_size), options.device)
    for place, batch in enumerate(task.batches):
        task.batches[place] = tuple(it.tensor_split(n_processes)[rank] for it in batch)
    model = DistributedDataParallel(task.module())
    sgd = torch.optim.SGD(model.parameters(), task.learning_rate, fused=True)
    train = module_loop(task, model, sgd)
    told = iter(options.steps or map(int, sys.stdin))

    while n_steps := _from_the_first(next(told, 0) if rank == 0 else 0, options.device):
        dist.barrier()
        start = clock()
        params = train(n_steps)
        dist.barrier()
        seconds = clock() - start
        if rank == 0:
            if options.parameters:
                shared = _shared_parameters(options.parameters, task.problem.n_parameters)
                shared.copy_(torch.cat([param.detach().flatten() for param in params]))
            each = f"{1e6 * seconds / n_steps:,.1f} µs a step"
            print(f"{n_steps} steps of {n_processes} processes: {each}", flush=True)
    dist.destroy_process_group()


def _from_the_first(number: int, device: str) -> int:
    shared = torch.tensor(number, device=device)
    dist.broadcast(shared, src=0)
    return int(shared.item())


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="ddp", usage="torchrun … -m tests.benchmarks.ddp …")
    parser.add_argument("--device", choices=("cpu", "cuda"), default="cpu")
    parser.add_argument("--batch-size", type=int, default=64, help="of all processes together")
    parser.add_argument("--steps", type=int, nargs="+", help="(default: as told by each line)")
    parser.add_argument("--parameters", type=Path, help="the file that takes them after a run")
    options = parser.parse_args()
    if "WORLD_SIZE" not in os.environ:
        parser.error("start it with torchrun")
    n_processes, n_here = int(os.environ["WORLD_SIZE"]), int(os.environ["LOCAL_WORLD_SIZE"])
    if options.batch_size < 1 or options.batch_size % n_processes:
        parser.error(
            f"--batch-size {options.batch_size}: no equal parts for {n_processes} processes"
        )
    if options.steps and min(options.steps) < 1:
        parser.error("--steps: one at least")
    if options.device == "cuda" and torch.cuda.device_count() < n_here:
        parser.error(f"--device cuda: {torch.cuda.device_count()} here for {n_here} processes")
    return options


if __name__ == "__main__":
    main()
