"""Trains two-layer ReLU networks by hand, and writes the tables that `basin import` reads.

Usage: python3 train.py FOLDER

It needs numpy alone. With pyarrow it writes Parquet, without it CSV. Any other loop, in PyTorch or
JAX, writes the same two tables: one row for each trial, and one for each number that it recorded.
"""

import csv
import itertools
import pathlib
import sys

import numpy as np

WIDTHS = [4, 8, 16]
STEP_SIZES = [0.05, 0.1, 0.2, 2.0]  # with the last one, most trials diverge
SEEDS = range(5)
STEPS = 400
TARGET = 1e-3


def observed(step):
    """About ten steps in a factor of ten, and the first and the last."""
    return step == 0 or step == STEPS or step in {round(10 ** (k / 10)) for k in range(27)}


def train(width, step_size, seed):
    """Full-batch gradient descent. Returns the verdict, the steps and rows (observable, step, value)."""
    random = np.random.default_rng(seed)
    x = random.standard_normal((50, 3))
    y = np.abs(x[:, 0])
    hidden = random.standard_normal((width, 3)) / np.sqrt(3)
    output = random.standard_normal(width) / np.sqrt(width)
    rows = []
    for step in range(STEPS + 1):
        activations = np.maximum(x @ hidden.T, 0)
        residual = activations @ output - y
        loss = 0.5 * np.mean(residual**2)
        converged, diverged = loss < TARGET, not loss < 1e6
        if observed(step) or converged or diverged:
            rows.append(("loss", step, loss))
            rows.append(("weight-norm", step, np.sqrt(np.sum(hidden**2) + np.sum(output**2))))
        if converged or diverged or step == STEPS:
            break
        backward = np.outer(residual, output) * (activations > 0)
        output = output - step_size * activations.T @ residual / len(x)
        hidden = hidden - step_size * backward.T @ x / len(x)
    verdict = "converged" if converged else "diverged" if diverged else "exhausted"
    return verdict, step, rows


def write(folder, name, columns, rows):
    """Writes a table as Parquet if pyarrow is there, otherwise as CSV."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        with open(folder / f"{name}.csv", "w", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(columns)
            writer.writerows(rows)
    else:
        # From plain columns, so that NaN stays NaN: pandas would make it empty.
        table = pyarrow.table(dict(zip(columns, map(list, zip(*rows)))))
        pyarrow.parquet.write_table(table, folder / f"{name}.parquet")


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    trials, observations = [], []
    for width, step_size, seed in itertools.product(WIDTHS, STEP_SIZES, SEEDS):
        trial = f"w{width}-lr{step_size}-s{seed}"
        verdict, steps, rows = train(width, step_size, seed)
        trials.append((trial, width, step_size, seed, verdict, steps))
        observations.extend((trial, name, step, float(value)) for name, step, value in rows)
    write(folder, "trials", ["trial_id", "width", "step-size", "seed", "verdict", "steps"], trials)
    write(folder, "observations", ["trial_id", "observable", "step", "value"], observations)
    print(f"{len(trials)} trials and {len(observations)} observations in {folder}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python3 train.py FOLDER")
    main(pathlib.Path(sys.argv[1]))
