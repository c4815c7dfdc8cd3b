"""Trains the study of the edge of stability as a loop in PyTorch, and writes the tables of `basin import`.

Usage: python3 pytorch.py FOLDER [START]

It trains the trials of conf/studies/edge-of-stability.conf --variant small: all seeds and step sizes of a
width at once, in double precision, each from a teacher, inputs and weights of its own seed. START is a file
of the inputs, labels and weights to begin with and of the points' ids, so that two programs train the same:
{"<width>": {"points": ["…"], "seeds": {"<seed>": {"inputs": [[…]], "labels": […], "<tensor>": [[…]]}}}}.

It needs torch alone.
"""

import csv
import gzip
import json
import math
import pathlib
import sys

import torch

WIDTHS = [8, 32, 128]
STEP_SIZES = [0.005 * 2**k for k in range(9)]  # 0.005, 0.01, … 1.28
SEEDS = range(10)
INPUTS, SAMPLES, TEACHER = 8, 32, 4
STEPS = 2000
TARGET = 1e-3
TENSORS = ["layers.0.weight", "layers.0.bias", "layers.1.weight", "layers.1.bias"]

OBSERVED = {0, STEPS} | {round(10 ** (k / 10)) for k in range(1 + int(10 * math.log10(STEPS)))}


def drawn(width, seed):
    """Inputs, labels and the student's four tensors; the teacher and the inputs do not depend on the width."""
    generator = torch.Generator().manual_seed(seed)
    normal = lambda *shape: torch.randn(*shape, generator=generator)
    hidden, output = normal(TEACHER, INPUTS) * (2 / INPUTS) ** 0.5, normal(TEACHER) * (2 / TEACHER) ** 0.5
    x = normal(SAMPLES, INPUTS)
    y = torch.relu(x @ hidden.T) @ output
    weight, out = normal(width, INPUTS) * (2 / INPUTS) ** 0.5, normal(width) * (2 / width) ** 0.5
    return [x, y, weight, torch.zeros(width), out, torch.zeros(1)]


def given(one):
    """The same from a file, where every tensor has rows."""
    shapes = [(SAMPLES, INPUTS), (SAMPLES,), (-1, INPUTS), (-1,), (-1,), (1,)]
    return [torch.tensor(one[name]).reshape(shape) for name, shape in zip(["inputs", "labels"] + TENSORS, shapes)]


def losses(begin):
    """The loss of every trial of a width, steps × seeds × step sizes, and the step at which each has ended."""
    x, y, *tensors = [torch.stack(each) for each in zip(*begin)]
    x, y = x.unsqueeze(1), y.unsqueeze(1)  # one axis more, for the step sizes
    tensors = [
        each.unsqueeze(1).repeat_interleave(len(STEP_SIZES), 1).requires_grad_() for each in tensors
    ]
    size = torch.tensor(STEP_SIZES)
    going = torch.ones(len(SEEDS), len(STEP_SIZES), dtype=torch.bool)
    ends = torch.full(going.shape, STEPS)
    history = torch.zeros((STEPS + 1, *going.shape))
    for step in range(STEPS + 1):
        weight, bias, out, offset = tensors
        neurons = torch.relu(x @ weight.mT + bias.unsqueeze(-2))
        predicted = (neurons @ out.unsqueeze(-1)).squeeze(-1) + offset
        loss = ((predicted - y) ** 2).mean(-1)
        history[step] = loss.detach()
        ended = ~((loss > TARGET) & (loss <= 1e6 * history[0]))
        ends[going & ended] = step
        going = going & ~ended
        if not going.any() or step == STEPS:
            return history, ends
        gradients = torch.autograd.grad(loss.sum(), tensors)
        with torch.no_grad():
            for each, gradient in zip(tensors, gradients):
                shape = going.shape + (1,) * (each.dim() - 2)
                each -= torch.where(going.reshape(shape), size.reshape(shape[1:]) * gradient, 0.0)


def tables(width, history, ends):
    """The rows of both tables for the trials of a width."""
    trials, observations = [], []
    for s, seed in enumerate(SEEDS):
        for k, step_size in enumerate(STEP_SIZES):
            last = int(ends[s, k])
            loss = history[: last + 1, s, k]
            end = loss[-1]
            verdict = "converged" if end <= TARGET else "exhausted" if end <= 1e6 * loss[0] else "diverged"
            steps = {step for step in OBSERVED if step <= last} | {last}
            learned = (loss < 0.1 * loss[0]).nonzero()
            if len(learned):  # the crossing and the step before, so that its time is known exactly
                steps |= {int(learned[0]), int(learned[0]) - 1}
            trial = f"w{width}-lr{k}-s{seed}"
            trials.append((trial, width, SAMPLES, step_size, seed, verdict, last))
            observations.extend((trial, "loss", step, float(loss[step])) for step in sorted(steps))
    return trials, observations


def write(path, columns, rows):
    with gzip.open(path, "wt", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows(rows)


def main(folder, start):
    torch.set_default_dtype(torch.float64)
    torch.set_num_threads(1)
    folder.mkdir(parents=True, exist_ok=True)
    trials, observations = [], []
    for width in WIDTHS:
        if start:
            begin = [given(start[str(width)]["seeds"][str(seed)]) for seed in SEEDS]
        else:
            begin = [drawn(width, seed) for seed in SEEDS]
        more, observed = tables(width, *losses(begin))
        trials += more
        observations += observed
    columns = ["trial_id", "model.width", "data.samples", "optimiser.step-size", "seed", "verdict", "steps"]
    if start:  # bootstrap intervals are of random numbers that follow from the point's id
        columns.append("point_id")
        points = {width: start[str(width)]["points"] for width in WIDTHS}
        trials = [row + (points[row[1]][STEP_SIZES.index(row[3])],) for row in trials]
    write(folder / "trials.csv.gz", columns, trials)
    write(folder / "observations.csv.gz", ["trial_id", "observable", "step", "value"], observations)
    print(f"{len(trials)} trials and {len(observations)} observations in {folder}")


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit("usage: python3 pytorch.py FOLDER [START]")
    begin = json.loads(pathlib.Path(sys.argv[2]).read_text()) if len(sys.argv) == 3 else None
    main(pathlib.Path(sys.argv[1]), begin)
