#!/usr/bin/env python3
"""Records PyTorch's cross-entropy, and networks of residual blocks: classification.json.

As trajectories.py, beside this file, which says what a case holds.

    python3 classification.py      # needs torch
"""

import pathlib

import torch

from trajectories import record, write

SQUARED = {"kind": "squared", "reduction": "mean"}


def entropy(reduction):
    return {"kind": "softmax-cross-entropy", "reduction": reduction}


def blocks(depth, skip, link, activation="relu", **more):
    return {"kind": "residual-blocks", "depth": depth, "skip": skip, "link": link,
            "activation": {"kind": activation}, **more}


def main():
    torch.set_default_dtype(torch.float64)
    torch.set_num_threads(1)
    gd = lambda step, **more: {"kind": "gradient-descent", "step-size": step, **more}
    relu = {"kind": "fully-connected", "hidden": [6, 5], "activation": {"kind": "relu"}}
    cases = [
        record("cross-entropy, mean, ReLU", 31, 4, 3, 12, relu, entropy("mean"), gd(0.1)),
        record("cross-entropy, sum, minibatches, momentum", 32, 3, 4, 20,
               {"kind": "fully-connected", "hidden": [6], "activation": {"kind": "tanh"}}, entropy("sum"),
               {"kind": "sgd", "step-size": 0.005, "batch-size": 8, "momentum": 0.9}),
        record("residual blocks, identity inside ReLU", 33, 4, 3, 12,
               blocks(3, 1.0, "inside"), entropy("mean"), gd(0.03), scale=0.3),
        record("residual blocks, identity outside ReLU, biases, momentum", 34, 4, 2, 12,
               blocks(2, 0.8, "outside", bias=True, **{"output-bias": True}), SQUARED,
               gd(0.01, momentum=0.9), scale=0.3),
        record("vanilla blocks, tanh, minibatches", 35, 5, 3, 20,
               blocks(2, 0.0, "inside", activation="tanh"), entropy("mean"),
               {"kind": "sgd", "step-size": 0.1, "batch-size": 5}),
    ]
    write(pathlib.Path(__file__).with_name("classification.json"), cases)


if __name__ == "__main__":
    main()
