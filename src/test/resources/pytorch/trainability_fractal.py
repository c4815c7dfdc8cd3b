#!/usr/bin/env python3
"""Trains 64 points of conf/studies/trainability-fractal.conf by PyTorch: trainability-fractal.json.

The network, the sums and the choice of sign are those of Sohl-Dickstein (2024), arXiv:2402.06184, in the
variables of the sweep file: y = W1 tanh(W0 x), the scales within the weights, each layer a parameter group with
a step size of its own. Every trial is trained twice, from Basin's weights and from weights that differ from them
by one part in 10^14, which tells where training is chaotic. Float64, one thread.

    python3 trainability_fractal.py ../../../../target/trainability-fractal-start.json      # needs torch
"""

import json
import math
import pathlib
import sys

import torch

STEPS = 500
WINDOW = 20
LIMIT = 1e6
DIFFERENCE = 1e-14
STEADY = 1e-11


def trainability(x, y, first, second, steps):
    """The number of one trial: minus the sum of the relative losses, or the sum of their inverses."""
    layers = [torch.nn.Linear(16, 16, bias=False), torch.nn.Linear(16, 1, bias=False)]
    with torch.no_grad():
        layers[0].weight.copy_(first)
        layers[1].weight.copy_(second)
    descent = torch.optim.SGD([{"params": l.parameters(), "lr": s} for l, s in zip(layers, steps)], lr=1.0)
    ratios = []
    for _ in range(STEPS + 1):
        descent.zero_grad()
        loss = ((layers[1](torch.tanh(layers[0](x))) - y) ** 2).mean()
        start = loss.item() if not ratios else start
        ratio = loss.item() / start
        ratios.append(ratio if ratio < LIMIT else LIMIT)
        if not ratio <= LIMIT:
            break  # As a trial of Basin ends.
        loss.backward()
        descent.step()
    recent = ratios[-WINDOW:]
    return -math.fsum(ratios) if math.fsum(recent) / len(recent) < 1 else math.fsum(1 / v for v in ratios)


def main(start):
    torch.set_default_dtype(torch.float64)
    torch.set_num_threads(1)
    torch.manual_seed(1)
    text = json.loads(pathlib.Path(start).read_text())
    x = torch.tensor(text["inputs"]).T
    y = torch.tensor(text["labels"]).T
    first, second = torch.tensor(text["first"]), torch.tensor(text["second"])
    moved = first * (1 + DIFFERENCE * torch.randn(first.shape))
    trials = []
    for steps in text["step-sizes"]:
        number = trainability(x, y, first, second, steps)
        again = trainability(x, y, moved, second, steps)
        trials.append({"first": steps[0], "second": steps[1], "trainability": number, "again": again})
    steady = [t["trainability"] for t in trials
              if abs(t["trainability"] - t["again"]) <= STEADY * abs(t["trainability"])]
    counts = {"steady-converged": sum(n < 0 for n in steady), "steady-diverged": sum(n > 0 for n in steady)}
    print(counts, "converged", sum(t["trainability"] < 0 for t in trials))
    lines = ",\n".join(json.dumps(trial) for trial in trials)
    path = pathlib.Path(__file__).with_name("trainability-fractal.json")
    head = json.dumps({"made-with": "torch " + torch.__version__ + ", float64", **counts})[:-1]
    begin = json.dumps(text, separators=(",", ":"))
    path.write_text('%s,\n"start": %s,\n"trials": [\n%s\n]}\n' % (head, begin, lines))


if __name__ == "__main__":
    main(sys.argv[1])
