"""Reads the times of tasks from a run's event log: the input of efficiency.py.

    python3 src/bench/scaling/measure.py FOLDER/events

Prints JSON: the time of the run and of the training in it; the time of tasks, its spread, and the time of a
trial once its JVM is warm; the time of a task besides its own run; the time of publishing for each trial.
"""

import json
import pathlib
import statistics
import sys


def events(folder):
    logs = [f for f in pathlib.Path(folder).rglob("*") if f.is_file() and f.stat().st_size]
    for log in sorted(logs):
        if log.name.startswith((".", "appstatus")):
            continue
        with open(log) as lines:
            for line in lines:
                yield json.loads(line)


def measure(folder):
    start = end = 0
    slices, ends, tasks = {}, {}, {}
    for event in events(folder):
        kind = event["Event"].removeprefix("org.apache.spark.scheduler.")
        if kind == "SparkListenerApplicationStart":
            start = event["Timestamp"]
        elif kind == "SparkListenerApplicationEnd":
            end = event["Timestamp"]
        elif kind == "SparkListenerJobStart":
            name = (event.get("Properties") or {}).get("spark.job.description") or ""
            if name.startswith("train slice"):
                slices[event["Job ID"]] = event["Stage IDs"]
        elif kind == "SparkListenerJobEnd":
            ends[event["Job ID"]] = event["Completion Time"]
        elif kind == "SparkListenerTaskEnd":
            tasks.setdefault(event["Stage ID"], []).append(event)
    train = [t for stages in slices.values() for s in stages for t in tasks.get(s, [])]
    launch = [t["Task Info"]["Launch Time"] for t in train]
    finish = [t["Task Info"]["Finish Time"] for t in train]
    others = [t for s, ts in tasks.items() for t in ts if not any(s in x for x in slices.values())]
    run = [t["Task Metrics"]["Executor Run Time"] / 1e3 for t in train]
    wall = [(f - l) / 1e3 for f, l in zip(finish, launch)]
    processor = sum(t["Task Metrics"]["Executor CPU Time"] for t in train) / 1e9
    trials = [t["Task Metrics"]["Output Metrics"]["Records Written"] for t in train]
    # The first tasks of each executor warm its JVM up.
    each = [r / n for r, n in zip(run, trials) if n]
    warm = each[len(each) // 4 :]
    publishing = sum(t["Task Metrics"]["Executor Run Time"] for t in others)
    cores = len({t["Task Info"]["Executor ID"] for t in train})
    training = (max(finish) - min(launch)) / 1e3
    return {
        "whole_seconds": (end - start) / 1e3,
        "training_seconds": training,
        "start": (min(launch) - start) / 1e3,
        "finish": max(0, end - max(finish) - publishing / cores) / 1e3,
        "publishing": publishing / 1e3 / sum(trials),
        "trial_seconds": sum(run) / sum(trials),
        "trial_processor_seconds": processor / sum(trials),
        "warm_trial_seconds": statistics.mean(warm),
        "spread": statistics.stdev(warm) / statistics.mean(warm),
        "task_overhead": statistics.median(w - r for w, r in zip(wall, run)),
        "tasks": len(run),
        "trials": sum(trials),
        "busy_core_seconds": sum(run),
        "result_bytes": statistics.median(t["Task Metrics"]["Result Size"] for t in train),
    }


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1]), indent=1))
