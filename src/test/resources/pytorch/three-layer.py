#!/usr/bin/env python3
"""Records PyTorch's three-layer networks and their linearisations: three-layer.json.

As trajectories.py, beside this file, which says what a case holds. The networks, initial scales and
optimiser are those of Allen-Zhu, Li & Liang (2019), narrow.

    python3 three-layer.py      # needs torch
"""

import pathlib

import torch

from trajectories import record, write

MEAN = {"kind": "squared", "reduction": "mean"}
RELU = {"kind": "relu"}


def sgd(step):
    return {"kind": "sgd", "step-size": step, "batch-size": 5, "momentum": 0.9, "weight-decay": 0.01,
            "schedule": {"kind": "step", "factor": 0.1, "every": 100}}


def three(**more):
    return {"kind": "three-layer", "width": 8, "activation": RELU, **more}


def main():
    torch.set_default_dtype(torch.float64)
    torch.set_num_threads(1)
    linearised = lambda of, **more: {"kind": "linearised", "of": of, **more}
    cases = [
        record("three layers", 41, 4, 1, 20, three(**{"train-output": False}), MEAN, sgd(5e-3), 0.5),
        record("three layers of two widths, all trained", 42, 4, 1, 20, three(**{"second-width": 5}), MEAN,
               sgd(5e-3), 0.5),
        record("linearised three layers", 43, 4, 1, 20, linearised(three(**{"train-output": False})), MEAN,
               sgd(5e-3), 0.5),
        record("linearised three layers without offset, all trained", 44, 4, 2, 20,
               linearised(three(**{"second-width": 5}), offset=False), MEAN, sgd(2e-3), 0.5),
        record("linearised two layers of tanh, full batch", 45, 4, 1, 20,
               linearised({"kind": "two-layer", "width": 6, "activation": {"kind": "tanh"}}), MEAN,
               {"kind": "gradient-descent", "step-size": 0.02, "momentum": 0.5}, 0.5),
    ]
    write(pathlib.Path(__file__).with_name("three-layer.json"), cases)


if __name__ == "__main__":
    main()
