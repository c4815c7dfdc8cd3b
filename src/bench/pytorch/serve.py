"""Answers lines "FORM-PRECISION COUNT" on standard input: takes COUNT steps of that form of the workload
named on the command line and prints how many trial-steps that were. One thread."""

import importlib
import sys

import torch

PRECISIONS = {"double": torch.float64, "float": torch.float32}


def main(workload):
    torch.set_num_threads(1)
    forms = importlib.import_module(workload)
    made = {}
    print("ready", flush=True)
    for line in sys.stdin:
        what, count = line.split()
        if what not in made:
            form, precision = what.split("-")
            made[what] = getattr(forms, form)(PRECISIONS[precision])
        step, trials = made[what]
        for _ in range(int(count)):
            step()
        print(trials * int(count), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
