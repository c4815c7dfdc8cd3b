#!/usr/bin/env python3
"""Records PyTorch's Adam, AdamW, Nesterov momentum, clipping, cosine, warm-up and groups: optimisers.json.

As trajectories.py, beside this file, which says what a case holds.

    python3 optimisers.py      # needs torch
"""

import pathlib

import torch

from trajectories import record, write

MEAN = {"kind": "squared", "reduction": "mean"}


def network(activation, *hidden):
    return {"kind": "fully-connected", "hidden": list(hidden), "activation": activation}


def main():
    torch.set_default_dtype(torch.float64)
    torch.set_num_threads(1)
    gd = lambda step, **more: {"kind": "gradient-descent", "step-size": step, **more}
    adam = lambda step, **more: {"kind": "adam", "step-size": step, **more}
    decay = lambda value: {"weight-decay": value}
    own = lambda steps: {"step-sizes": steps}
    cosine = lambda steps, final: {"kind": "cosine", "steps": steps, "final": final}
    cases = [
        record("Adam, exact GELU", 21, 3, 2, 12, network({"kind": "gelu"}, 6, 5), MEAN, adam(0.01)),
        record("Adam, minibatches, betas, epsilon, weight decay", 22, 3, 1, 20,
               network({"kind": "tanh"}, 6), MEAN,
               adam(0.01, beta1=0.8, beta2=0.95, epsilon=1e-3, **{"batch-size": 5}, **decay(0.05))),
        record("AdamW, clipped, SiLU", 23, 3, 2, 12, network({"kind": "silu"}, 6, 5), MEAN,
               adam(0.01, decoupled=True, **{"clip-norm": 0.5}, **decay(0.1))),
        record("Nesterov momentum, weight decay, GELU by tanh", 24, 3, 2, 12,
               network({"kind": "gelu", "approximation": "tanh"}, 6), MEAN,
               gd(0.02, momentum=0.9, nesterov=True, **decay(0.01))),
        record("Nesterov momentum on minibatches, clipped", 25, 3, 1, 20,
               network({"kind": "elu", "scale": 0.7}, 6), MEAN,
               {"kind": "sgd", "step-size": 0.02, "batch-size": 5, "momentum": 0.9, "nesterov": True,
                "clip-norm": 0.8}),
        record("clipped gradient descent under frozen outputs", 26, 3, 1, 12,
               {"kind": "two-layer", "width": 6, "activation": {"kind": "relu"}, "train-output": False},
               {"kind": "squared", "reduction": "sum"}, gd(0.01, momentum=0.5, **{"clip-norm": 2.0})),
        record("cosine schedule", 27, 3, 1, 12, network({"kind": "tanh"}, 6), MEAN,
               gd(0.3, schedule=cosine(200, 0.05))),
        record("warm-up, then cosine, Adam", 28, 3, 1, 12, network({"kind": "tanh"}, 6), MEAN,
               adam(0.02, schedule={"kind": "warm-up", "steps": 30, "start": 0.1, "then": cosine(170, 0.0)})),
        record("warm-up, then steps", 29, 3, 1, 12, network({"kind": "softplus"}, 6), MEAN,
               gd(0.1, momentum=0.5,
                  schedule={"kind": "warm-up", "steps": 20, "start": 0.25,
                            "then": {"kind": "step", "factor": 0.5, "every": 50}})),
        record("own step sizes of two layers, momentum, weight decay, steps", 30, 3, 2, 12,
               network({"kind": "tanh"}, 6, 5), MEAN,
               gd(0.05, momentum=0.8, schedule={"kind": "step", "factor": 0.5, "every": 70}, **decay(0.01),
                  **own({"layers": {"0": 0.2, "2": 0.01}}))),
        record("own step sizes of a weight and a bias on minibatches, clipped, Nesterov", 31, 3, 1, 20,
               network({"kind": "relu"}, 6), MEAN,
               {"kind": "sgd", "step-size": 0.01, "batch-size": 5, "momentum": 0.9, "nesterov": True,
                "clip-norm": 0.8, **own({"layers": {"0": {"weight": 0.03}, "1": {"bias": 0.002}}})}),
        record("AdamW with own step sizes, minibatches", 32, 3, 1, 20, network({"kind": "tanh"}, 6, 5), MEAN,
               adam(0.01, decoupled=True, **{"batch-size": 5}, **decay(0.1), **own({"layers": {"1": 0.03}}))),
        record("Adam with an own step size, weight decay, exponential schedule", 33, 3, 1, 12,
               network({"kind": "sigmoid"}, 6), MEAN,
               adam(0.01, schedule={"kind": "exponential", "rate": 0.99}, **decay(0.05),
                    **own({"layers": {"0": 0.05}}))),
    ]
    write(pathlib.Path(__file__).with_name("optimisers.json"), cases)


if __name__ == "__main__":
    main()
