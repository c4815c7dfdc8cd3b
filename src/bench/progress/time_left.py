#!/usr/bin/env python3
"""Measures how well `run` predicts the time that is left.

    time_left.py [SWEEP-FILE] [OPTIONS OF RUN …]

The sweep file comes first. Without one, it is mixed.conf beside this script, also where options are given.

It runs the sweep with --json and compares each prediction with the time that the training then really took.
From 20 % of the training time on, the ratio of the two should be within 1.5. The last predictions are of
fractions of a second, so they are also counted without those that are wrong by less than a second.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
LAUNCHER = HERE.parents[2] / "submit/basin"


def events(arguments):
    with tempfile.TemporaryDirectory() as folder:
        command = [LAUNCHER, "run", *arguments, "--json", "--output", folder]
        run = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        for line in run.stdout:
            yield json.loads(line)
        if run.wait():
            sys.exit(f"basin ended with status {run.returncode}")


def main():
    arguments = sys.argv[1:]
    if not arguments or arguments[0].startswith("-"):
        arguments = [str(HERE / "mixed.conf"), *arguments]
    told = [e for e in events(arguments) if e["event"] == "progress"]
    end = next(e["seconds"] for e in told if e["phase"] == "tables")
    training = [e for e in told if e["phase"] == "training" and e["seconds"] < end]
    print(f"{'time':>7} {'of all':>7} {'trials':>7} {'told':>8} {'true':>8} {'factor':>7}")
    late, counted = [], []
    for each in training:
        truth = end - each["seconds"]
        left = each["seconds_left"]
        share = each["seconds"] / end
        factor = None if left is None else max(left, 1e-3) / truth
        if share >= 0.2:
            worst = float("inf") if factor is None else max(factor, 1 / factor)
            late.append(worst)
            if left is None or abs(left - truth) >= 1:
                counted.append(worst)
        print(
            f"{each['seconds']:7.1f} {share:7.0%} {each['done']:7d} "
            + (f"{'?':>8} {truth:8.1f}" if left is None else f"{left:8.1f} {truth:8.1f} {factor:7.2f}")
        )
    if not late:
        sys.exit(f"training took {end:.1f} s, which is too short for a prediction from 20 % on")
    within = sum(worst <= 1.5 for worst in late)
    print(f"training took {end:.1f} s")
    print(f"from 20 % on: {within} of {len(late)} predictions within a factor of 1.5, worst {max(late):.2f}")
    print(f"without errors below 1 s: worst {max(counted, default=1.0):.2f}")


main()
